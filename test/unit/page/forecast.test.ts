import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job } from '../../../electron/model/job.ts';
import { followForecast, useForecast } from '../../../renderer/store/forecast.ts';
import { useJobs } from '../../../renderer/store/jobs.ts';
import { setOnline } from '../../../renderer/store/session.ts';
import { exampleJob } from '../../support/examples.ts';
import { sending, waiting } from '../../support/job-states.ts';

/** What the main process is asked, and answers at once. */
const forecast = vi.fn(async () => ({
  ok: true,
  value: [{ jobId: 'job-1', goesAt: null, doneAt: '2026-01-01T12:05:00.000Z' }],
}));
const show = (...jobs: Job[]) => useJobs.setState({ jobs });
const job = (state: Job['state'], id = 'job-1') => exampleJob({ id, state });

let stop: () => void;
beforeAll(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { lukittu: { 'jobs.forecast': forecast } });
  stop = followForecast();
});
afterAll(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

beforeEach(async () => {
  useJobs.setState({ connectionId: 'connection-1', jobs: [] });
  show(job(sending(0)));
  await vi.advanceTimersByTimeAsync(5000);
  forecast.mockClear();
});

it('asks at most once in a second while bytes move', async () => {
  for (let bytes = 1; bytes <= 25; bytes += 1) {
    show(job(sending(bytes)));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(forecast).toHaveBeenCalledTimes(3);
});

it('asks at once when a job comes or stands elsewhere, even a moment after it asked', async () => {
  show(job(sending(1)));
  await vi.advanceTimersByTimeAsync(0);
  expect(forecast).toHaveBeenCalledTimes(1);
  show(job(sending(1)), job(waiting, 'job-2'));
  await vi.advanceTimersByTimeAsync(100);
  expect(forecast).toHaveBeenCalledTimes(2);
  show(job({ at: 'answering' }), job(waiting, 'job-2'));
  await vi.advanceTimersByTimeAsync(100);
  expect(forecast).toHaveBeenCalledTimes(3);
});

it('asks at once when what came of a job is looked up later than it was to be', async () => {
  const looksAt = (until: string) =>
    job({ at: 'unknown', failure: failureOf('connection-lost'), because: null, until });
  show(looksAt('2026-01-01T12:00:30.000Z'));
  await vi.advanceTimersByTimeAsync(100);
  forecast.mockClear();
  show(looksAt('2026-01-01T12:01:30.000Z'));
  await vi.advanceTimersByTimeAsync(100);
  expect(forecast).toHaveBeenCalledTimes(1);
});

it('makes one question of a burst', async () => {
  show(job(waiting));
  for (let n = 2; n < 20; n += 1) show(job(waiting), job(waiting, `job-${n}`));
  await vi.advanceTimersByTimeAsync(100);
  expect(forecast).toHaveBeenCalledTimes(1);
});

it('asks anew each half minute while a job waits', async () => {
  show(job(waiting));
  await vi.advanceTimersByTimeAsync(100);
  forecast.mockClear();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(forecast).toHaveBeenCalledTimes(3);
});

it('forgets the times while there is no network, and asks at once when it is back', async () => {
  setOnline(false);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(useForecast.getState().byId.size).toBe(0);
  expect(forecast).not.toHaveBeenCalled();
  setOnline(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(useForecast.getState().byId.size).toBe(1);
});

it('forgets the times once nothing is on its way any more', async () => {
  expect(useForecast.getState().byId.size).toBe(1);
  show(job({ at: 'cancelled' }));
  await vi.advanceTimersByTimeAsync(100);
  expect(useForecast.getState().byId.size).toBe(0);
  expect(forecast).not.toHaveBeenCalled();
});

it('wakes nobody up while nothing is on its way', async () => {
  show(job({ at: 'cancelled' }));
  await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(0);
});
