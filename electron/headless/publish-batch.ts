import { events } from '../contract.ts';
import { failureFrom } from '../errors.ts';
import type { OnFailure } from '../model/batch.ts';
import type { Job } from '../model/job.ts';
import type { PlanStep } from '../model/plan.ts';
import { isOver, waitsForKey } from '../publish/job-view.ts';
import type { Services } from '../services.ts';
import type { OnConflict } from './args.ts';
import { changeOf, changeWithoutJob, isNews } from './changes.ts';
import type { Change, Reporter, Tally } from './reporter.ts';

export interface ToPublish {
  readonly services: Services;
  readonly connectionId: string;
  /** In the order of publishing, each with its draft, unless there is nothing to do for it. */
  readonly steps: readonly PlanStep[];
  readonly onFailure: OnFailure;
  readonly onConflict: OnConflict;
  /** Aborted when no more is to be sent; what is under way settles or is cancelled cleanly. */
  readonly stop: AbortSignal;
  readonly reporter: Reporter;
}

type Outcome = 'published' | 'unchanged' | 'failed' | 'conflicts' | 'blocked' | 'cancelled';

/** Releases that go to a server without a rate limit at the same time, of different products, as the queue would. */
const atOnceWithoutLimit = 4;

/**
 * Publishes drafts through the queue, each when those before it are done: what it is checked against then is what
 * they left behind. With `stop` the first that is not published ends the batch. Answers how many came to what.
 */
export async function publishBatch(given: ToPublish): Promise<Tally> {
  const { services, steps, onFailure, stop, reporter } = given;
  const { rateLimit } = await connectionOf(given);
  const places = rateLimit === null && onFailure === 'go-on' ? atOnceWithoutLimit : 1;
  const outcomes: Outcome[] = [];
  const underWay = new Map<string, Promise<void>>();
  const watch = watchJobs(services);
  const isEnded = (): boolean =>
    stop.aborted || (onFailure === 'stop' && outcomes.some((outcome) => !isGood(outcome)));

  const left: PlanStep[] = [];
  try {
    for (const step of steps) {
      while (underWay.size >= places || underWay.has(step.productId)) await Promise.race(underWay.values());
      // What an earlier run has begun is on its way already: it is followed to its end, or cancelled.
      if (isEnded() && (await begunJob(step, given)) === null) {
        left.push(step);
        continue;
      }
      const work = publishOne(step, given, watch).then((outcome) => {
        outcomes.push(outcome);
        underWay.delete(step.productId);
      });
      underWay.set(step.productId, work);
    }
    await Promise.all(underWay.values());
  } finally {
    watch.end();
  }
  for (const step of left) {
    reporter.changed(changeWithoutJob(step, 'not-started', 'the batch ended before its turn'));
  }
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    published: count('published'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    conflicts: count('conflicts'),
    blocked: count('blocked'),
    cancelled: count('cancelled'),
    notStarted: left.length,
  };
}

const isGood = (outcome: Outcome): boolean => outcome === 'published' || outcome === 'unchanged';

async function connectionOf({ services, connectionId }: ToPublish) {
  const all = await services.handlers['connections.list']({}, []);
  return all.find(({ id }) => id === connectionId) ?? { rateLimit: null };
}

