import { expect, test } from 'vitest';
import { play } from '../support/chaos/play.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index);

test.each(seeds)(
  'whatever happens, everything is published as it was meant: seed %i',
  {
    timeout: 60_000,
  },
  async (seed) => {
    const { faults, log } = await play(seed);
    expect(faults, log.join('\n')).toEqual([]);
  },
);
