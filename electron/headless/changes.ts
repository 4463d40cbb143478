import type { Failure } from '../model/failure.ts';
import type { Job, JobState } from '../model/job.ts';
import type { PlanStep } from '../model/plan.ts';
import type { Change } from './reporter.ts';

/** The entry of the plan that a change is about. */
export type OfEntry = Pick<PlanStep, 'entry' | 'productId' | 'releaseId' | 'version'>;

/**
 * What a job that has moved on tells of itself. `accepted`: the server said yes to its last request; that a release
 * turns out as meant says nothing of an answer.
 */
export function changeOf(step: OfEntry, job: Job, accepted: boolean): Change {
  const { state } = job;
  return {
    ...changeWithoutJob(step, state.at, reasonOf(state)),
    releaseId: job.releaseId,
    version: job.version,
    jobId: job.id,
    until: 'until' in state ? state.until : null,
    ...answerOf(step, job, accepted),
    attempts: job.attempts,
    fileName: job.fileName,
    ...bytesOf(state),
  };
}

/** Nothing is known of them before the request has begun to leave. */
function bytesOf(state: JobState): Pick<Change, 'sentBytes' | 'totalBytes'> {
  if (state.at !== 'sending' || state.totalBytes === 0) return { sentBytes: null, totalBytes: null };
  return { sentBytes: state.sentBytes, totalBytes: state.totalBytes };
}

/** The same of a release for which there is no job. */
export function changeWithoutJob(step: OfEntry, state: Change['state'], reason: string | null): Change {
  return {
    entry: step.entry,
    productId: step.productId,
    releaseId: step.releaseId,
    version: step.version,
    jobId: null,
    state,
    reason,
    until: null,
    status: null,
    details: null,
    remedy: null,
    attempts: 0,
    fileName: null,
    sentBytes: null,
    totalBytes: null,
  };
}

/** Whether it is worth telling: not when only bytes have moved, or a wait became a little longer or shorter. */
export function isNews(change: Change, before: Change | null): boolean {
  if (before === null) return true;
  const said = ({ state, reason, status, details, attempts, releaseId }: Change): string =>
    JSON.stringify([state, reason, status, details, attempts, releaseId]);
  return said(change) !== said(before) || isAnotherTime(change.until, before.until);
}

const littleMs = 10_000;

function isAnotherTime(until: string | null, before: string | null): boolean {
  if (until === null || before === null) return until !== before;
  return Math.abs(Date.parse(until) - Date.parse(before)) > littleMs;
}

function reasonOf(state: JobState): string | null {
  switch (state.at) {
    case 'waiting':
      return state.reason;
    case 'unknown':
    case 'failed':
      return state.failure.message;
    case 'blocked':
      return state.findings
        .filter(({ severity }) => severity === 'blocks')
        .map(({ message }) => message)
        .join(' ');
    case 'conflict':
      return state.conflicts
        .map(({ label, base, theirs, mine }) => `${label}: was “${base}”, is “${theirs}”, planned “${mine}”`)
        .join('; ');
    default:
      return null;
  }
}

/** What the server said last: of the failure at hand, else to the last request. */
function answerOf(
  { releaseId }: OfEntry,
  { state }: Job,
  accepted: boolean,
): Pick<Change, 'status' | 'details' | 'remedy'> {
  const failure = failureIn(state);
  if (failure) {
    const { status, details, remedy } = failure;
    return { status, details, remedy: state.at === 'failed' ? remedy : null };
  }
  // To a success the server says 201 for a release that is new and 200 otherwise (docs/lukittu.md, "Endpoints").
  const status = releaseId === null ? 201 : 200;
  return { status: accepted ? status : null, details: null, remedy: null };
}

function failureIn(state: JobState): Failure | null {
  if ('failure' in state) return state.failure;
  return state.at === 'waiting' ? state.because : null;
}
