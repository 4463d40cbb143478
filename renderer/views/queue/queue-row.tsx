import { memo, type ReactElement } from 'react';
import type { QueueEntry } from '../../store/batch-standing.ts';
import { texts } from '../../texts/texts.ts';
import { Cell } from '../../ui/grid/cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { standingWords } from '../batches/batch-words.ts';
import { useBatchStanding } from '../batches/use-batch-standing.ts';
import { JobRow } from './job-row.tsx';
import styles from './queue.module.css';

/** One row of the queue: a job, or the batch whose jobs follow. */
export const QueueRow = memo(function QueueRow({ item }: { readonly item: QueueEntry }) {
  return item.kind === 'job' ? (
    <JobRow item={item.job} isIndented={item.job.batch !== null} />
  ) : (
    <BatchHeading batchId={item.batchId} name={item.name} />
  );
});

function BatchHeading({ batchId, name }: { readonly batchId: string; readonly name: string }): ReactElement {
  const run = useBatchStanding(batchId);
  const title = shown(run?.name ?? name);
  const words = useNow((now) => (run === null ? '' : standingWords(run.standing, now)));
  return (
    <Cell className={styles.heading}>
      <Icon name="batch" size={14} />
      <strong className={styles.batchName} title={title}>
        {title}
      </strong>
      <span className={styles.batchWords} title={words}>
        {words}
      </span>
      {run !== null && run.standing.phase.at !== 'over' && (
        <span className={styles.batchProgress}>
          <ProgressBar
            label={texts.batches.progress(title)}
            share={run.standing.share}
            words={words}
            tone={run.standing.isAtWork ? 'accent' : 'muted'}
          />
        </span>
      )}
    </Cell>
  );
}
