import { expect, test } from 'vitest';
import { createSpeedometer } from '../../../electron/publish/job-work.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const dayMs = 86_400_000;

/** What is told after each second in which so many bytes went out. */
async function speeds(bytes: readonly number[], jumps: Readonly<Record<number, number>> = {}) {
  const clock = createFakeClock();
  const measure = createSpeedometer(clock);
  const told: (number | null)[] = [];
  let sent = 0;
  for (const [second, more] of bytes.entries()) {
    sent += more;
    told.push(measure(sent));
    await clock.advance(1000);
    clock.jump(jumps[second] ?? 0);
  }
  return told;
}

test('the speed of the last seconds is told as soon as there is something to measure', async () => {
  expect(await speeds([0, 1000, 1000, 3000])).toEqual([null, 1000, 1000, 5000 / 3]);
});

test.each([
  ['back', -dayMs],
  ['forward', dayMs],
])('a clock that is set %s a day begins the measuring anew', async (_, ms) => {
  expect(await speeds([0, 1000, 1000, 1000], { 1: ms })).toEqual([null, 1000, null, 1000]);
});
