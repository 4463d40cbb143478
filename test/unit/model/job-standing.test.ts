import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { JobState } from '../../../electron/model/job.ts';
import { partDone, progressOf } from '../../../electron/model/job-standing.ts';
import { failed, sending, verified, waiting } from '../../support/job-states.ts';

const unknown: JobState = {
  at: 'unknown',
  failure: failureOf('connection-lost'),
  until: null,
  because: null,
};

describe('the progress of a job', () => {
  it('is full only when what was sent has been read back and found right', () => {
    expect(progressOf(sending(1000))).toBeLessThan(1);
    expect(progressOf({ at: 'answering' })).toBeLessThan(1);
    expect(progressOf({ at: 'verifying', until: null, because: null })).toBeLessThan(1);
    expect(progressOf(verified)).toBe(1);
    expect(progressOf(failed)).toBeNull();
  });

  it('never goes back on its way', () => {
    const way = [sending(0), sending(500), sending(1000), { at: 'answering' }, verified] satisfies JobState[];
    const shares = way.map((state) => progressOf(state) ?? -1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('is unknown, not zero, while nothing can be measured', () => {
    expect(progressOf(waiting)).toBeNull();
    expect(progressOf({ at: 'reading' })).toBeNull();
    expect(progressOf({ at: 'sending', sentBytes: 0, totalBytes: 0, bytesPerSecond: null })).toBe(0);
  });

  it('as a part of a batch does not go back when an answer is lost', () => {
    expect(progressOf(unknown)).toBeNull();
    expect(partDone(unknown)).toBe(partDone(sending(1000)));
    expect(partDone(unknown)).toBeLessThan(1);
  });

  it('as a part of a batch begins with its request', () => {
    expect([waiting, failed, { at: 'paused' } as const].map(partDone)).toEqual([0, 0, 0]);
  });
});
