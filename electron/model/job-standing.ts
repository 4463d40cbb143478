import type { Job, JobState } from './job.ts';

/** What a job's state means for those who wait for it, on both sides of the process boundary. */

/** On its way by itself: waiting, talking to the server, or finding out. */
export function isUnderWay({ at }: JobState): boolean {
  switch (at) {
    case 'waiting':
    case 'reading':
    case 'merging':
    case 'sending':
    case 'answering':
    case 'verifying':
    case 'unknown':
      return true;
    default:
      return false;
  }
}

/** Stopped for good until a person does something about it. */
export function isStuck({ state }: Pick<Job, 'state'>): boolean {
  return state.at === 'failed' || state.at === 'blocked' || state.at === 'conflict';
}

/** Whether a job goes on by itself, or would if it were not paused. */
export function isActive({ state }: Pick<Job, 'state'>): boolean {
  return isUnderWay(state) || state.at === 'paused';
}

/**
 * How far a job is, between 0 and 1, or null while that cannot be known (waiting, reading). Sending fills nine
 * tenths; the end is reached only by what was read back and found right.
 */
export function progressOf(state: JobState): number | null {
  switch (state.at) {
    case 'sending':
      return sendingShare * sentShare(state);
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

/** How far a job is as a part of many: what cannot be known has not begun, unless a request has left. */
export function partDone(state: JobState): number {
  return progressOf(state) ?? (state.at === 'unknown' ? sendingShare : 0);
}

/** The share of the body that is out, between 0 and 1. */
export function sentShare(state: Extract<JobState, { at: 'sending' }>): number {
  return state.totalBytes > 0 ? Math.min(1, state.sentBytes / state.totalBytes) : 0;
}

const sendingShare = 0.9;
const verifyingShare = 0.95;
