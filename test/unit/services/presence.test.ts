import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { createEvents } from '../../../electron/services/events.ts';
import { createPresence, endOf, standingOf } from '../../../electron/services/presence.ts';

let number = 0;
const job = (state: JobState, id = `job-${number++}`): Job => ({
  id,
  draftId: `draft of ${id}`,
  connectionId: 'c',
  productId: 'p',
  releaseId: 'r',
  version: '1.0.0',
  fileName: null,
  state,
  attempts: 0,
  lostFile: null,
  merged: [],
  createdAt: '',
  updatedAt: '',
});

const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' };
const sending = (sentBytes: number): JobState => ({
  at: 'sending',
  sentBytes,
  totalBytes: 100,
  bytesPerSecond: null,
});
const failed: JobState = { at: 'failed', failure: failureOf('version-taken') };
const paused: JobState = { at: 'paused' };

describe('how a run of jobs stands', () => {
  test('is nothing when nothing is on its way', () => {
    expect(standingOf([job(verified)])).toEqual({ progress: null, bytesMove: false });
  });

  test('counts what is verified, and what is sent as most of the way', () => {
    expect(standingOf([job(verified), job(sending(50))])).toEqual({
      progress: 0.72,
      bytesMove: true,
    });
  });

  test('never reaches its end before everything is verified', () => {
    expect(
      standingOf([job(verified), job({ at: 'verifying', until: null, because: null })]).progress,
    ).toBeLessThan(1);
  });

  test('says that it waits while only time or a person moves it on', () => {
    expect(standingOf([job(verified), job(paused)]).progress).toBe('waiting');
  });
});

describe('the end of a run', () => {
  test('names what needs a person first', () => {
    expect(endOf([job(verified), job(failed)])).toEqual({
      title: 'A release needs you',
      body: '1.0.0: see the queue. 1 of 2 published.',
    });
  });

  test('is not worth a word when everything was cancelled', () => {
    expect(endOf([job({ at: 'cancelled' })])).toBeNull();
  });
});

test('the desktop is told once at the end of each run, and holds sleep off only while bytes move', () => {
  const events = createEvents();
  const told: string[] = [];
  const awake: boolean[] = [];
  let jobs: Job[] = [];
  const become = (...states: JobState[]): void => {
    jobs = states.map((state, index) => job(state, `job-${index}`));
    events.emit('jobs.changed', { job: job(verified) });
  };
  createPresence(events, () => jobs, {
    progress: () => undefined,
    stayAwake: (value) => awake.push(value),
    notify: (title) => told.push(title),
  });
  become(sending(0), paused);
  become(verified, sending(10));
  become(verified, verified);
  become(verified, verified);
  expect(told).toEqual(['2 releases are published']);
  expect(awake.at(-1)).toBe(false);
  expect(awake).toContain(true);
  become(verified, verified, sending(0));
  become(verified, verified, verified);
  expect(told.at(-1)).toBe('1.0.0 is published');
});
