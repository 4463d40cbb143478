import type { JobState } from '../../electron/model/job.ts';
import { isStuck, isUnderWay } from '../../electron/model/job-standing.ts';

/** Stands still until a person decides something. */
export function needsPerson(state: JobState): boolean {
  return isStuck({ state }) || state.at === 'paused';
}

/** Whether it can be told to go again. One that a person cancelled and whose draft is gone as well is not wanted. */
export function canRetry(state: JobState, hasDraft: boolean): boolean {
  switch (state.at) {
    case 'failed':
      return state.failure.retry === 'now' || state.failure.retry === 'later';
    case 'waiting':
      return state.reason === 'backoff';
    case 'cancelled':
      return hasDraft;
    default:
      return state.at === 'blocked';
  }
}

/** Too late once the whole body is out: the server applies it even if nobody listens (docs/lukittu.md). */
export function canCancel(state: JobState): boolean {
  return isUnderWay(state) && state.at !== 'answering' && state.at !== 'verifying' && state.at !== 'unknown';
}

/** Before its request leaves. */
export function canPause({ at }: JobState): boolean {
  return at === 'waiting' || at === 'reading' || at === 'merging';
}

/** Whether it can be taken out of the queue: also where it stands still until a person decides. */
export function canStop(state: JobState): boolean {
  return canCancel(state) || state.at === 'paused' || state.at === 'conflict';
}
