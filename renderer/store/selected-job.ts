import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';
import { open, type Subject } from './navigation.ts';

/** The job chosen in the queue: one release can have several there. */
export const useSelectedJob = create<{ readonly id: string | null }>(() => ({ id: null }));

/** Chooses a job and opens what it publishes. */
export function selectJob(job: Job, inFront: boolean): void {
  useSelectedJob.setState({ id: job.id });
  open('queue', subjectOf(job), inFront);
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
