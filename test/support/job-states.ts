import { failureOf } from '../../electron/errors.ts';
import type { JobState } from '../../electron/model/job.ts';

/** Where jobs stand, for what looks at that and at nothing else of them. */

/** Of a thousand bytes. */
export const sending = (sentBytes: number): JobState => ({
  at: 'sending',
  sentBytes,
  totalBytes: 1000,
  bytesPerSecond: null,
});
export const waiting: Extract<JobState, { at: 'waiting' }> = {
  at: 'waiting',
  reason: 'slot',
  until: null,
  because: null,
};
export const paused: JobState = { at: 'paused' };
export const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T00:00:00Z' };
export const failed: JobState = { at: 'failed', failure: failureOf('server-error') };
