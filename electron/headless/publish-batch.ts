import { setImmediate as immediately } from 'node:timers/promises';
import { failureFrom } from '../errors.ts';
import type { OnFailure } from '../model/batch.ts';
import type { Job } from '../model/job.ts';
import type { PlanStep } from '../model/plan.ts';
import { isOver } from '../publish/job-view.ts';
import type { Services } from '../services.ts';
import type { OnConflict } from './args.ts';
import { changeWithoutJob } from './changes.ts';
import { endedBefore, followJob, type Outcome, watchJobs } from './follow-job.ts';
import type { Change, Reporter, Tally } from './reporter.ts';
import { createResolver } from './resolver.ts';

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

/**
 * Publishes drafts through the queue, which takes them in their order, checks each once more against what those before
 * it left, and lets none wait for a slot that it could have. With `stop` the first that cannot be published ends the
 * batch: nothing that is not under way by then is sent. Answers how many came to what.
 */
export async function publishBatch(given: ToPublish): Promise<Tally> {
  const { services, steps, onFailure, stop, reporter } = given;
  /** What an earlier run has begun waits to be told to go on. */
  const begun = new Map(services.jobs().map((job) => [job.draftId, job]));
  const own = new Set<string>();
  let isEnded = stop.aborted;

  const cancelAll = (which: (jobId: string) => boolean): void => {
    isEnded = true;
    // From the last to the first, so that none takes the turn the one before it gives up.
    for (const jobId of [...own].reverse()) {
      const record = services.record(jobId);
      if (record && !isOver(record) && which(jobId)) void services.handlers['jobs.cancel']({ jobId }, []);
    }
  };
  const nothingHasLeft = (jobId: string): boolean => services.record(jobId)?.flight === null;
  const onStop = (): void => cancelAll(() => true);
  const resolver = createResolver(given);
  const sees = (job: Job): void => {
    if (!own.has(job.id)) return;
    const { at } = job.state;
    const cannotBe = at === 'failed' || at === 'blocked' || (at === 'conflict' && !resolver.resolves(job));
    if (onFailure === 'stop' && cannotBe) cancelAll(nothingHasLeft);
  };
  const watch = watchJobs(services, sees);
  const keyIsMissing = (): void => cancelAll(nothingHasLeft);

  /** Never throws: what goes wrong with one release is its outcome. */
  const publishOne = async (step: PlanStep, draftId: string): Promise<Outcome> => {
    try {
      const earlier = begun.get(draftId);
      const waits = earlier?.state.at === 'paused';
      const job = waits ? earlier : services.start(draftId);
      own.add(job.id);
      sees(job);
      const outcome = followJob(step, job, { ...given, watch, resolver, keyIsMissing });
      if (waits) await services.handlers['jobs.resume']({ jobId: job.id }, []);
      return await outcome;
    } catch (error) {
      const { message, remedy, status, details } = failureFrom(error);
      reporter.changed({ ...changeWithoutJob(step, 'failed', message), remedy, status, details });
      if (onFailure === 'stop') cancelAll(nothingHasLeft);
      return 'failed';
    }
  };

  stop.addEventListener('abort', onStop);
  try {
    const outcomes: Promise<Outcome>[] = [];
    for (const step of steps) {
      outcomes.push(begin(step));
      await immediately();
    }
    await tellForecast(given);
    return tallyOf(await Promise.all(outcomes));
  } finally {
    stop.removeEventListener('abort', onStop);
    watch.end();
  }

  async function begin(step: PlanStep): Promise<Outcome> {
    const { draftId } = step;
    const done = (outcome: Outcome, state: Change['state'], reason: string): Outcome => {
      reporter.changed(changeWithoutJob(step, state, reason));
      return outcome;
    };
    if (draftId === null) return done('unchanged', 'skipped', 'the server holds it already');
    if (isEnded) return done('notStarted', 'not-started', endedBefore);
    return publishOne(step, draftId);
  }
}

async function tellForecast({ services, connectionId, reporter }: ToPublish): Promise<void> {
  const times = await services.handlers['jobs.forecast']({ connectionId }, []);
  const last = times
    .flatMap(({ doneAt }) => doneAt ?? [])
    .toSorted()
    .at(-1);
  if (last !== undefined) reporter.expects(last);
}

function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    published: count('published'),
    unchanged: count('unchanged'),
    failed: count('failed'),
    conflicts: count('conflicts'),
    blocked: count('blocked'),
    cancelled: count('cancelled'),
    notStarted: count('notStarted'),
  };
}