/** Never throws: what goes wrong with one release is its outcome. */
async function publishOne(step: PlanStep, given: ToPublish, watch: JobWatch): Promise<Outcome> {
  const { services, reporter } = given;
  const { handlers } = services;
  const { draftId } = step;
  const done = (outcome: Outcome, state: Change['state'], reason: string): Outcome => {
    reporter.changed(changeWithoutJob(step, state, reason));
    return outcome;
  };
  if (draftId === null) return done('unchanged', 'skipped', alreadyThere);
  try {
    const begun = await begunJob(step, given);
    if (begun) {
      const outcome = follow(step, begun, given, watch);
      if (begun.state.at === 'paused') await handlers['jobs.resume']({ jobId: begun.id }, []);
      return await outcome;
    }
    const { changesAnything, findings } = await handlers['drafts.review']({ draftId }, []);
    if (!changesAnything) {
      await handlers['drafts.discard']({ draftId }, []);
      return done('unchanged', 'skipped', alreadyThere);
    }
    const blocking = findings.filter(({ severity }) => severity === 'blocks');
    if (blocking.length > 0) {
      return done('blocked', 'blocked', blocking.map(({ message }) => message).join(' '));
    }
    return await follow(step, await handlers['jobs.publish']({ draftId }, []), given, watch);
  } catch (error) {
    const { message, remedy, status, details } = failureFrom(error);
    reporter.changed({ ...changeWithoutJob(step, 'failed', message), remedy, status, details });
    return 'failed';
  }
}

const alreadyThere = 'the server holds it already';

/** The job an earlier run has begun for it: one that is not over, or has been found published just now. */
async function begunJob({ draftId }: PlanStep, { services, connectionId }: ToPublish): Promise<Job | null> {
  const jobs = await services.handlers['jobs.list']({ connectionId }, []);
  const own = jobs.filter((job) => job.draftId === draftId);
  return own.find((job) => isUnderWay(services, job) || job.state.at === 'verified') ?? null;
}

function isUnderWay({ record }: Services, { id }: Job): boolean {
  const found = record(id);
  return found !== null && !isOver(found);
}

/** More resolutions than that mean that somebody else keeps changing the same field. */
const mostResolutions = 5;

/** Tells every change of a job until it is over, and does for it what a person would do in the window. */
async function follow(step: PlanStep, job: Job, given: ToPublish, watch: JobWatch): Promise<Outcome> {
  const { services, onConflict, stop, reporter } = given;
  const { handlers } = services;
  let accepted = false;
  let told: Change | null = null;
  let resolutions = 0;
  let lacksKey = false;

  const cancel = async (): Promise<void> => {
    if (isUnderWay(services, job)) await handlers['jobs.cancel']({ jobId: job.id }, []);
  };
  const onStop = (): void => void cancel();
  stop.addEventListener('abort', onStop);
  if (stop.aborted) onStop();
  try {
    for await (const now of watch.of(job)) {
      if (now.state.at === 'verifying') accepted = true;
      if (now.state.at === 'sending' || now.state.at === 'unknown') accepted = false;
      const change = changeOf(step, now, accepted);
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
          if (!lacksKey) return 'cancelled';
          reporter.changed({ ...change, state: 'failed', ...keyMissing });
          return 'failed';
        case 'conflict': {
          if (onConflict === 'stop' || resolutions === mostResolutions || stop.aborted) return 'conflicts';
          resolutions += 1;
          const choices = Object.fromEntries(now.state.conflicts.map(({ label }) => [label, onConflict]));
          await handlers['jobs.resolve']({ jobId: job.id, choices }, []);
          break;
        }
        case 'waiting':
          if (lacksKey || !lacksItsKey(services, job)) break;
          lacksKey = true;
          await cancel();
          break;
      }
    }
    return 'cancelled';
  } finally {
    stop.removeEventListener('abort', onStop);
  }
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

interface JobWatch {
  /** What has happened to the job since the watch began, and then each change; at least the job as it is. */
  of(job: Job): AsyncIterable<Job>;
  end(): void;
}

/** Gathers what happens to jobs from the services' events, so that nothing is missed before, or while, it is told. */
function watchJobs(services: Services): JobWatch {
  const gathered = new Map<string, Job[]>();
  const wakes = new Map<string, () => void>();
  const end = services.events.listen((name, payload) => {
    if (name !== 'jobs.changed') return;
    const { job } = events['jobs.changed'].parse(payload);
    const known = gathered.get(job.id);
    if (known) known.push(job);
    else gathered.set(job.id, [job]);
    wakes.get(job.id)?.();
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
