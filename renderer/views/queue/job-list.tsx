import { type KeyboardEvent, type ReactElement, useMemo } from 'react';
import { entriesOf, type QueueEntry } from '../../store/batch-standing.ts';
import { useDrafts } from '../../store/drafts.ts';
import { openJobs, useJobs } from '../../store/jobs.ts';
import { go, useNavigation } from '../../store/navigation.ts';
import { clearFinished, moveJob } from '../../store/queue-actions.ts';
import { inOrder, useQueueOrder } from '../../store/queue-order.ts';
import { finishedJobs } from '../../store/queue-standing.ts';
import { selectBatch, selectedAmong, selectJob, useSelectedJob } from '../../store/selected-job.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/grid/skeleton-rows.tsx';
import { useSizedColumns } from '../../ui/grid/use-sized-columns.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListFailure } from '../../ui/list-failure.tsx';
import { ListFoot } from '../../ui/list-foot.tsx';
import { ListHead } from '../../ui/list-head.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { BatchActions } from './batch-actions.tsx';
import { JobActions } from './job-actions.tsx';
import { jobList } from './job-columns.ts';
import styles from './queue.module.css';
import { QueueRow } from './queue-row.tsx';
import { QueueSummary, QueueSummaryToCome } from './queue-summary.tsx';

/** Everything on its way to the server and what came of it, in the order of the line; those of a batch under its name. */
export function JobList(): ReactElement {
  const { connectionId, jobs, known, failure } = useJobs();
  const order = useQueueOrder((state) => state.ids);
  const subject = useNavigation((state) => state.subjects.queue);
  const { id: selectedId, batch } = useSelectedJob();
  const line = useMemo(() => inOrder(jobs, order), [jobs, order]);
  const entries = useMemo(() => entriesOf(line), [line]);
  const current = selectedAmong(line, selectedId, subject);
  const currentBatch = subject === null && entries.some(({ id }) => id === batch?.entryId) ? batch : null;
  const { columns, style } = useSizedColumns(jobList);
  const hasDrafts = useDrafts(({ drafts }) => drafts.length > 0);
  const hasFinished = finishedJobs(jobs).length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: 'earlier', ArrowDown: 'later' } as const;
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    if (current !== undefined) void moveJob(current, to[event.key]);
    event.preventDefault();
  };

  return (
    <>
      <ListHead title={texts.queue.title}>
        {hasFinished && (
          <Button kind="quiet" onPress={clearFinished}>
            {texts.queue.clear}
          </Button>
        )}
      </ListHead>
      <ListFailure failure={failure} onRetry={() => openJobs(connectionId)} />
      {!known && failure === null && jobs.length === 0 && (
        <>
          <QueueSummaryToCome />
          <div className={styles.frame} style={style}>
            <SkeletonRows label={texts.queue.loading} layout={cx(styles.columns)} columns={columns} />
          </div>
          <ListFoot words={null} />
        </>
      )}
      {known && failure === null && jobs.length === 0 && (
        <EmptyState icon="queue" title={texts.queue.none} text={texts.queue.noneText}>
          <Button onPress={() => go(hasDrafts ? 'drafts' : 'releases')}>
            {hasDrafts ? texts.queue.toDrafts : texts.queue.toReleases}
          </Button>
        </EmptyState>
      )}
      {jobs.length > 0 && (
        <>
          <QueueSummary jobs={jobs} />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: hears what the grid in it leaves alone */}
          <div className={styles.frame} style={style} onKeyDown={onKeyDown}>
            <VirtualGrid
              label={texts.queue.title}
              items={entries}
              keyOf={({ id }) => id}
              textOf={(entry) => (entry.kind === 'job' ? entry.job.version : entry.name)}
              columns={columns}
              layout={cx(styles.columns)}
              Row={QueueRow}
              selectedKey={current?.id ?? currentBatch?.entryId ?? null}
              onSelect={(entry) => select(entry, false)}
              onPick={(entry) => select(entry, true)}
              onOpen={(entry) => {
                select(entry, true);
                requestAnimationFrame(() => focusPaneNamed('detail'));
              }}
            />
          </div>
          {currentBatch === null ? <JobActions job={current} /> : <BatchActions batchId={currentBatch.id} />}
        </>
      )}
    </>
  );
}

function select(entry: QueueEntry, inFront: boolean): void {
  if (entry.kind === 'job') selectJob(entry.job, inFront);
  else selectBatch(entry.batchId, entry.id, inFront);
}
