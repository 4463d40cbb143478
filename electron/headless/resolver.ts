import type { Job } from '../model/job.ts';
import type { Services } from '../services.ts';
import type { OnConflict } from './args.ts';

/** Answers conflicts for whoever said beforehand whose value counts. */
export interface Resolver {
  /**
   * Whether the conflict the job is in is answered, which it is at once: a moment later others of the batch would have
   * overtaken it. Asked again of the same change, it says the same.
   */
  resolves(job: Job): boolean;
}

interface Given {
  readonly services: Pick<Services, 'handlers'>;
  readonly onConflict: OnConflict;
  readonly stop: AbortSignal;
}

/** More of them mean that somebody else keeps changing the same field. */
const mostOfOneJob = 5;

export function createResolver({ services, onConflict, stop }: Given): Resolver {
  const answered = new WeakSet<Job>();
  const counts = new Map<string, number>();
  return {
    resolves: (job) => {
      if (answered.has(job)) return true;
      const count = counts.get(job.id) ?? 0;
      if (job.state.at !== 'conflict' || onConflict === 'stop' || count === mostOfOneJob || stop.aborted)
        return false;
      answered.add(job);
      counts.set(job.id, count + 1);
      const choices = Object.fromEntries(job.state.conflicts.map(({ label }) => [label, onConflict]));
      void services.handlers['jobs.resolve']({ jobId: job.id, choices }, []);
      return true;
    },
  };
}
