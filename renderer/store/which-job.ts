import type { Draft } from '../../electron/model/draft.ts';
import type { Job } from '../../electron/model/job.ts';
import { isUnderWay } from '../../electron/model/job-standing.ts';
import { needsPerson } from './job-progress.ts';
import type { Subject } from './navigation.ts';

/**
 * The newest job of what the editor shows. One that is not of the open draft counts while it is under way, and
 * afterwards if it began after the draft did: it puts a lost file back. What an earlier draft came to is over.
 */
export function jobOf(jobs: readonly Job[], subject: Subject | null, draft: Draft | null): Job | null {
  if (subject === null) return null;
  const ofRelease = (job: Job) => subject.releaseId !== null && job.releaseId === subject.releaseId;
  return (
    jobs.find(
      (job) =>
        job.draftId === draft?.id ||
        (ofRelease(job) && (draft === null || isUnderWay(job.state) || job.createdAt > draft.createdAt)),
    ) ?? null
  );
}

/** Jobs whose lost file another job has put back since: what they say of it is no longer so. */
export function madeGoodBy(
  jobs: readonly Job[],
  { state, releaseId, fileName, createdAt }: Job,
): readonly Job[] {
  if (state.at !== 'verified' || fileName === null) return [];
  return jobs.filter(
    (job) =>
      job.lostFile !== null &&
      (job.state.at === 'failed' || job.state.at === 'cancelled') &&
      job.releaseId === releaseId &&
      job.createdAt < createdAt,
  );
}

/** How many jobs move, wait, or need a person: what the sidebar counts. */
export function openJobCount(jobs: readonly Job[]): number {
  return jobs.filter(({ state }) => isUnderWay(state) || needsPerson(state)).length;
}

/**
 * The job worth showing when there is room for one: what moves, then what waits, then what needs a person; of what is
 * verified, the last that was.
 */
export function foremost(jobs: readonly Job[]): Job | null {
  return jobs.reduce<Job | null>((best, job) => (best === null || goesBefore(job, best) ? job : best), null);
}

/** Newest first. */
export function byNewest(a: Job, b: Job): number {
  return a.createdAt < b.createdAt ? 1 : -Number(a.createdAt > b.createdAt);
}

function goesBefore(job: Job, other: Job): boolean {
  if (job.state.at !== 'verified' || other.state.at !== 'verified') return urgency(job) > urgency(other);
  return job.state.finishedAt > other.state.finishedAt;
}

function urgency({ state }: Job): number {
  if (state.at === 'waiting') return 3;
  if (isUnderWay(state)) return 4;
  if (needsPerson(state)) return 2;
  return state.at === 'verified' ? 1 : 0;
}
