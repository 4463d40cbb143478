import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { createEvents } from '../../../electron/services/events.ts';
import { createLeaving } from '../../../electron/services/leaving.ts';
import {
  type Answer,
  closingQuestion,
  type Question,
  quittingQuestion,
  type UnderWay,
} from '../../../electron/services/leaving-words.ts';
import { exampleJob } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { paused, waiting } from '../../support/job-states.ts';

const now = Date.parse('2026-01-01T12:00:00.000Z');
const sending: JobState = { at: 'sending', sentBytes: 1, totalBytes: 100, bytesPerSecond: null };
const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' };
const failed: JobState = { at: 'failed', failure: failureOf('version-taken') };

const jobs = (...states: JobState[]): Job[] =>
  states.map((state, index) => exampleJob({ id: `job-${index}`, version: `1.${index}.0`, state }));
const underWay = (...states: JobState[]): UnderWay => ({ jobs: jobs(...states), later: [] });
const winter = { name: 'Winter', startAt: '2026-01-03T18:42:00.000' };

describe('what is asked', () => {
  test('is nothing while nothing goes on by itself: what is paused, stuck or done stays as it is', () => {
    const still = underWay(paused, failed, verified, { at: 'cancelled' });
    expect(closingQuestion(still, now)).toBeNull();
    expect(quittingQuestion(still, now)).toBeNull();
  });

  test('says what becomes of what is being sent and of what waits', () => {
    expect(quittingQuestion(underWay(sending, waiting, waiting, verified), now)).toEqual({
      message: 'Quit while 3 releases are being published?',
      detail:
        'What came of 1.0.0 is found out at the next start. The other 2 wait until then. Nothing is lost.',
      answers: ['stay', 'quit'],
      always: null,
    });
  });

  test('names the one release when there is only one', () => {
    expect(quittingQuestion(underWay(waiting), now)).toMatchObject({
      message: 'Quit while 1.0.0 is being published?',
      detail: 'It goes on at the next start. Nothing is lost.',
    });
    expect(closingQuestion(underWay(waiting), now)?.message).toBe('1.0.0 is still being published.');
  });

  test('names the batch that would not begin', () => {
    const question = quittingQuestion({ jobs: jobs(paused), later: [winter] }, now);
    expect(question).toMatchObject({
      message: 'Quit, although “Winter” is to begin on 3 January at 18:42?',
      detail: '“Winter” does not begin while the app is closed. Nothing is lost.',
    });
  });

  test('offers to go on in the background when the window is closed, and can be told to do so always', () => {
    expect(closingQuestion(underWay(sending), now)).toMatchObject({
      answers: ['background', 'stay', 'quit'],
      always: 'Always go on in the background',
    });
  });
});

const open = (...states: JobState[]) => openApp(true, ...states);

/** An app with so much on its way, and a person who answers. */
function openApp(endsByItself: boolean, ...states: JobState[]) {
  const events = createEvents();
  const clock = createFakeClock(now);
  const asked: Question[] = [];
  const takenBack: Question[] = [];
  const did: string[] = [];
  let current = underWay(...states);
  let isAlways = false;
  let answer: (given: { answer: Answer; always: boolean }) => void = () => undefined;
  const leaving = createLeaving({
    events,
    clock,
    underWay: () => current,
    ask: (question, signal) =>
      new Promise((resolve) => {
        asked.push(question);
        answer = resolve;
        signal.addEventListener('abort', () => {
          takenBack.push(question);
          resolve({ answer: 'stay', always: false });
        });
      }),
    always: {
      get: () => isAlways,
      set: () => {
        isAlways = true;
      },
    },
    closeWindow: () => did.push('close'),
    quit: () => {
      did.push('quit');
      expect(leaving.quitting()).toBe(true);
    },
    endsByItself,
  });
  onTestFinished(() => leaving.close());
  return {
    leaving,
    clock,
    asked,
    takenBack,
    did,
    reply: async (given: Answer, always = false): Promise<void> => {
      answer({ answer: given, always });
      await clock.advance(0);
    },
    become: (...next: JobState[]): void => {
      current = underWay(...next);
      for (const job of current.jobs) events.emit('jobs.changed', { job });
    },
  };
}

