import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';
import { close, open, type Subject, showDetail } from './navigation.ts';

type Selected = {
  /** The job chosen in the queue: one release can have several there. */
  readonly id: string | null;
  /** The batch chosen there, as an entry of the queue; only counts while no job is open. */
  readonly batch: { readonly id: string; readonly entryId: string } | null;
};

export const useSelectedJob = create<Selected>(() => ({ id: null, batch: null }));

/** Chooses a job and opens what it publishes. */
export function selectJob(job: Job, inFront: boolean): void {
  useSelectedJob.setState({ id: job.id, batch: null });
  open('queue', subjectOf(job), inFront);
}

/** Chooses a batch in the queue: how it stands shows in the place of a release. */
export function selectBatch(id: string, entryId: string, inFront: boolean): void {
  close('queue');
  useSelectedJob.setState({ id: null, batch: { id, entryId } });
  showDetail(inFront);
}

/** The chosen job among these, if it is one of what is open; else the first that is. */
export function selectedAmong(
  jobs: readonly Job[],
  id: string | null,
  subject: Subject | null,
): Job | undefined {
  if (subject === null) return undefined;
  const open = jobs.filter((job) =>
    subject.releaseId === null ? job.draftId === subject.draftId : job.releaseId === subject.releaseId,
  );
  return open.find((job) => job.id === id) ?? open.at(-1);
}

function subjectOf({ connectionId, productId, releaseId, draftId }: Job): Subject {
  return { connectionId, productId, releaseId, draftId: releaseId === null ? draftId : null };
}
