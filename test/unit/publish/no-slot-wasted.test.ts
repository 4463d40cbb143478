import { describe, expect, it } from 'vitest';
import { type Chance, createChance } from '../../support/chance.ts';
import { type Arrival, type LineServer, runLine, type Trip } from '../../support/simulated-line.ts';

const runs = 200;
const hosted: LineServer = { origin: 'hosted', limit: { count: 5, windowSeconds: 300 } };
const narrow: LineServer = { origin: 'narrow', limit: { count: 2, windowSeconds: 60 } };
const own: LineServer = { origin: 'own', limit: null };

const instant: Trip = { read: 0, transit: 0, answer: 0, verify: 0, outcome: 'done' };

/** Jobs that come in bursts over half an hour. */
function arrivals(chance: Chance, servers: readonly [LineServer, ...LineServer[]]): Arrival[] {
  const bursts = Array.from({ length: 4 }, () => chance.below(1_800_000));
  return Array.from({ length: 1 + chance.below(40) }, () => ({
    at: chance.pick([0, ...bursts]),
    server: chance.pick(servers),
    call: chance.pick(['update', 'update', 'update', 'create'] as const),
    productId: chance.pick(['P', 'Q', 'R', 'S', 'T', 'U'] as const),
  }));
}

const trips = (chance: Chance) => (): Trip => ({
  read: chance.pick([0, 300, 3000, 20_000]),
  transit: chance.pick([0, 50, 1000, 4000, 80_000]),
  answer: chance.pick([0, 200, 10_000]),
  verify: chance.pick([0, 300, 5000]),
  outcome: chance.pick(['done', 'done', 'done', 'done', 'not-counted', 'in-doubt'] as const),
});

describe('however jobs arrive, and whatever their requests take and come to', () => {
  it('no request is refused, none overtakes another of its product, and no free slot lies idle', () => {
    let slotsGone = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const chance = createChance(seed);
      const run = runLine(arrivals(chance, [hosted, narrow, own]), chance, trips(chance));
      expect(run.faults, `seed ${seed}`).toEqual([]);
      slotsGone += run.slotsGone;
    }
    // The case is rare, and it is tried.
    expect(slotsGone).toBeGreaterThan(0);
  });
});

describe('where the network takes no time', () => {
  it.each([1, 5, 6, 23, 40])('%d updates take a wait of 305 s for each five after the first', (count) => {
    const chance = createChance(count);
    const line = Array.from({ length: count }, (_, index) => ({
      at: 0,
      server: hosted,
      call: 'update' as const,
      productId: `product ${index % 3}`,
    }));
    const { faults, tookMs, sent } = runLine(line, chance, () => instant);
    expect({ faults, tookMs, sent }).toEqual({
      faults: [],
      tookMs: (Math.ceil(count / 5) - 1) * 305_000,
      sent: count,
    });
  });

  it('updates and creations use their slots side by side', () => {
    const line = Array.from({ length: 20 }, (_, index) => ({
      at: 0,
      server: hosted,
      call: index % 2 === 0 ? ('update' as const) : ('create' as const),
      productId: `product ${index}`,
    }));
    expect(runLine(line, createChance(1), () => instant)).toMatchObject({ faults: [], tookMs: 305_000 });
  });
});
