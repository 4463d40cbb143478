import { test, vi } from 'vitest';
import { runDyingAfter, runWithKills } from '../soak/killing.ts';

vi.setConfig({ testTimeout: 120_000 });

// Most of their time is waiting: they wait together. `npm run soak` kills 500 batches, and dies after every write.
test.concurrent('a batch whose process is killed again and again is published exactly as meant, each release once', async ({
  expect,
}) => {
  // One product, and several; with each of them the server errs, too.
  const runs = await Promise.all([28, 26].map((seed) => runWithKills(seed, 2)));
  expect(runs.map(({ faults }) => faults)).toEqual([[], []]);
  expect(runs.reduce((kills, run) => kills + run.kills, 0)).toBeGreaterThan(0);
});

test.concurrent('so is a batch whose process dies after one of its writes to the database', async ({
  expect,
}) => {
  // The one by which it is known that the old file is lost.
  const { kills, faults } = await runDyingAfter(50);
  expect({ kills, faults }).toEqual({ kills: 1, faults: [] });
});
