import { resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import { AppError, appError, failureFrom, failureOf } from '../errors.ts';
import type { Plan, PlanReport } from '../model/plan.ts';
import { targetProblem } from '../plan/import-plan.ts';
import { openPipedPlan, openPlan, type PlanSource } from '../plan/plan-source.ts';
import type { Services } from '../services.ts';
import { createPublishingMark, type Held } from '../store/publishing-mark.ts';
import { type HeadlessOptions, parseHeadless, usage } from './args.ts';
import { decided } from './decided.ts';
import { findOut } from './find-out.ts';
import { createJsonOutput } from './json-output.ts';
import { careForLostFiles } from './lost-files.ts';
import { publishBatch } from './publish-batch.ts';
import { type Ending, exitCodes, type Reporter, type Tally } from './reporter.ts';
import { createTextOutput, type TextSink } from './text-output.ts';
import { openWorkplace, type Surroundings, type Workplace } from './workplace.ts';

/** The process a plan is published in. */
export interface HeadlessProcess extends Surroundings {
  /** The app's. */
  readonly version: string;
  /** What is piped in, in pieces of any size. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: TextSink;
  /** For what is not the run's own output: arguments that make no sense. */
  readonly errors: Pick<TextSink, 'write'>;
  /** Calls the listener whenever somebody wants the process to stop, until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process at once. */
  exit(code: number): void;
}

/**
 * Publishes a plan as these arguments say, without a window, and answers the exit code. Nothing is sent unless all of
 * the plan passes the checks. The first interrupt lets what is under way settle, or cancels it cleanly; the second
 * ends the process. Never throws.
 */
export async function runHeadless(args: readonly string[], host: HeadlessProcess): Promise<number> {
  const parsed = parseHeadless(args);
  switch (parsed.is) {
    case 'help':
      host.output.write(usage);
      return exitCodes.done;
    case 'version':
      host.output.write(`${host.version}\n`);
      return exitCodes.done;
    case 'mistake':
      return tellMistake(parsed.message, args.includes('--json'), host);
    case 'options':
      return runPlan(parsed.options, host);
  }
}

/** Whoever reads lines of JSON gets this as one, too. */
function tellMistake(message: string, json: boolean, { output, errors, clock }: HeadlessProcess): number {
  const remedy = '--help says what can be given.';
  if (json) {
    const reporter = createJsonOutput((line) => output.write(line), clock);
    reporter.failure(failureOf('invalid-input', { message, remedy }));
    reporter.ended('usage', null);
  }
  errors.write(`${message} ${remedy}\n`);
  return exitCodes.usage;
}

async function runPlan(options: HeadlessOptions, host: HeadlessProcess): Promise<number> {
  const reporter = options.json
    ? createJsonOutput((line) => host.output.write(line), host.clock)
    : createTextOutput(host.output, host.clock);
  const stop = new AbortController();
  const opened: Opened = { mark: null, source: null, workplace: null };
  const ignore = host.onInterrupt(() => {
    if (stop.signal.aborted) {
      reporter.abandoned('Stopped at once. Run the plan again to find out what was published, and to go on.');
      opened.workplace?.abandon();
      host.exit(exitCodes.interrupted);
      return;
    }
    reporter.notice('Stops as soon as what is under way has settled. Interrupt once more to stop at once.');
    stop.abort();
  });
  const { ending, tally } = await publish(options, { host, reporter, stop: stop.signal, opened });
  await opened.source?.close();
  await opened.workplace?.close();
  opened.mark?.release();
  ignore();
  reporter.ended(ending, tally);
  return exitCodes[ending];
}

/** What is to be closed in the end, however it comes. */
interface Opened {
  mark: Held | null;
  source: PlanSource | null;
  workplace: Workplace | null;
}

interface Run {
  readonly host: HeadlessProcess;
  readonly reporter: Reporter;
  readonly stop: AbortSignal;
  readonly opened: Opened;
}

interface End {
  readonly ending: Ending;
  /** Null when nothing was to be sent. */
  readonly tally: Tally | null;
}

async function publish(options: HeadlessOptions, run: Run): Promise<End> {
  try {
    return await checkAndSend(options, run);
  } catch (error) {
    const failure = failureFrom(error);
    if (run.stop.aborted && failure.kind === 'cancelled') return { ending: 'interrupted', tally: null };
    run.reporter.failure(failure);
    return { ending: 'failed', tally: null };
  }
}

async function checkAndSend(options: HeadlessOptions, run: Run): Promise<End> {
  const { host, reporter, stop, opened } = run;
  const { dryRun, putBack } = options;
  const source = await unlessStopped(open(options.plan, host), stop);
  opened.source = source;
  const { plan, problems } = source.read;
  if (plan === null) {
    reporter.checked({ batch: null, steps: [], problems: [...problems] });
    return { ending: 'refused', tally: null };
  }
  const { batch, connection, entries } = plan;
  reporter.opened({ ...connection, name: batch.name, releases: entries.length, dryRun });
  const wrongTarget = options.target.by === 'address' ? targetProblem(plan, options.target) : null;
  if (wrongTarget) {
    reporter.checked({ batch, steps: [], problems: [wrongTarget] });
    return { ending: 'refused', tally: null };
  }

  // An update of the app waits for it, or it for the update.
  opened.mark = createPublishingMark(host.appFolder).hold();
  const workplace = await openWorkplace(plan, options, host);
  opened.workplace = workplace;
  const { services } = workplace;
  for (const notice of workplace.notices) reporter.notice(notice);
  services.events.listen((name, payload) => {
    if (name === 'notice') reporter.notice(payload.message);
  });
  if (!dryRun) await unlessStopped(findOut(services, reporter.notice), stop);
  for (const jobId of workplace.begunPutBacks) await forgetPutBack(services, jobId);
  const end = await checkAndPublish(options, run, { plan, source, workplace });
  if (!dryRun) await careForLostFiles({ workplace, entries, putBack, stop, reporter });
  return end;
}

interface ToCheck {
  readonly plan: Plan;
  readonly source: PlanSource;
  readonly workplace: Workplace;
}

async function checkAndPublish(
  { dryRun, onConflict }: HeadlessOptions,
  { host, reporter, stop }: Run,
  { plan: { batch, entries }, source, workplace: { services, connectionId } }: ToCheck,
): Promise<End> {
  const productIds = new Set(entries.map(({ productId }) => productId));
  await unlessStopped(readProducts(services, connectionId, productIds), stop);
  const looked = await services.plans.look(connectionId, source, {
    onStale: onConflict === 'stop' ? 'refuse' : 'take',
    signal: stop,
  });
  const isHeld = looked.report.problems.length > 0;
  const { report } = dryRun || isHeld ? looked : await services.plans.make(connectionId, looked);
  reporter.checked(decided(report, onConflict));
  const against = refusal(report);
  if (against !== null) return { ending: against, tally: null };

  const { startAt } = batch;
  const startsLater = startAt !== null && Date.parse(startAt) > host.clock.now();
  if (dryRun) {
    if (startsLater) reporter.wouldWaitUntil(startAt);
    return { ending: 'done', tally: null };
  }
  if (startsLater) {
    reporter.waitsUntil(startAt);
    await timeComes(Date.parse(startAt), host.clock, stop);
  }
  const tally = await publishBatch({
    services,
    connectionId,
    steps: report.steps,
    onFailure: batch.onFailure,
    onConflict,
    stop,
    reporter,
  });
  return { ending: endingOf(tally, stop), tally };
}

/** Opens what was named on the command line, and names it as it was typed when it cannot be read. */
async function open(plan: string, { folder, input }: HeadlessProcess): Promise<PlanSource> {
  if (plan === '-') return openPipedPlan(input, folder);
  try {
    return await openPlan({ path: resolve(folder, plan) });
  } catch (error) {
    const failure = failureFrom(error);
    throw new AppError({ ...failure, message: `${plan}: ${failure.message}` });
  }
}

/** An earlier run was cut off while it put a file back: this one begins that anew, in the end. */
async function forgetPutBack({ handlers, record }: Services, jobId: string): Promise<void> {
  if (record(jobId) === null) return;
  await handlers['jobs.cancel']({ jobId }, []);
  await handlers['jobs.dismiss']({ jobId }, []);
}

/** What the plan is held against, anew from the server. */
async function readProducts({ handlers }: Services, connectionId: string, productIds: Iterable<string>) {
  for (const productId of productIds) {
    await handlers['releases.refresh']({ connectionId, productId }, []);
    await handlers['licenses.refresh']({ connectionId, productId }, []);
  }
}

/** Why nothing of it is sent; null when nothing stands against it. */
function refusal({ problems, steps }: PlanReport): Ending | null {
  if (problems.length > 0) return problems.every(({ kind }) => kind === 'stale') ? 'conflict' : 'refused';
  return steps.some(({ outcome }) => outcome === 'blocked') ? 'refused' : null;
}

/** What went wrong for certain says more than what is still to be decided. */
function endingOf({ failed, conflicts, blocked, cancelled, notStarted }: Tally, stop: AbortSignal): Ending {
  if (stop.aborted && failed + conflicts + blocked + cancelled + notStarted > 0) return 'interrupted';
  if (failed + cancelled > 0) return 'failed';
  if (conflicts > 0) return 'conflict';
  return blocked > 0 ? 'refused' : 'done';
}

/** Rejects with `cancelled` as soon as it is to stop; what was begun is broken off by closing. */
async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const stopped = stopping(stop);
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    stopped.forget();
    work.catch(() => undefined);
  }
}

/** In steps, since neither timers nor the machine's sleep can be trusted with days. */
async function timeComes(time: number, clock: Clock, stop: AbortSignal): Promise<void> {
  const stopped = stopping(stop);
  try {
    while (clock.now() < time) {
      const ms = Math.min(longestWaitMs, time - clock.now());
      await Promise.race([new Promise<void>((wake) => clock.after(ms, wake)), stopped.promise]);
    }
  } finally {
    stopped.forget();
  }
}

const longestWaitMs = 60_000;

function stopping(stop: AbortSignal): { promise: Promise<never>; forget: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const onStop = (): void => reject(appError('cancelled', { applied: 'no' }));
  stop.addEventListener('abort', onStop);
  if (stop.aborted) onStop();
  return { promise, forget: () => stop.removeEventListener('abort', onStop) };
}
