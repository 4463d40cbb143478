import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import {
  answered,
  emptyRateWindow,
  inStep,
  nextSlot,
  type RateWindow,
  rateWindowSchema,
  slotOutcome,
  slotTime,
  spend,
} from '../../../electron/lukittu/rate-window.ts';
import type { RateLimit } from '../../../electron/model/connection.ts';
import { failureKinds } from '../../../electron/model/failure.ts';

const limit: RateLimit = { count: 5, windowSeconds: 300 };
const start = Date.parse('2026-01-01T12:00:00.000Z');
const at = (seconds: number) => start + seconds * 1000;

/** Sends at each of these seconds and gets the answer half a second later. */
function sent(seconds: readonly number[], from: RateWindow = emptyRateWindow): RateWindow {
  return seconds.reduce((window, second) => {
    const spent = spend(window, at(second), limit);
    return answered(spent, { sentAt: at(second), answeredAt: at(second + 0.5) }, 'counted', limit);
  }, from);
}

describe('slots of one window', () => {
  test('all are free at first', () => {
    expect(nextSlot(emptyRateWindow, start, limit)).toEqual({ free: 5 });
  });

  test('each request takes one', () => {
    expect(nextSlot(sent([0, 1]), at(2), limit)).toEqual({ free: 3 });
  });

  test('after the fifth the next come 305 s after the first was answered', () => {
    expect(nextSlot(sent([0, 1, 2, 3, 4]), at(5), limit)).toEqual({ at: at(305.5) });
  });

  test('all are free again then, and not a moment earlier', () => {
    const window = sent([0, 1, 2, 3, 4]);
    expect(nextSlot(window, at(305.5) - 1, limit)).toEqual({ at: at(305.5) });
    expect(nextSlot(window, at(305.5), limit)).toEqual({ free: 5 });
  });

  test('the first request after its end opens a new window', () => {
    const window = sent([306], sent([0, 1, 2, 3, 4]));
    expect(nextSlot(window, at(307), limit)).toEqual({ free: 4 });
    expect(nextSlot(sent([307, 308, 309, 310], window), at(311), limit)).toEqual({ at: at(611.5) });
  });

  test('free slots are not used in the last seconds, where the server would start the window anew', () => {
    const window = sent([0, 1]);
    expect(nextSlot(window, at(294), limit)).toEqual({ free: 3 });
    expect(nextSlot(window, at(295), limit)).toEqual({ at: at(305.5) });
    expect(nextSlot(window, at(299.9), limit)).toEqual({ at: at(305.5) });
  });

  test('a first request that took long to be answered may have been counted only then', () => {
    const spent = spend(emptyRateWindow, at(0), limit);
    const window = answered(spent, { sentAt: at(0), answeredAt: at(80) }, 'counted', limit);
    expect(nextSlot(sent([81, 82, 83, 84], window), at(85), limit)).toEqual({ at: at(385) });
  });

  test('a request answered close to the end may have kept the count for another whole window', () => {
    const answeredLate = (window: RateWindow) =>
      answered(spend(window, at(290), limit), { sentAt: at(290), answeredAt: at(301) }, 'counted', limit);
    expect(nextSlot(answeredLate(sent([0, 1, 2, 3])), at(302), limit)).toEqual({ at: at(301 + 305) });
    expect(nextSlot(answeredLate(sent([0, 1])), at(302), limit)).toEqual({ at: at(305.5) });
    expect(nextSlot(answeredLate(sent([0, 1])), at(305.5), limit)).toEqual({ free: 2 });
  });

  test('a slot is taken before the request leaves, so that a crash in between forgets none', () => {
    const window = [0, 1, 2, 3, 4].reduce((open, second) => spend(open, at(second), limit), emptyRateWindow);
    expect(nextSlot(window, at(5), limit)).toEqual({ at: at(305) });
  });

  test('a late answer to a request of a window that is over changes nothing in the next', () => {
    const window = sent([310], sent([0, 1]));
    const times = { sentAt: at(2), answeredAt: at(312) };
    expect(answered(window, times, 'counted', limit)).toEqual(window);
    expect(answered(window, times, 'not-counted', limit)).toEqual(window);
  });

  test('short windows keep most of their time for sending', () => {
    const short: RateLimit = { count: 2, windowSeconds: 8 };
    const window = spend(emptyRateWindow, start, short);
    expect(nextSlot(window, at(5), short)).toEqual({ free: 1 });
    expect(nextSlot(window, at(6), short)).toEqual({ at: at(13) });
  });

  test('the value survives being written down', () => {
    const window = sent([0, 1]);
    expect(rateWindowSchema.parse(JSON.parse(JSON.stringify(window)))).toEqual(window);
  });
});

