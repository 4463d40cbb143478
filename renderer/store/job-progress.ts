import type { JobState } from '../../electron/model/job.ts';
import { isStuck, isUnderWay } from '../../electron/model/job-standing.ts';

/** Stands still until a person decides something. */
export function needsPerson(state: JobState): boolean {
  return isStuck({ state }) || state.at === 'paused';
}

/** Too late once the whole body is out: the server applies it even if nobody listens (docs/lukittu.md). */
export function canCancel(state: JobState): boolean {
  return isUnderWay(state) && state.at !== 'answering' && state.at !== 'verifying' && state.at !== 'unknown';
}
