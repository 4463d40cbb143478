import { describe, expect, it } from 'vitest';
import { emptyRateWindow, type RateWindow, slotTime } from '../../../../electron/lukittu/rate-window.ts';
import type { Pace } from '../../../../electron/publish/batch/pace.ts';
import { type InLine, schedule, type Timing } from '../../../../electron/publish/batch/schedule.ts';
import { type AtWork, takeTurns, type Waiting } from '../../../../electron/publish/turns.ts';
import { createChance } from '../../../support/chance.ts';

const now = Date.parse('2026-01-01T12:00:00.000Z');
const limit = { count: 5, windowSeconds: 300 };
const atOnce: Pace = { bytesPerSecond: Number.POSITIVE_INFINITY, readMs: 0, answerMs: 0 };
const empty = { update: emptyRateWindow, create: emptyRateWindow };
const spent = (used: number, sentAt: number): RateWindow => ({
  open: { from: sentAt, by: sentAt, answered: true, used },
  silentUntil: null,
});

const job = (id: string, change: Partial<InLine> = {}): InLine => ({
  id,
  call: 'update',
  productId: 'product',
  bytes: 0,
  notBefore: null,
  ...change,
});
const jobs = (count: number, change: Partial<InLine> = {}): InLine[] =>
  Array.from({ length: count }, (_, nth) => job(`${change.call ?? 'update'}-${nth}`, change));

function plan(line: readonly InLine[], change: Partial<Timing> = {}) {
  const { times, finishesAt, waits } = schedule(line, {
    windows: empty,
    limit,
    pace: atOnce,
    now,
    ...change,
  });
  return {
    seconds: line.map(({ id }) => ((times.get(id)?.goesAt ?? Number.NaN) - now) / 1000),
    doneSeconds: line.map(({ id }) => ((times.get(id)?.doneAt ?? Number.NaN) - now) / 1000),
    finishes: (finishesAt - now) / 1000,
    waits,
  };
}

const each = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

describe('on a server with a limit', () => {
  it('23 updates take four waits of 305 s', () => {
    expect(plan(jobs(23))).toMatchObject({
      seconds: [...each(5, 0), ...each(5, 305), ...each(5, 610), ...each(5, 915), ...each(3, 1220)],
      finishes: 1220,
      waits: 4,
    });
  });

  it('updates and creations have slots of their own', () => {
    const line = [...jobs(6), ...jobs(5, { call: 'create', productId: 'other' })];
    expect(plan(line)).toMatchObject({ seconds: [...each(5, 0), 305, ...each(5, 0)], waits: 1 });
  });

  it('a release waits for those of its product before it, also when it has a slot', () => {
    expect(plan([...jobs(6), ...jobs(1, { call: 'create' })]).seconds).toEqual([...each(5, 0), 305, 305]);
  });

  it('what was spent before counts, and silence is kept', () => {
    const windows = { ...empty, update: spent(3, now - 100_000) };
    expect(plan(jobs(3), { windows }).seconds).toEqual([0, 0, 205]);
    const silent = { ...empty, update: { open: null, silentUntil: now + 60_000 } };
    expect(plan(jobs(1), { windows: silent })).toMatchObject({ seconds: [60], waits: 1 });
  });

  it('one goes after the other, each for as long as its file takes; the window is counted from the first answer', () => {
    const pace: Pace = { bytesPerSecond: 1_000_000, readMs: 500, answerMs: 1000 };
    const { seconds, doneSeconds, finishes } = plan(jobs(6, { bytes: 10_000_000 }), { pace });
    expect(seconds).toEqual([0, 12, 24, 36, 48, 11.5 + 305]);
    expect(doneSeconds[0]).toBe(12);
    expect(finishes).toBe(11.5 + 305 + 12);
  });

  it('agrees with the ledger about the slot of each place in line', () => {
    for (const used of [0, 1, 4, 5]) {
      const update = used === 0 ? emptyRateWindow : spent(used, now - 40_000);
      const expected = each(17, 0).map((_, place) => (slotTime(update, now, limit, place) - now) / 1000);
      expect(plan(jobs(17), { windows: { ...empty, update } }).seconds).toEqual(expected);
    }
  });
});

