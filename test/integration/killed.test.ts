import { expect, test } from 'vitest';
import { runWithKills } from '../soak/killing.ts';

test('a batch whose process is killed again and again is published exactly as meant, each release once', {
  timeout: 120_000,
}, async () => {
  let kills = 0;
  for (let run = 0; run < 4; run += 1) {
    const outcome = await runWithKills(Math.random);
    expect(outcome.faults).toEqual([]);
    kills += outcome.kills;
  }
  expect(kills).toBeGreaterThan(0);
});
