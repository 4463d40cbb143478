import { memo } from 'react';
import type { Draft } from '../../../electron/model/draft.ts';
import { shortId } from '../../format.ts';
import { useBatches } from '../../store/batches.ts';
import { useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Cell } from '../../ui/grid/cell.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import { Time } from '../../ui/time.tsx';
import { shown } from '../../ui/visible-text.ts';
import { DraftHealthMark } from './draft-health-mark.tsx';
import { draftWords } from './draft-words.ts';
import styles from './drafts.module.css';

/** What it changes. The name of its file, where it ends with that, gives way in its middle: its version is what counts. */
function Changes({ draft: { file }, words }: { readonly draft: Draft; readonly words: string }) {
  const name = file.kind === 'replace' ? file.artifact.name : '';
  const isLast = name !== '' && words.endsWith(shown(name));
  return (
    <span className={cx(styles.words, isLast && styles.endsWithName)}>
      {isLast ? words.slice(0, -shown(name).length) : words}
      {isLast && <FileName name={name} />}
    </span>
  );
}

/** The cells of one draft. */
export const DraftRow = memo(function DraftRow({ item: draft }: { readonly item: Draft }) {
  const product = useProducts(({ products }) => products.find(({ id }) => id === draft.productId)?.name);
  const batch = useBatches((state) => state.ofDraft.get(draft.id)?.name);
  const version = shown(draft.base?.version ?? draft.fields.version) || texts.drafts.unnamed;
  const productName = shown(product ?? shortId(draft.productId));
  const words = draftWords(draft);
  return (
    <>
      <Cell className={styles.version}>
        <span className={styles.words} title={version}>
          {version}
        </span>
        {draft.releaseId === null && <NewMark />}
      </Cell>
      <Cell className={cx(styles.productColumn, styles.secondary)} title={productName}>
        {productName}
      </Cell>
      <Cell title={words} className={styles.changes}>
        <DraftHealthMark draft={draft} />
        <Changes draft={draft} words={words} />
      </Cell>
      <Cell className={styles.secondary} title={batch === undefined ? undefined : shown(batch)}>
        {batch === undefined ? texts.common.none : shown(batch)}
      </Cell>
      <Cell className={cx(styles.savedColumn, styles.secondary)}>
        <Time iso={draft.updatedAt} short />
      </Cell>
    </>
  );
});
