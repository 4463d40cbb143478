import { describe, expect, it } from 'vitest';
import { type AtWork, type Resting, takeTurns, type Waiting } from '../../../electron/publish/turns.ts';

const limit = { count: 5, windowSeconds: 300 };

const waiting = (jobId: string, productId: string, given: Partial<Waiting> = {}): Waiting => ({
  jobId,
  ticket: 1,
  origin: 'server',
  call: 'update',
  limit,
  productId,
  ...given,
});
const resting = (jobId: string, productId: string): Resting => ({
  jobId,
  ticket: null,
  origin: 'server',
  call: 'update',
  productId,
});
const atWork = (productId: string, slot: AtWork['slot'], given: Partial<AtWork> = {}): AtWork => ({
  jobId: `at work on ${productId}`,
  origin: 'server',
  call: 'update',
  productId,
  slot,
  ...given,
});

/** What becomes of each in line: goes, or why it waits; the n-th slot from now comes at n. */
function turns(
  line: readonly (Waiting | Resting)[],
  busy: readonly AtWork[] = [],
  free: Partial<Record<'update' | 'create', number>> = {},
): Record<string, string> {
  const slots = { update: 5, create: 5, ...free };
  const given = takeTurns(
    line,
    busy,
    ({ call, limit: its }) => {
      if (its === null) return { free: Number.POSITIVE_INFINITY };
      return slots[call] > 0 ? { free: slots[call] } : { at: 300 };
    },
    (_, ahead) => ahead,
  );
  return Object.fromEntries(
    given.map((turn) => [
      turn.jobId,
      turn.may === 'go' ? 'goes' : `waits for a ${turn.reason}${turn.until === null ? '' : ` ${turn.until}`}`,
    ]),
  );
}

describe('a server with a limit', () => {
  it('is sent one release after the other', () => {
    expect(turns([waiting('a', 'P'), waiting('b', 'Q')])).toEqual({ a: 'goes', b: 'waits for a turn' });
    expect(turns([waiting('b', 'Q')], [atWork('P', 'spent')])).toEqual({ b: 'waits for a turn' });
  });

  it('tells those for whom there is no slot when theirs comes, counting everybody ahead', () => {
    expect(
      turns([waiting('a', 'P'), resting('b', 'Q'), waiting('c', 'R')], [atWork('O', 'reserved')], {
        update: 2,
      }),
    ).toEqual({ a: 'waits for a turn', c: 'waits for a slot 3' });
  });

  it('counts creations apart', () => {
    const line = [waiting('a', 'P'), waiting('b', 'Q', { call: 'create' })];
    expect(turns(line, [], { update: 0 })).toEqual({ a: 'waits for a slot 0', b: 'goes' });
  });

  it('leaves no slot unused for the sake of one that cannot use it', () => {
    const line = [waiting('a', 'P'), waiting('b', 'Q')];
    expect(turns(line, [atWork('P', 'in-doubt')], { update: 1 })).toEqual({
      a: 'waits for a turn',
      b: 'goes',
    });
  });
});

describe('a server without a limit', () => {
  it('gets four releases at a time, never two of one product', () => {
    const line = ['P', 'P', 'Q', 'R', 'S', 'T'].map((productId, index) =>
      waiting(`${index} ${productId}`, productId, { limit: null }),
    );
    expect(turns(line)).toEqual({
      '0 P': 'goes',
      '1 P': 'waits for a turn',
      '2 Q': 'goes',
      '3 R': 'goes',
      '4 S': 'goes',
      '5 T': 'waits for a turn',
    });
  });
});

describe('a job in doubt', () => {
  it('holds back its product, wherever in the line, and nobody else', () => {
    const line = [waiting('a', 'P'), waiting('b', 'Q')];
    expect(turns(line, [atWork('P', 'in-doubt')])).toEqual({ a: 'waits for a turn', b: 'goes' });
  });

  it('is about its own server only', () => {
    expect(turns([waiting('a', 'P')], [atWork('P', 'in-doubt', { origin: 'another' })])).toEqual({
      a: 'goes',
    });
  });
});

describe('a job that rests', () => {
  it('lets nobody of its product behind it pass, so that the order stays', () => {
    const line = [waiting('a', 'P'), resting('b', 'P'), waiting('c', 'P'), waiting('d', 'Q')];
    expect(turns(line.slice(1))).toEqual({ c: 'waits for a turn', d: 'goes' });
    expect(turns(line)).toMatchObject({ a: 'goes' });
  });

  it('keeps no slot for itself meanwhile', () => {
    expect(turns([resting('a', 'P'), waiting('b', 'Q')], [], { update: 1 })).toEqual({ b: 'goes' });
  });
});