describe('what an answer means for the slots', () => {
  test('a 429 nobody expected is followed by 305 s of silence, and then all slots are free', () => {
    const spent = spend(sent([0]), at(10), limit);
    const window = answered(spent, { sentAt: at(10), answeredAt: at(11) }, 'refused', limit);
    expect(nextSlot(window, at(12), limit)).toEqual({ at: at(11 + 305) });
    expect(nextSlot(window, at(11 + 305), limit)).toEqual({ free: 5 });
  });

  test('a request sent in the silence does not end it', () => {
    const window = answered(
      spend(emptyRateWindow, at(0), limit),
      { sentAt: at(0), answeredAt: at(1) },
      'refused',
      limit,
    );
    expect(nextSlot(spend(window, at(20), limit), at(21), limit)).toEqual({ at: at(306) });
  });

  test('a request that was not counted gives its slot back', () => {
    const spent = spend(sent([0, 1]), at(2), limit);
    const window = answered(spent, { sentAt: at(2), answeredAt: at(3) }, 'not-counted', limit);
    expect(nextSlot(window, at(4), limit)).toEqual({ free: 3 });
  });

  test('a window whose only request was not counted never began', () => {
    const spent = spend(emptyRateWindow, at(0), limit);
    expect(answered(spent, { sentAt: at(0), answeredAt: at(1) }, 'not-counted', limit)).toEqual(
      emptyRateWindow,
    );
  });

  test('a success counts', () => {
    expect(slotOutcome(null, true)).toBe('counted');
  });

  test.each(['invalid-key', 'invalid-team', 'invalid-release-id'] as const)(
    '%s does not: the server says it before it counts (steps 1 to 3)',
    (kind) => {
      expect(slotOutcome(failureOf(kind), true)).toBe('not-counted');
    },
  );

  test('a 429 is a refusal', () => {
    expect(slotOutcome(failureOf('rate-limited'), true)).toBe('refused');
  });

  test('every other failure counts once the request has left, and only then', () => {
    const exempt = ['invalid-key', 'invalid-team', 'invalid-release-id', 'rate-limited'];
    for (const kind of failureKinds.filter((name) => !exempt.includes(name))) {
      expect([kind, slotOutcome(failureOf(kind), true)]).toEqual([kind, 'counted']);
      expect([kind, slotOutcome(failureOf(kind), false)]).toEqual([kind, 'not-counted']);
    }
  });
});

describe('when a waiting job can be sent', () => {
  const times = (window: RateWindow, now: number, count: number) =>
    Array.from({ length: count }, (_, position) => (slotTime(window, now, limit, position) - start) / 1000);

  test('five at once, then five every 305 s, where nothing has been sent', () => {
    expect(times(emptyRateWindow, start, 12)).toEqual([0, 0, 0, 0, 0, 305, 305, 305, 305, 305, 610, 610]);
  });

  test('the free slots of an open window first, then those after its end', () => {
    expect(times(sent([0, 1, 2]), at(10), 8)).toEqual([10, 10, 305.5, 305.5, 305.5, 305.5, 305.5, 610.5]);
  });

  test('after the silence in a silence', () => {
    const spent = spend(emptyRateWindow, at(0), limit);
    const window = answered(spent, { sentAt: at(0), answeredAt: at(1) }, 'refused', limit);
    expect(times(window, at(2), 6)).toEqual([306, 306, 306, 306, 306, 611]);
  });
});

