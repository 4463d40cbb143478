import { test, vi } from 'vitest';
import { runDyingAfter, runWithKills } from '../soak/killing.ts';

vi.setConfig({ testTimeout: 120_000 });

// Most of their time is waiting: they wait together. `npm run soak` kills 500 batches, and dies after every write.
test.concurrent('a batch whose process is killed again and again is published exactly as meant, each release once', async ({
  expect,
}) => {
  // One product and nothing else that goes wrong; one, and a server that errs; several, and one that errs.
  const runs = await Promise.all([12, 9, 30].map((seed) => runWithKills(seed, 2)));
  expect(runs.map(({ faults }) => faults)).toEqual([[], [], []]);
  expect(runs.reduce((kills, run) => kills + run.kills, 0)).toBeGreaterThan(0);
});

test.concurrent('so is a batch whose process dies after one of its writes to the database', async ({
  expect,
}) => {
  const runs = await Promise.all([27, 45].map(runDyingAfter));
  for (const { kills, faults } of runs) expect({ kills, faults }).toEqual({ kills: 1, faults: [] });
});