describe('on a server without a limit', () => {
  const pace: Pace = { bytesPerSecond: 1000, readMs: 0, answerMs: 0 };

  it('up to four releases go at a time', () => {
    const line = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => job(id, { bytes: 1000, productId: id }));
    expect(plan(line, { limit: null, pace })).toMatchObject({
      seconds: [0, 0, 0, 0, 1, 1],
      finishes: 2,
      waits: 0,
    });
  });

  it('those of one product go one after the other', () => {
    expect(plan(jobs(3, { bytes: 1000 }), { limit: null, pace }).seconds).toEqual([0, 1, 2]);
  });
});

describe('what is there already', () => {
  it('a job under way keeps its place until it is verified', () => {
    const pace: Pace = { bytesPerSecond: 1000, readMs: 1000, answerMs: 2000 };
    const busy = {
      id: 'busy',
      call: 'update',
      productId: 'product',
      bytesLeft: 5000,
      sentAt: now - 3000,
      looksAt: null,
    } as const;
    const windows = { ...empty, update: { ...spent(1, now - 3000) } };
    const reading = { ...busy, sentAt: null };
    expect(plan(jobs(1), { pace, underWay: [busy], windows }).seconds).toEqual([8]);
    expect(plan(jobs(1), { pace, underWay: [reading] }).seconds).toEqual([9]);
  });

  it('a job whose outcome is looked up later is not done before that, and keeps its place until then', () => {
    const pace: Pace = { bytesPerSecond: 1000, readMs: 1000, answerMs: 2000 };
    const inDoubt = {
      id: 'in-doubt',
      call: 'update',
      productId: 'product',
      bytesLeft: 0,
      sentAt: now - 40_000,
      looksAt: now + 60_000,
    } as const;
    const windows = { ...empty, update: { ...spent(1, now - 40_000) } };
    const line = jobs(1);
    const { times } = schedule(line, { windows, limit, pace, now, underWay: [inDoubt] });
    expect(times.get('in-doubt')?.doneAt).toBe(now + 61_000);
    expect(plan(line, { pace, underWay: [inDoubt], windows }).seconds).toEqual([61]);
  });

  it('a job that comes into line later lets the others go first', () => {
    const line = [job('later', { notBefore: now + 90_000 }), job('now')];
    expect(plan(line)).toMatchObject({ seconds: [90, 0], finishes: 90 });
  });

  it('no job at all is over at once', () => {
    expect(plan([])).toMatchObject({ finishes: 0, waits: 0 });
  });
});

it('gives turns in the order in which the queue gives them', () => {
  const pace: Pace = { bytesPerSecond: 1000, readMs: 0, answerMs: 1000 };
  for (let seed = 1; seed <= 200; seed += 1) {
    const chance = createChance(seed);
    const line = each(12, 0).map(
      (_, nth): InLine => ({
        id: `${nth}`,
        call: chance.pick(['update', 'update', 'create']),
        productId: chance.pick(['a', 'b', 'c']),
        bytes: 0,
        notBefore: null,
      }),
    );
    const used = chance.below(6);
    const windows = { ...empty, update: used === 0 ? emptyRateWindow : spent(used, now - 1000) };
    const { times } = schedule(line, { windows, limit, pace, now });
    const [first] = [...times].sort(([, a], [, b]) => a.goesAt - b.goesAt);
    expect(first?.[0], `seed ${seed}`).toBe(firstTurn(line, used));
  }
});

/** Whom `takeTurns` lets go first, with so many update slots spent. */
function firstTurn(line: readonly InLine[], used: number): string | undefined {
  const waiting = line.map(
    ({ id, call, productId }): Waiting => ({
      jobId: id,
      ticket: 1,
      origin: 'server',
      call,
      limit,
      productId,
    }),
  );
  const atWork: AtWork[] = [];
  const free = { update: limit.count - used, create: limit.count };
  const turns = takeTurns(
    waiting,
    atWork,
    ({ call }) => (free[call] > 0 ? { free: free[call] } : { at: now + 1 }),
    () => null,
  );
  const goes = turns.find(({ may }) => may === 'go');
  // Where nobody may go yet, the first in line is the first when slots come.
  return goes?.jobId ?? line[0]?.id;
}
