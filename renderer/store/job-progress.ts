import type { JobState } from '../../electron/model/job.ts';

/** On its way by itself: waiting, talking to the server, or finding out. Its draft is not to be edited meanwhile. */
export function isUnderWay(state: JobState): boolean {
  return underWay.has(state.at);
}

/** Stands still until a person decides something. */
export function needsPerson(state: JobState): boolean {
  return state.at === 'blocked' || state.at === 'conflict' || state.at === 'failed' || state.at === 'paused';
}

/** Too late once the whole body is out: the server applies it even if nobody listens (docs/lukittu.md). */
export function canCancel(state: JobState): boolean {
  return isUnderWay(state) && state.at !== 'answering' && state.at !== 'verifying' && state.at !== 'unknown';
}

/**
 * How far a job is, between 0 and 1, or null while that cannot be known (waiting, reading). Sending fills nine
 * tenths; the end is reached only by what was read back and found right.
 */
export function progressOf(state: JobState): number | null {
  switch (state.at) {
    case 'sending':
      return state.totalBytes > 0 ? sendingShare * Math.min(1, state.sentBytes / state.totalBytes) : 0;
    case 'answering':
      return sendingShare;
    case 'verifying':
      return verifyingShare;
    case 'verified':
      return 1;
    default:
      return null;
  }
}

/** The share of the body that is out, between 0 and 1. */
export function sentShare(state: Extract<JobState, { at: 'sending' }>): number {
  return state.totalBytes > 0 ? Math.min(1, state.sentBytes / state.totalBytes) : 0;
}

const sendingShare = 0.9;
const verifyingShare = 0.95;

const underWay: ReadonlySet<JobState['at']> = new Set([
  'waiting',
  'reading',
  'merging',
  'sending',
  'answering',
  'verifying',
  'unknown',
]);