test('without a limit every slot is free, at once, and nothing is written down', () => {
  expect(nextSlot(emptyRateWindow, start, null)).toEqual({ free: Number.POSITIVE_INFINITY });
  expect(slotTime(emptyRateWindow, start, null, 1000)).toBe(start);
  const window = spend(emptyRateWindow, start, null);
  expect(answered(window, { sentAt: start, answeredAt: start }, 'counted', null)).toEqual(emptyRateWindow);
});

test('a server that was said to have no limit is left in silence for 305 s when it says 429', () => {
  const times = { sentAt: at(0), answeredAt: at(1) };
  const silent = answered(spend(emptyRateWindow, at(0), null), times, 'refused', null);
  expect(nextSlot(silent, at(2), null)).toEqual({ at: at(306) });
  expect(slotTime(silent, at(2), null, 7)).toBe(at(306));
  expect(nextSlot(silent, at(306), null)).toEqual({ free: Number.POSITIVE_INFINITY });
  // Also when the clock was set back a day meanwhile.
  expect(nextSlot(inStep(silent, at(-86_400), null), at(-86_400), null)).toEqual({ at: at(-86_400 + 305) });
});

describe('a clock that jumps', () => {
  const day = 86_400;

  test('back by a day: the wait is one window, not a day, and does not begin again at every look', () => {
    const window = sent([0, 1, 2, 3, 4]);
    const back = at(-day);
    const stepped = inStep(window, back, limit);
    expect(nextSlot(stepped, back, limit)).toEqual({ at: at(-day + 305) });
    expect(inStep(stepped, at(-day + 100), limit)).toEqual(stepped);
    expect(nextSlot(stepped, at(-day + 304), limit)).toEqual({ at: at(-day + 305) });
    expect(nextSlot(stepped, at(-day + 305), limit)).toEqual({ free: 5 });
  });

  test('back by a day in a silence: the silence lasts a window at most', () => {
    const spent = spend(emptyRateWindow, at(0), limit);
    const window = answered(spent, { sentAt: at(0), answeredAt: at(1) }, 'refused', limit);
    const stepped = inStep(window, at(-day), limit);
    expect(nextSlot(stepped, at(-day), limit)).toEqual({ at: at(-day + 305) });
    expect(nextSlot(stepped, at(-day + 305), limit)).toEqual({ free: 5 });
  });

  test('back by some seconds: never sends earlier than it would have', () => {
    const window = sent([0, 1, 2, 3, 4]);
    const stepped = inStep(window, at(-10), limit);
    expect(nextSlot(stepped, at(-10), limit)).toEqual({ at: at(-10 + 305) });
  });

  test('forward by a day: the slots are taken for free, which costs one 429 at most and then a silence', () => {
    const window = sent([0, 1, 2, 3, 4]);
    expect(nextSlot(window, at(day), limit)).toEqual({ free: 5 });
    const spent = spend(window, at(day), limit);
    const refused = answered(spent, { sentAt: at(day), answeredAt: at(day + 1) }, 'refused', limit);
    expect(nextSlot(refused, at(day + 2), limit)).toEqual({ at: at(day + 306) });
  });

  test('forward by a day and back again in the silence: the wait stays one window', () => {
    const refused = answered(
      spend(emptyRateWindow, at(day), limit),
      { sentAt: at(day), answeredAt: at(day) },
      'refused',
      limit,
    );
    expect(nextSlot(inStep(refused, at(5), limit), at(5), limit)).toEqual({ at: at(310) });
  });

  test('standing still changes nothing', () => {
    const window = sent([0, 1]);
    expect(inStep(window, at(2), limit)).toBe(window);
  });
});

/** The server's window with its trap: docs/lukittu.md, "The rate limit". */
function serverWindow(wholeSeconds: (seconds: number) => number) {
  let count = 0;
  let endsAt = Number.NEGATIVE_INFINITY;
  return {
    passes: (now: number): boolean => {
      if (now >= endsAt) {
        count = 1;
        endsAt = now + 300_000;
        return true;
      }
      count++;
      const left = endsAt - now;
      endsAt = now + (left < 500 ? 300_000 : wholeSeconds(left / 1000) * 1000);
      return count <= 5;
    },
  };
}

interface Batch {
  readonly jobs: number;
  /** ms until the server counts a request, and until its answer is back. */
  readonly counted: number | ((latency: number) => number);
  readonly latency: number | (() => number);
  /** ms that pass before a job comes. */
  readonly pause?: () => number;
  /** Requests of others that reach the server before the given moment. */
  readonly others?: (now: number) => number;
}

