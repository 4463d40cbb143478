import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { createEvents } from '../../../electron/services/events.ts';
import { createPresence, standingOf } from '../../../electron/services/presence.ts';
import { endOf, type Message } from '../../../electron/services/presence-words.ts';
import { exampleJob } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { paused } from '../../support/job-states.ts';

let number = 0;
const job = (state: JobState, id = `job-${number++}`): Job => exampleJob({ id, version: '1.0.0', state });

const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' };
const sending = (sentBytes: number): JobState => ({
  at: 'sending',
  sentBytes,
  totalBytes: 100,
  bytesPerSecond: null,
});
const failed: JobState = { at: 'failed', failure: failureOf('version-taken') };
const conflict: JobState = { at: 'conflict', conflicts: [] };

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
  test('says of the one that needs a person what it needs', () => {
    expect(endOf([job(verified), job(failed)])).toEqual({
      title: '1.0.0 needs you',
      body: 'The product and branch already have a release with this version. 1 of 2 published.',
    });
  });

  test('counts them when there are more, and names the first', () => {
    expect(endOf([job(verified), job(failed), job(failed), job(failed), job(failed)])).toEqual({
      title: '4 releases need you',
      body: '1.0.0, 1.0.0, 1.0.0 and 1 more: see the queue. 1 of 5 published.',
    });
  });

  test('says how many others were cancelled', () => {
    const cancelled: JobState = { at: 'cancelled' };
    expect(endOf([job(verified), job(verified), job(cancelled), job(cancelled), job(cancelled)])).toEqual({
      title: '2 releases are published',
      body: 'Every one was read back and verified. 3 others were cancelled.',
    });
    expect(endOf([job(verified), job(cancelled)])?.body).toBe(
      'Read back and verified. 1 other was cancelled.',
    );
  });

  test('is not worth a word when everything was cancelled', () => {
    expect(endOf([job({ at: 'cancelled' })])).toBeNull();
  });
});

/** A queue and a desktop in the test's hand. */
function follow(...before: JobState[]) {
  const events = createEvents();
  const clock = createFakeClock();
  const told: Message[] = [];
  const awake: boolean[] = [];
  const progress: unknown[] = [];
  const standings: string[] = [];
  let jobs = before.map((state, index) => job(state, `job-${index}`));
  onTestFinished(
    createPresence({
      events,
      clock,
      jobs: () => jobs,
      desktop: {
        progress: (value) => progress.push(value),
        describe: ({ standing }) => standings.push(standing),
        stayAwake: (value) => awake.push(value),
        notify: (message) => told.push(message),
      },
    }),
  );
  return {
    told,
    awake,
    progress,
    standings,
    clock,
    titles: () => told.map(({ title }) => title),
    /** The jobs' new states, in the order of their ids, and each that changed is told. */
    become: (...states: JobState[]): void => {
      const former = jobs;
      jobs = states.map((state, index) => job(state, `job-${index}`));
      for (const [index, now] of jobs.entries()) {
        if (former[index]?.state !== now.state) events.emit('jobs.changed', { job: now });
      }
    },
    warn: (message: string): void =>
      events.emit('notice', { tone: 'danger', message, about: null, isOnJob: false }),
  };
}

describe('the desktop', () => {
  test('is told once at the end of each run, and holds sleep off only while bytes move', () => {
    const { become, titles, awake, progress } = follow();
    become(sending(0), paused);
    become(verified, sending(10));
    become(verified, verified);
    become(verified, verified);
    expect(titles()).toEqual(['2 releases are published']);
    expect(awake.at(-1)).toBe(false);
    expect(awake).toContain(true);
    expect(progress.at(-1)).toBeNull();
    become(verified, verified, sending(0));
    become(verified, verified, verified);
    expect(titles().at(-1)).toBe('1.0.0 is published');
  });

  test('says of a run that was cut short what was cancelled', () => {
    const { become, standings } = follow(sending(0), paused, paused);
    become(sending(50), { at: 'cancelled' }, { at: 'cancelled' });
    become(verified, { at: 'cancelled' }, { at: 'cancelled' });
    expect(standings.at(-1)).toBe('1 of 3 published, 2 cancelled');
  });

  test('is told nothing it could take for markup, nothing that does not show, and nothing endless', async () => {
    const { clock, told, warn } = follow();
    warn(`<b>1.0</b> <img src="http://x/y.png"> R&D \u202egpj.exe\u0007\n${'x'.repeat(5000)}`);
    await clock.advance(10_000);
    const body = told[0]?.body ?? '';
    expect(body).toContain('‹b›1.0‹/b› ‹img src="http://x/y.png"› R＆D');
    expect(body).not.toMatch(/[<>&\p{Cc}\p{Cf}]/u);
    expect(body.length).toBeLessThan(410);
  });

  test('can say in a few words how it stands', () => {
    const { become, standings } = follow();
    become(sending(0), sending(0), sending(0));
    become(verified, sending(0), failed);
    become(verified, paused, failed);
    expect(standings).toEqual([
      'Nothing is on its way',
      '0 of 1 published',
      '0 of 2 published',
      '0 of 3 published',
      '1 of 3 published',
      '1 of 3 published, 1 needs you',
      '1 of 3 published, paused, 1 needs you',
    ]);
  });

  test('is told of a person being needed while the others go on, and what for', async () => {
    const { become, told, clock } = follow();
    become(sending(0), sending(0));
    become(failed, sending(0));
    expect(told).toEqual([]);
    await clock.advance(2000);
    expect(told).toEqual([
      { title: '1.0.0 needs you', body: 'The product and branch already have a release with this version.' },
    ]);
  });

  test('is told at once of all that came to need a person at once, and of each only once', async () => {
    const { become, titles, clock } = follow();
    become(sending(0), sending(0), sending(0));
    become(failed, conflict, sending(0));
    await clock.advance(2000);
    become(failed, conflict, sending(50));
    await clock.advance(60_000);
    expect(titles()).toEqual(['2 releases need you']);
  });

  test('is told again of one that was tried again and failed again', async () => {
    const { become, titles, clock } = follow();
    become(failed, paused);
    await clock.advance(2000);
    become(sending(0), paused);
    become({ ...failed }, paused);
    await clock.advance(2000);
    expect(titles()).toEqual(['1.0.0 needs you', '1.0.0 needs you']);
  });

  test('is told nothing of one that was helped before it could be told', async () => {
    const { become, told, clock } = follow();
    become(conflict, paused);
    become(sending(0), paused);
    await clock.advance(60_000);
    expect(told).toEqual([]);
  });

  test('is told nothing of what needed a person before the app started', async () => {
    const { become, titles, clock } = follow(failed);
    become(failed, sending(0));
    become(failed, verified);
    await clock.advance(60_000);
    expect(titles()).toEqual(['1.0.0 is published']);
  });

  test('is told that a key is missing, though the queue would go on with one', async () => {
    const { become, told, clock } = follow();
    const noKey = failureOf('no-key');
    become({ at: 'waiting', reason: 'key', until: null, because: noKey });
    await clock.advance(2000);
    expect(told).toEqual([{ title: '1.0.0 needs you', body: noKey.message }]);
  });

  test('is told of a danger that no job says, once in a run however often it is said', async () => {
    const { become, warn, told, clock } = follow();
    become(sending(0));
    warn('The server has lost app.jar.');
    warn('The server has lost app.jar.');
    await clock.advance(2000);
    warn('The server has lost app.jar.');
    await clock.advance(2000);
    expect(told).toEqual([{ title: 'Publishing needs you', body: 'The server has lost app.jar.' }]);
  });
});
