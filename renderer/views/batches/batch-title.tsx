import { type KeyboardEvent, type ReactElement, useState } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { changeBatch } from '../../store/batch-changes.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { focusElement, keepFocus } from '../../ui/keep-focus.ts';
import { TextField } from '../../ui/text-field.tsx';
import { shown } from '../../ui/visible-text.ts';
import header from '../editor/editor-header.module.css';
import styles from './batch-detail.module.css';

/** What a batch is called, and the way to call it something else: Enter keeps it, Escape does not. */
export function BatchTitle({ batch }: { readonly batch: Batch }): ReactElement {
  const { name } = batch;
  const [typed, setTyped] = useState<string | null>(null);
  const words = texts.batches;

  const end = (kept: boolean) => {
    const next = typed?.trim() ?? '';
    setTyped(null);
    if (kept && next !== '' && next !== name) void changeBatch(batch, { name: next });
    keepFocus(() => focusElement('[data-rename]'));
  };
  if (typed === null) {
    return (
      <>
        <h2 className={cx(header.title, styles.title)} title={shown(name)}>
          {shown(name)}
        </h2>
        <IconButton small icon="drafts" label={words.rename} data-rename="" onPress={() => setTyped(name)} />
      </>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what the field in it leaves alone
    <div
      className={styles.rename}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        end(event.key === 'Enter');
      }}
    >
      <TextField
        label={words.name}
        labelHidden
        autoFocus
        selectsAll
        value={typed}
        onChange={setTyped}
        onBlur={() => end(true)}
        maxLength={200}
      />
    </div>
  );
}