describe('closing the window', () => {
  test('asks nothing when nothing is on its way', () => {
    const { leaving, asked } = open(verified);
    expect(leaving.closing()).toBe(true);
    expect(leaving.isInBackground()).toBe(false);
    expect(asked).toEqual([]);
  });

  test('waits for the answer, and asks once however often it is clicked', async () => {
    const { leaving, asked, did, reply } = open(sending);
    expect(leaving.closing()).toBe(false);
    expect(leaving.closing()).toBe(false);
    expect(asked).toHaveLength(1);
    await reply('stay');
    expect(did).toEqual([]);
    expect(leaving.closing()).toBe(false);
    expect(asked).toHaveLength(2);
  });

  test('goes on in the background when told so, and then the window closes', async () => {
    const { leaving, did, reply } = open(sending);
    leaving.closing();
    await reply('background');
    expect(did).toEqual(['close']);
    expect(leaving.isInBackground()).toBe(true);
    leaving.returned();
    expect(leaving.isInBackground()).toBe(false);
  });

  test('asks no more once a person has said always', async () => {
    const { leaving, asked, reply } = open(sending);
    leaving.closing();
    await reply('background', true);
    leaving.returned();
    expect(leaving.closing()).toBe(true);
    expect(leaving.isInBackground()).toBe(true);
    expect(asked).toHaveLength(1);
  });

  test('quits when told so, without a second question', async () => {
    const { leaving, asked, did, reply } = open(sending);
    leaving.closing();
    await reply('quit');
    expect(did).toEqual(['quit']);
    expect(asked).toHaveLength(1);
    expect(leaving.closing()).toBe(true);
  });
});

describe('quitting', () => {
  test('asks while something is on its way, also in the background', async () => {
    const { leaving, asked, did, reply } = open(sending);
    leaving.closing();
    await reply('background');
    expect(leaving.quitting()).toBe(false);
    await reply('quit');
    expect(did).toEqual(['close', 'quit']);
    expect(asked.map(({ message }) => message)).toEqual([
      '1.0.0 is still being published.',
      'Quit while 1.0.0 is being published?',
    ]);
  });

  test('is never held up when the session ends, not even by a question that is open', () => {
    const { leaving, asked, takenBack, did } = open(sending);
    expect(leaving.quitting()).toBe(false);
    leaving.sessionEnds();
    expect(takenBack).toEqual(asked);
    expect(leaving.quitting()).toBe(true);
    expect(leaving.closing()).toBe(true);
    expect(asked).toHaveLength(1);
    expect(did).toEqual([]);
  });

  test('stays when it cannot be asked', async () => {
    const clock = createFakeClock(now);
    const leaving = createLeaving({
      events: createEvents(),
      clock,
      underWay: () => underWay(sending),
      ask: () => Promise.reject(new Error('there is no display')),
      always: { get: () => false, set: () => undefined },
      closeWindow: () => undefined,
      quit: () => expect.unreachable(),
      endsByItself: true,
    });
    expect(leaving.quitting()).toBe(false);
    await clock.advance(0);
    expect(leaving.quitting()).toBe(false);
  });
});

describe('in the background', () => {
  const restMs = 10 * 60_000;

  test('the app ends by itself ten minutes after the last release, and not before', async () => {
    const { leaving, did, reply, become, clock } = open(sending);
    leaving.closing();
    await reply('background');
    await clock.advance(10 * restMs);
    become(verified);
    await clock.advance(restMs - 1);
    expect(did).toEqual(['close']);
    await clock.advance(1);
    expect(did).toEqual(['close', 'quit']);
  });

  test('where it is to stay until it is quit, as on macOS, it does', async () => {
    const { leaving, did, reply, become, clock } = openApp(false, sending);
    leaving.closing();
    await reply('background');
    become(verified);
    await clock.advance(10 * restMs);
    expect(did).toEqual(['close']);
  });

  test('it stays as long as a person is needed since', async () => {
    const { leaving, did, reply, become, clock } = open(sending, failed);
    leaving.closing();
    await reply('background');
    become(failed, failed);
    await clock.advance(10 * restMs);
    expect(did).toEqual(['close']);
    become(verified, failed);
    await clock.advance(restMs);
    expect(did).toEqual(['close', 'quit']);
  });

  test('it stays when the window is back, or something new is on its way', async () => {
    const { leaving, did, reply, become, clock } = open(sending);
    leaving.closing();
    await reply('background');
    become(verified);
    become(verified, waiting);
    await clock.advance(10 * restMs);
    become(verified, verified);
    leaving.returned();
    await clock.advance(10 * restMs);
    expect(did).toEqual(['close']);
  });
});
