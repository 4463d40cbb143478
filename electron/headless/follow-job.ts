import type { Job } from '../model/job.ts';
import { waitsForKey } from '../publish/job-view.ts';
import type { Services } from '../services.ts';
import { changeOf, isNews, type OfEntry } from './changes.ts';
import type { Change, Reporter } from './reporter.ts';
import type { Resolver } from './resolver.ts';

/** What became of one release of the plan. */
export type Outcome =
  | 'published'
  | 'unchanged'
  | 'failed'
  | 'conflicts'
  | 'blocked'
  | 'cancelled'
  | 'notStarted';

export interface ToFollow {
  readonly services: Services;
  readonly reporter: Pick<Reporter, 'changed' | 'progressed'>;
  readonly watch: JobWatch;
  readonly resolver: Resolver;
  /** There is no key that the server accepts, so nothing else of the batch can go on either. */
  readonly keyIsMissing: () => void;
}

export const endedBefore = 'the batch ended before its turn';

/** Tells every change of a job until it is over, and does for it what a person would do in the window. */
export async function followJob(step: OfEntry, job: Job, given: ToFollow): Promise<Outcome> {
  const { services, reporter, watch, resolver } = given;
  const { handlers } = services;
  let accepted = false;
  let told: Change | null = null;
  let lacksKey = false;

  for await (const now of watch.of(job)) {
    if (now.state.at === 'verifying') accepted = true;
    if (now.state.at === 'sending' || now.state.at === 'unknown') accepted = false;
    const change = tellable(changeOf(step, now, accepted), now, lacksKey);
    if (isNews(change, told)) reporter.changed(change);
    else reporter.progressed(change);
    told = change;
    switch (now.state.at) {
      case 'verified':
        await handlers['jobs.dismiss']({ jobId: job.id }, []);
        return now.attempts === 0 ? 'unchanged' : 'published';
      case 'blocked':
        return 'blocked';
      case 'failed':
        return 'failed';
      case 'cancelled':
        if (lacksKey) return 'failed';
        return now.attempts === 0 ? 'notStarted' : 'cancelled';
      case 'conflict':
        if (!resolver.resolves(now)) return 'conflicts';
        break;
      case 'waiting':
        if (lacksKey || !lacksItsKey(services, job)) break;
        lacksKey = true;
        await handlers['jobs.cancel']({ jobId: job.id }, []);
        given.keyIsMissing();
        break;
    }
  }
  return 'cancelled';
}

/** What was cancelled before anything of it left has not been started; what lacked a key has failed. */
function tellable(change: Change, { attempts }: Job, lacksKey: boolean): Change {
  if (change.state !== 'cancelled') return change;
  if (lacksKey) return { ...change, state: 'failed', ...keyMissing };
  return attempts === 0 ? { ...change, state: 'not-started', reason: endedBefore } : change;
}

/** Only a person could give it another key, and there is none. */
function lacksItsKey({ record }: Services, { id }: Job): boolean {
  const found = record(id);
  return found !== null && waitsForKey(found);
}

const keyMissing = {
  reason: 'There is no API key that the server accepts.',
  remedy: 'Check LUKITTU_API_KEY, or the key of the connection in the app, and run it again.',
} as const;

export interface JobWatch {
  /** What has happened to the job since the watch began, and then each change; at least the job as it is. */
  of(job: Job): AsyncIterable<Job>;
  end(): void;
}

/**
 * Gathers what happens to jobs from the services' events, so that nothing is missed before, or while, it is told.
 * `sees` hears of each change at once, before the queue goes on.
 */
export function watchJobs(services: Services, sees: (job: Job) => void): JobWatch {
  const gathered = new Map<string, Job[]>();
  const wakes = new Map<string, () => void>();
  const end = services.events.listen((name, payload) => {
    if (name !== 'jobs.changed') return;
    const { job } = payload;
    const known = gathered.get(job.id);
    if (known) known.push(job);
    else gathered.set(job.id, [job]);
    wakes.get(job.id)?.();
    sees(job);
  });
  return {
    end,
    of: async function* (job) {
      const changes = gathered.get(job.id) ?? [job];
      gathered.set(job.id, changes);
      for (;;) {
        const next = changes.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => wakes.set(job.id, resolve));
      }
    },
  };
}
