import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';
import { isUnderWay, progressOf } from './job-progress.ts';
import { useJobs } from './jobs.ts';

/** How the jobs of the queue stand together. */
export type QueueStanding = {
  /** All but those that were cancelled. */
  readonly all: number;
  readonly published: number;
  /** Being read, sent or read back. */
  readonly atWork: number;
  readonly waiting: number;
  readonly paused: number;
  readonly needPerson: number;
  /** Between 0 and 1; its end is reached only when everything is verified. */
  readonly share: number;
  /** When the last one that waits may go (ISO 8601); null while that is not known of every one. */
  readonly lastGoesAt: string | null;
};

export function standingOf(jobs: readonly Job[]): QueueStanding {
  const counted = jobs.filter(({ state }) => state.at !== 'cancelled');
  const count = (fits: (job: Job) => boolean) => counted.filter(fits).length;
  const waiting = counted.flatMap(({ state }) => (state.at === 'waiting' ? [state] : []));
  const times = waiting.map(({ until }) => until).filter((until) => until !== null);
  const parts = counted.reduce((sum, { state }) => sum + (progressOf(state) ?? 0), 0);
  return {
    all: counted.length,
    published: count(({ state }) => state.at === 'verified'),
    atWork: count(({ state }) => isUnderWay(state) && state.at !== 'waiting'),
    waiting: waiting.length,
    paused: count(({ state }) => state.at === 'paused'),
    needPerson: count(isStuck),
    share: counted.length === 0 ? 0 : parts / counted.length,
    lastGoesAt: times.length === waiting.length ? (times.toSorted().at(-1) ?? null) : null,
  };
}

/** Whether a job goes on by itself, or would if it were not paused. */
export function isActive(job: Job): boolean {
  return job.state.at !== 'verified' && job.state.at !== 'cancelled' && !isStuck(job);
}

/** The jobs since the queue was last at rest: what "3 of 8" is counted of. */
export const useRun = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

/** The run after a change of the queue: over with its last active job, and longer by every new one. */
export function nextRun(run: ReadonlySet<string>, jobs: readonly Job[]): ReadonlySet<string> {
  const active = jobs.filter(isActive).map(({ id }) => id);
  if (active.length === 0) return run.size === 0 ? run : new Set();
  return active.every((id) => run.has(id)) ? run : new Set([...run, ...active]);
}

/** Keeps the run up to date until the returned function is called. */
export function followRun(): () => void {
  return useJobs.subscribe(({ jobs }) => {
    const { ids } = useRun.getState();
    const next = nextRun(ids, jobs);
    if (next !== ids) useRun.setState({ ids: next });
  });
}

/** Stopped for good until a person does something about it. */
function isStuck({ state }: Job): boolean {
  return state.at === 'failed' || state.at === 'blocked' || state.at === 'conflict';
}
