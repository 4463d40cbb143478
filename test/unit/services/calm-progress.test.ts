import { expect, test } from 'vitest';
import { calmProgress, isDone } from '../../../electron/services/calm-progress.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

function counting() {
  const clock = createFakeClock();
  const told: number[] = [];
  const progress = calmProgress(clock, (done: number, _of: number) => void told.push(done), isDone);
  return { clock, told, progress };
}

test('progress is told at once, and then ten times a second', async () => {
  const { clock, told, progress } = counting();
  for (let done = 0; done < 50; done += 1) {
    progress(done, 100);
    await clock.advance(10);
  }
  expect(told).toEqual([0, 10, 20, 30, 40]);
});

test('its end is told at once', () => {
  const { told, progress } = counting();
  progress(99, 100);
  progress(100, 100);
  expect(told).toEqual([99, 100]);
});

test('what is news is told at once', () => {
  const told: string[] = [];
  const progress = calmProgress(
    createFakeClock(),
    (step: string, files: number) => void told.push(`${step} ${files}`),
    ([step], [former]) => step !== former,
  );
  progress('looking', 1);
  progress('looking', 2);
  progress('copying', 1);
  expect(told).toEqual(['looking 1', 'copying 1']);
});

test('a clock that is set back does not silence it', () => {
  const { clock, told, progress } = counting();
  progress(1, 100);
  clock.jump(-3_600_000);
  progress(2, 100);
  expect(told).toEqual([1, 2]);
});
