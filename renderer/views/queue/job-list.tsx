import type { ReactElement } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay, needsPerson } from '../../store/job-progress.ts';
import { dismissJob, useJobs } from '../../store/jobs.ts';
import { go, open, type Subject, useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/grid/column-header.tsx';
import { VirtualGrid } from '../../ui/grid/virtual-grid.tsx';
import { ListHead } from '../../ui/list-head.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { JobRow } from './job-row.tsx';
import styles from './queue.module.css';

type ColumnName = 'release' | 'file' | 'state' | 'progress';

const columns: readonly Column<ColumnName>[] = [
  { id: 'release', title: texts.queue.columns.release },
  { id: 'file', title: texts.releases.columns.file, className: styles.fileColumn },
  { id: 'state', title: texts.queue.columns.state },
  { id: 'progress', title: texts.queue.columns.progress },
];

/** Everything on its way to the server, and what came of it. */
export function JobList(): ReactElement {
  const jobs = useJobs((state) => state.jobs);
  const selected = useNavigation((state) => state.subjects.queue);
  const finished = jobs.filter(({ state }) => !isUnderWay(state) && !needsPerson(state));
  const current = jobs.find((job) => selected !== null && isOf(job, selected));

  return (
    <>
      <ListHead title={texts.queue.title}>
        {finished.length > 0 && (
          <Button
            kind="quiet"
            onPress={() => {
              for (const { id } of finished) void dismissJob(id);
            }}
          >
            {texts.queue.clear}
          </Button>
        )}
      </ListHead>
      {jobs.length === 0 ? (
        <EmptyState icon="queue" title={texts.queue.none} text={texts.queue.noneText}>
          <Button onPress={() => go('drafts')}>{texts.queue.toDrafts}</Button>
        </EmptyState>
      ) : (
        <div className={styles.frame}>
          <VirtualGrid
            label={texts.queue.title}
            items={jobs}
            keyOf={({ id }) => id}
            textOf={({ version }) => version}
            columns={columns}
            layout={cx(styles.columns)}
            Row={JobRow}
            selectedKey={current?.id ?? null}
            onSelect={(job) => open('queue', subjectOf(job), false)}
            onPick={(job) => open('queue', subjectOf(job), true)}
            onOpen={(job) => {
              open('queue', subjectOf(job), true);
              requestAnimationFrame(() => focusPaneNamed('detail'));
            }}
          />
        </div>
      )}
    </>
  );
}

function subjectOf({ connectionId, productId, releaseId, draftId }: Job): Subject {
  return { connectionId, productId, releaseId, draftId: releaseId === null ? draftId : null };
}

function isOf(job: Job, subject: Subject): boolean {
  return subject.releaseId === null ? job.draftId === subject.draftId : job.releaseId === subject.releaseId;
}
