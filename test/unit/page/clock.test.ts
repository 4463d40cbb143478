import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followClock, useClock } from '../../../renderer/store/clock.ts';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const frame = new EventTarget();
const now = () => new Date(useClock.getState().now).toISOString().slice(11, 19);

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T12:00:42Z') });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', frame);
  page.visibilityState = 'visible';
  stop = followClock();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('follows the time with each minute of the clock, and not in between', () => {
  vi.advanceTimersByTime(17_999);
  expect(now()).toBe('12:00:42');
  vi.advanceTimersByTime(1);
  expect(now()).toBe('12:01:00');
  vi.advanceTimersByTime(60_000);
  expect(now()).toBe('12:02:00');
});

it('leaves a window alone that nobody sees, and looks as soon as somebody does', () => {
  page.visibilityState = 'hidden';
  vi.advanceTimersByTime(600_000);
  expect(now()).toBe('12:00:42');
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(now()).toBe('12:10:42');
});

it('looks when the window is come back to: timers stand still while a computer sleeps', () => {
  vi.setSystemTime(Date.parse('2026-01-01T20:00:00Z'));
  frame.dispatchEvent(new Event('focus'));
  expect(now()).toBe('20:00:00');
});
