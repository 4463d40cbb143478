import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job, JobForecast, JobState } from '../../../electron/model/job.ts';
import { batchStanding, entriesOf } from '../../../renderer/store/batch-standing.ts';
import { finishedJobs, standingOf } from '../../../renderer/store/queue-standing.ts';
import { doneWords, standingWords } from '../../../renderer/views/batches/batch-words.ts';
import { jobLine, jobWords } from '../../../renderer/views/queue/job-words.ts';
import { summaryWords } from '../../../renderer/views/queue/summary-words.ts';
import { exampleJob } from '../../support/examples.ts';
import { paused, waiting } from '../../support/job-states.ts';

const spring = { id: 'spring', name: 'Spring' };
const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' };
const cancelled: JobState = { at: 'cancelled' };
const failed: JobState = { at: 'failed', failure: failureOf('version-taken') };

const job = (id: string, state: JobState, batch: Job['batch'] = spring): Job =>
  exampleJob({ id, version: `1.0.${id}`, state, batch });
const doneAt = (times: Record<string, string>): ReadonlyMap<string, JobForecast> =>
  new Map(Object.entries(times).map(([jobId, at]) => [jobId, { jobId, goesAt: at, doneAt: at }]));
const now = Date.parse('2026-01-01T12:00:00');
const at = (clock: string): string => new Date(`2026-01-01T${clock}:00`).toISOString();
const none = doneAt({});

describe('how a batch stands', () => {
  it('is over when the last of it is over, and not before everything is verified at its end', () => {
    expect(batchStanding([job('1', verified), job('2', verified)], null, none)).toMatchObject({
      all: 2,
      verified: 2,
      share: 1,
      phase: { at: 'over' },
    });
    expect(batchStanding([job('1', verified), job('2', failed)], null, none)).toMatchObject({
      share: 0.5,
      needPerson: 1,
      phase: { at: 'over' },
    });
  });

  it('counts what was cancelled, and is not done by it', () => {
    expect(batchStanding([job('1', verified), job('2', cancelled)], null, none)).toMatchObject({
      all: 2,
      verified: 1,
      cancelled: 1,
      share: 0.5,
      phase: { at: 'over' },
    });
  });

  it('tells a batch that was paused from one that stopped and from one whose time comes', () => {
    const startAt = at('12:30');
    expect(batchStanding([job('1', paused)], null, none).phase).toEqual({ at: 'paused' });
    expect(batchStanding([job('1', paused)], startAt, none).phase).toEqual({ at: 'scheduled', startAt });
    expect(batchStanding([job('1', failed), job('2', paused)], startAt, none).phase).toEqual({
      at: 'stopped',
      version: '1.0.1',
    });
    expect(batchStanding([job('1', waiting), job('2', paused)], null, none).phase).toEqual({ at: 'running' });
  });

  it('is done with its last job, and nobody can say when while that is not known of one', () => {
    const jobs = [job('1', waiting), job('2', waiting)];
    const [first, second] = [at('12:01'), at('12:14')];
    expect(batchStanding(jobs, null, doneAt({ '2': second, '1': first })).doneAt).toBe(second);
    expect(batchStanding(jobs, null, doneAt({ '1': first })).doneAt).toBeNull();
  });
});

describe('a batch in words', () => {
  const words = (jobs: readonly Job[], startAt: string | null = null, forecasts = none): string =>
    standingWords(batchStanding(jobs, startAt, forecasts), now);

  it('says how far it is and when it is done', () => {
    const jobs = [job('1', verified), job('2', waiting)];
    expect(words(jobs, null, doneAt({ '2': at('12:14') }))).toBe(
      '1 of 2 verified · done about 12:14, in 14 min',
    );
  });

  it('is never done in the past: a time that went by is now', () => {
    expect(words([job('1', waiting)], null, doneAt({ '1': at('11:58') }))).toBe(
      '0 of 1 verified · done about 12:00',
    );
  });

  it('says how much of it was cancelled', () => {
    expect(words([job('1', verified), job('2', cancelled), job('3', cancelled)])).toBe(
      '1 of 3 verified · 2 cancelled',
    );
  });

  it('says why it does not go on', () => {
    expect(words([job('1', verified), job('2', paused)])).toBe('1 of 2 verified · paused');
    expect(words([job('1', failed), job('2', paused)])).toBe('0 of 2 verified · stopped at 1.0.1');
    expect(words([job('1', paused)], at('12:30'))).toBe('begins at 12:30, in 30 min');
    expect(words([job('1', failed), job('2', waiting)])).toBe('0 of 2 verified · 1 needs you');
  });
});

