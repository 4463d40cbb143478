import { type KeyboardEvent, type ReactElement, useMemo } from 'react';
import { useJobs } from '../../store/jobs.ts';
import { go, useNavigation } from '../../store/navigation.ts';
import { clearFinished, moveJob } from '../../store/queue-actions.ts';
import { inOrder, useQueueOrder } from '../../store/queue-order.ts';
import { selectedAmong, selectJob, useSelectedJob } from '../../store/selected-job.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/grid/column-header.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListHead } from '../../ui/list-head.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { JobActions } from './job-actions.tsx';
import { JobRow } from './job-row.tsx';
import styles from './queue.module.css';
import { QueueSummary } from './queue-summary.tsx';

type ColumnName = 'release' | 'file' | 'state' | 'progress';

const columns: readonly Column<ColumnName>[] = [
  { id: 'release', title: texts.queue.columns.release },
  { id: 'file', title: texts.releases.columns.file, className: styles.fileColumn },
  { id: 'state', title: texts.queue.columns.state },
  { id: 'progress', title: texts.queue.columns.progress },
];

/** Everything on its way to the server and what came of it, in the order of the line. */
export function JobList(): ReactElement {
  const jobs = useJobs((state) => state.jobs);
  const order = useQueueOrder((state) => state.ids);
  const subject = useNavigation((state) => state.subjects.queue);
  const selectedId = useSelectedJob((state) => state.id);
  const line = useMemo(() => inOrder(jobs, order), [jobs, order]);
  const current = selectedAmong(line, selectedId, subject);
  const hasFinished = jobs.some(({ state }) => state.at === 'verified' || state.at === 'cancelled');

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
      {jobs.length === 0 ? (
        <EmptyState icon="queue" title={texts.queue.none} text={texts.queue.noneText}>
          <Button onPress={() => go('drafts')}>{texts.queue.toDrafts}</Button>
        </EmptyState>
      ) : (
        <>
          <QueueSummary jobs={jobs} />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: hears what the grid in it leaves alone */}
          <div className={styles.frame} onKeyDown={onKeyDown}>
            <VirtualGrid
              label={texts.queue.title}
              items={line}
              keyOf={({ id }) => id}
              textOf={({ version }) => version}
              columns={columns}
              layout={cx(styles.columns)}
              Row={JobRow}
              selectedKey={current?.id ?? null}
              onSelect={(job) => selectJob(job, false)}
              onPick={(job) => selectJob(job, true)}
              onOpen={(job) => {
                selectJob(job, true);
                requestAnimationFrame(() => focusPaneNamed('detail'));
              }}
            />
          </div>
          <JobActions job={current} />
        </>
      )}
    </>
  );
}