/** Publishes a batch one by one, waiting as the ledger says; gives the time it took in s, the waits and the 429s. */
function publish(batch: Batch, server: ReturnType<typeof serverWindow>) {
  let now = start;
  let window = emptyRateWindow;
  let refusals = 0;
  const waits: number[] = [];
  for (let done = 0; done < batch.jobs; ) {
    const next = nextSlot(window, now, limit);
    if ('at' in next) {
      waits.push((next.at - now) / 1000);
      now = next.at;
      continue;
    }
    const sentAt = now;
    const latency = typeof batch.latency === 'number' ? batch.latency : batch.latency();
    const counted = typeof batch.counted === 'number' ? batch.counted : batch.counted(latency);
    window = spend(window, sentAt, limit);
    for (let others = batch.others?.(now) ?? 0; others > 0; others--) server.passes(now);
    const passed = server.passes(sentAt + counted);
    now = sentAt + latency;
    window = answered(window, { sentAt, answeredAt: now }, passed ? 'counted' : 'refused', limit);
    if (passed) done++;
    else refusals++;
    now += batch.pause?.() ?? 0;
  }
  return { seconds: (now - start) / 1000, waits, refusals };
}

/** Numbers from 0 to 1 that are the same in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.each([
  ['rounding down', Math.floor],
  ['rounding to the nearest', Math.round],
])('against the server’s window, %s', (_, wholeSeconds) => {
  test('a batch of 23 ends after four waits, within a second of the best possible time, without a 429', () => {
    const result = publish({ jobs: 23, counted: 5, latency: 10 }, serverWindow(wholeSeconds));
    expect(result.refusals).toBe(0);
    expect(result.waits).toHaveLength(4);
    expect(Math.abs(result.seconds - 4 * 305)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['counted when their first byte comes', 0, 8_000],
    ['counted when their last byte comes, by a proxy that holds them back', 7_900, 8_000],
    ['slow as a server whose cache is down', 16_000, 32_000],
    ['so slow that a window is over before its slots are used', 70_000, 80_000],
    ['so slow, and held back', 79_000, 80_000],
  ])('uploads %s never meet a 429', (_name, counted, latency) => {
    expect(publish({ jobs: 40, counted, latency }, serverWindow(wholeSeconds)).refusals).toBe(0);
  });

  test('no mixture of fast and slow uploads and pauses, however long, ever meets a 429', () => {
    const random = seededRandom(20260101);
    for (let run = 0; run < 300; run++) {
      const latencyMost = random() * 120_000;
      const pauseMost = random() * 400_000;
      const result = publish(
        {
          jobs: 30,
          latency: () => Math.floor(random() * latencyMost),
          counted: (latency) => Math.floor(random() * latency),
          pause: () => (random() < 0.5 ? 0 : Math.floor(random() * pauseMost)),
        },
        serverWindow(wholeSeconds),
      );
      expect([run, result.refusals]).toEqual([run, 0]);
    }
  });

  test('with others who take two slots of each window unannounced it ends, with at most one 429 for each window', () => {
    let lastVisit = Number.NEGATIVE_INFINITY;
    const others = (now: number) => {
      if (now - lastVisit < 300_000) return 0;
      lastVisit = now;
      return 2;
    };
    const result = publish({ jobs: 23, counted: 5, latency: 10, others }, serverWindow(wholeSeconds));
    expect(result.refusals).toBeGreaterThan(0);
    expect(result.refusals).toBeLessThanOrEqual(result.waits.length);
    expect(result.waits.length).toBeLessThanOrEqual(Math.ceil(23 / 3));
  });

  test('polling would have kept the window alive for ever, which is why nothing is sent in it', () => {
    const server = serverWindow(wholeSeconds);
    for (let count = 0; count < 5; count++) server.passes(start);
    const polls = Array.from({ length: 1000 }, (_unused, poll) =>
      server.passes(start + 299_700 + poll * 299_700),
    );
    expect(polls.some((passed) => passed)).toBe(false);
  });
});
