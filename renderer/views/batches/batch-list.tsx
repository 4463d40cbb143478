import type { ReactElement } from 'react';
import type { Batch } from '../../../electron/model/batch.ts';
import { clock, count } from '../../format.ts';
import { openBatch, useBatches } from '../../store/batches.ts';
import { texts } from '../../texts/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './batch-list.module.css';
import { standingWords } from './batch-words.ts';
import { useBatchStanding } from './use-batch-standing.ts';

/** The batches, above the drafts they are made of; each opens in the detail pane. */
export function BatchList(): ReactElement | null {
  const batches = useBatches((state) => state.batches);
  const openId = useBatches((state) => state.openId);
  const words = texts.batches;
  if (batches.length === 0) return null;
  return (
    <section aria-label={words.title} className={styles.list}>
      <h2 className={styles.title}>{words.title}</h2>
      <ul>
        {batches.map((batch) => (
          <li key={batch.id}>
            <BatchItem batch={batch} isOpen={batch.id === openId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BatchItem({ batch, isOpen }: { readonly batch: Batch; readonly isOpen: boolean }): ReactElement {
  const { id, name, draftIds, startAt } = batch;
  const run = useBatchStanding(id);
  const words = texts.batches;
  const isUnderWay = run !== null && run.standing.phase.at !== 'over';
  const facts = useNow((now) =>
    isUnderWay
      ? standingWords(run.standing, now)
      : [
          words.drafts(draftIds.length, count(draftIds.length)),
          startAt !== null && words.phase.scheduled(clock(startAt, now)),
        ]
          .filter((part) => part !== false)
          .join(', '),
  );
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => openBatch(id)}
    >
      <Icon name={isUnderWay ? 'queue' : 'batch'} size={14} />
      <span className={styles.name} title={shown(name)}>
        {shown(name)}
      </span>
      <span className={styles.facts} title={facts}>
        {facts}
      </span>
    </button>
  );
}