it('the queue counts what was cancelled by itself, not as published', () => {
  const standing = standingOf([job('1', verified), job('2', cancelled), job('3', cancelled, null)]);
  expect(summaryWords(standing, true, now)).toBe('1 of 3 published · 2 cancelled');
});

it('a job that looks again says when first: a narrow column keeps that', () => {
  const until = at('12:07');
  const lost = failureOf('connection-lost');
  const unknown: JobState = { at: 'unknown', failure: lost, until, because: null };
  expect(jobLine(job('1', unknown), now, null)).toBe('Reading again at 12:07 · the connection broke');
  expect(jobLine(job('1', { ...unknown, because: lost }), now, null)).toBe(
    `Reading again at 12:07 · the connection broke · ${lost.message}`,
  );
  expect(jobWords(job('1', { at: 'verifying', until, because: null }), now)).toBe(
    'Reading back again at 12:07, in 7 min',
  );
  const backoff: JobState = { at: 'waiting', reason: 'backoff', until, because: lost };
  expect(jobLine(job('1', backoff), now, null)).toBe(`Trying again at 12:07 · ${lost.message}`);
});

describe('without a network', () => {
  const cost = { slots: { update: 2, create: 0 }, waits: 0, startsAt: at('12:00'), finishesAt: at('12:14') };

  it('a batch says how long it takes instead of when it is done, and nothing of one that begins at a time', () => {
    expect(doneWords(cost, null, true, now)).toBe('Done about 12:14, in 14 min');
    expect(doneWords(cost, null, false, now)).toBe('Done in 14 min once the network is back');
    expect(doneWords({ ...cost, finishesAt: cost.startsAt }, null, false, now)).toBe(
      'Done in under a minute once the network is back',
    );
    expect(doneWords(cost, at('12:00'), false, now)).toBeNull();
  });

  it('the queue does not say when the last one goes', () => {
    const standing = standingOf([job('1', { ...waiting, until: at('12:14') })]);
    expect(summaryWords(standing, true, now)).toBe(
      '0 of 1 published · 1 waiting · last one goes at 12:14, in 14 min',
    );
    expect(summaryWords(standing, false, now)).toBe('0 of 1 published · 1 waiting');
  });

  it('a job says what it waits for and not a second time why', () => {
    const offline: JobState = { ...waiting, reason: 'network', because: failureOf('offline') };
    expect(jobLine(job('1', offline), now, null)).toBe('Waiting for the network');
  });
});

describe('the jobs of a batch in the queue', () => {
  const kinds = (line: readonly Job[]) => entriesOf(line).map(({ id }) => id);

  it('stand under its name, and those of no batch by themselves', () => {
    expect(kinds([job('1', verified), job('2', waiting), job('3', waiting, null)])).toEqual([
      'batch spring',
      '1',
      '2',
      '3',
    ]);
  });

  it('stand under it once more where another job was moved in between', () => {
    expect(kinds([job('1', waiting), job('2', waiting, null), job('3', waiting)])).toEqual([
      'batch spring',
      '1',
      '2',
      'batch spring 1',
      '3',
    ]);
  });

  it('are cleared once nothing of it is on its way', () => {
    const alone = job('3', verified, null);
    const ids = (jobs: readonly Job[]) => finishedJobs(jobs).map(({ id }) => id);
    expect(ids([job('1', verified), job('2', waiting), alone])).toEqual(['3']);
    expect(ids([job('1', verified), job('2', failed), alone])).toEqual(['1', '3']);
  });

  it('are not cleared while one that was cancelled has cost a file that can be put back', () => {
    const cancelled = job('1', { at: 'cancelled' }, null);
    const lost = { ...job('2', { at: 'cancelled' }, null), lostFile: { name: 'app.jar', inVault: true } };
    expect(finishedJobs([cancelled, lost]).map(({ id }) => id)).toEqual(['1']);
  });
});
