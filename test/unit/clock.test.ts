import { describe, expect, it } from 'vitest';
import { atTime } from '../../electron/clock.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const day = 86_400_000;

describe('calling back at a time', () => {
  it('happens then, once, and not a moment earlier', async () => {
    const clock = createFakeClock();
    const called: number[] = [];
    const time = clock.now() + 3 * day + 1;
    atTime(clock, time, () => called.push(clock.now()));
    await clock.advance(3 * day);
    expect(called).toEqual([]);
    await clock.advance(day);
    expect(called).toEqual([time]);
  });

  it('happens within 30 s when the clock is set beyond it, or the machine slept through it', async () => {
    const clock = createFakeClock();
    let called = 0;
    atTime(clock, clock.now() + day, () => called++);
    clock.jump(2 * day);
    await clock.advance(30_000);
    expect(called).toBe(1);
  });

  it('waits longer when the clock is set back', async () => {
    const clock = createFakeClock();
    let called = 0;
    const time = clock.now() + 60_000;
    atTime(clock, time, () => called++);
    clock.jump(-day);
    await clock.advance(day);
    expect(called).toBe(0);
    await clock.advance(60_000);
    expect(called).toBe(1);
  });

  it('can be taken back at any time', async () => {
    const clock = createFakeClock();
    let called = 0;
    const stop = atTime(clock, clock.now() + day, () => called++);
    await clock.advance(day / 2);
    stop();
    await clock.advance(day);
    expect(called).toBe(0);
    expect(clock.due()).toEqual([]);
  });

  it('is never at once, so that whoever asks can finish first', async () => {
    const clock = createFakeClock();
    let called = 0;
    atTime(clock, clock.now() - 1, () => called++);
    expect(called).toBe(0);
    await clock.advance(0);
    expect(called).toBe(1);
  });
});
