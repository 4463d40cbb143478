import type { Job } from '../../electron/model/job.ts';
import { isActive, isStuck, isUnderWay, partDone } from '../../electron/model/job-standing.ts';

/** How the jobs of the queue stand together. */
export type QueueStanding = {
  /** Those that were cancelled are among them. */
  readonly all: number;
  readonly published: number;
  /** Being read, sent or read back. */
  readonly atWork: number;
  readonly waiting: number;
  readonly paused: number;
  readonly needPerson: number;
  readonly cancelled: number;
  /** Between 0 and 1; its end is reached only when everything is verified. */
  readonly share: number;
  /** When the last one that waits may go (ISO 8601); null while that is not known of every one. */
  readonly lastGoesAt: string | null;
};

export function standingOf(jobs: readonly Job[]): QueueStanding {
  const count = (fits: (job: Job) => boolean) => jobs.filter(fits).length;
  const waiting = jobs.flatMap(({ state }) => (state.at === 'waiting' ? [state] : []));
  const times = waiting.map(({ until }) => until).filter((until) => until !== null);
  const parts = jobs.reduce((sum, { state }) => sum + partDone(state), 0);
  return {
    all: jobs.length,
    published: count(({ state }) => state.at === 'verified'),
    atWork: count(({ state }) => isUnderWay(state) && state.at !== 'waiting'),
    waiting: waiting.length,
    paused: count(({ state }) => state.at === 'paused'),
    needPerson: count(isStuck),
    cancelled: count(({ state }) => state.at === 'cancelled'),
    share: jobs.length === 0 ? 0 : parts / jobs.length,
    lastGoesAt: times.length === waiting.length ? (times.toSorted().at(-1) ?? null) : null,
  };
}

/**
 * Published or cancelled, and nothing to be put right; not those of a batch that is still on its way, which counts them.
 */
export function finishedJobs(jobs: readonly Job[]): readonly Job[] {
  const underWay = new Set(jobs.filter(isActive).flatMap(({ batch }) => batch?.id ?? []));
  return jobs.filter(
    ({ state, batch, lostFile }) =>
      (state.at === 'verified' || (state.at === 'cancelled' && lostFile === null)) &&
      (batch === null || !underWay.has(batch.id)),
  );
}
