import type { ReactElement } from 'react';
import { useJobs } from '../../store/jobs.ts';
import { useNavigation } from '../../store/navigation.ts';
import { useSelectedJob } from '../../store/selected-job.ts';
import { texts } from '../../texts/texts.ts';
import { BatchRun } from '../batches/batch-run.tsx';
import { Editor } from '../editor/editor.tsx';
import { TwoPanes } from '../shell/two-panes.tsx';
import { JobList } from './job-list.tsx';
import { NoJob } from './no-job.tsx';

/** The queue, and what is chosen in it: a batch, or the release that a job publishes. */
export function QueuePlace(): ReactElement {
  const isOpen = useNavigation((state) => state.subjects.queue !== null);
  const chosen = useSelectedJob((state) => state.batch);
  const hasJobs = useJobs(({ jobs }) => jobs.some(({ batch }) => batch !== null && batch.id === chosen?.id));
  const isEmpty = useJobs(({ jobs, known, failure }) => known && failure === null && jobs.length === 0);
  const batchId = !isOpen && chosen !== null && hasJobs ? chosen.id : null;
  const detail = (onBack: (() => void) | null) =>
    batchId === null ? (
      <Editor onBack={onBack} />
    ) : (
      <BatchRun key={batchId} batchId={batchId} onBack={onBack} />
    );
  return (
    <TwoPanes
      listName={texts.places.queue}
      list={<JobList />}
      detailName={batchId === null ? texts.releases.detail : texts.batches.detail}
      detail={isOpen || batchId !== null ? detail : undefined}
      isEmpty={isEmpty}
      nothing={<NoJob />}
    />
  );
}
