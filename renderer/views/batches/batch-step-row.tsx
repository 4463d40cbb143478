import type { KeyboardEvent, ReactElement } from 'react';
import type { Batch, BatchStep } from '../../../electron/model/batch.ts';
import type { Draft } from '../../../electron/model/draft.ts';
import { clock, count } from '../../format.ts';
import { moveInBatch, takeOut } from '../../store/batch-actions.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { draftWords } from '../drafts/draft-words.ts';
import { openDraft } from '../drafts/open-draft.ts';
import styles from './batches.module.css';

type Props = {
  readonly batch: Batch;
  readonly draft: Draft;
  /** What would come of it in this place; undefined until it is known. */
  readonly step: BatchStep | undefined;
  /** From 0. */
  readonly index: number;
};

/** One draft in its place: what it changes, what there is to say of it, and the ways to move it or take it out. */
export function BatchStepRow({ batch, draft, step, index }: Props): ReactElement {
  const now = useNow();
  const words = texts.batches;
  const version = shown(draft.base?.version ?? draft.fields.version) || texts.drafts.unnamed;
  const said = step?.findings ?? [];
  const blocking = said.filter(({ severity }) => severity === 'blocks');
  const warnings = said.filter(({ severity }) => severity === 'warns').length;
  const outcome = step === undefined ? null : words.outcome[step.outcome];
  const isStopped = step?.outcome === 'refused' || step?.outcome === 'blocked';
  const facts = [outcome, ...blocking.map(({ message }) => shown(message)), words.findings(0, warnings)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    void moveInBatch(batch, draft, version, event.key === 'ArrowUp' ? -1 : 1);
    event.preventDefault();
  };
  return (
    <li className={styles.step} onKeyDown={onKeyDown}>
      <span className={styles.number}>{count(index + 1)}</span>
      <div className={styles.stepWords}>
        <p className={styles.stepLine}>
          <Button kind="link" aria-label={words.openDraft(version)} onPress={() => openDraft(draft, true)}>
            {version}
          </Button>
          <span className={styles.changes}>{draftWords(draft)}</span>
        </p>
        {facts !== '' && (
          <p className={cx(styles.facts, isStopped && styles.stopped)}>
            <Icon name={isStopped ? 'problem' : warnings > 0 ? 'warning' : 'note'} size={12} />
            <span>{facts}</span>
          </p>
        )}
      </div>
      {step?.goesAt != null && <span className={styles.time}>{clock(step.goesAt, now)}</span>}
      <span className={styles.stepActions}>
        <IconButton
          small
          icon="up"
          label={words.moveUp(version)}
          isDisabled={index === 0}
          onPress={() => void moveInBatch(batch, draft, version, -1)}
        />
        <IconButton
          small
          icon="down"
          label={words.moveDown(version)}
          isDisabled={index === batch.draftIds.length - 1}
          onPress={() => void moveInBatch(batch, draft, version, 1)}
        />
        <IconButton
          small
          icon="close"
          label={words.takeOut(version)}
          onPress={() => void takeOut(draft, version)}
        />
      </span>
    </li>
  );
}
