import { describe, expect, test } from 'vitest';
import { placeWindow } from '../../../electron/window-place.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 2560, height: 1440 };
const at = (x: number, y: number, width = 1200, height = 800, maximized = false) => ({
  bounds: { x, y, width, height },
  maximized,
});

describe('the window', () => {
  test('opens where it was', () => {
    expect(placeWindow(at(100, 60), [laptop])).toEqual(at(100, 60));
    expect(placeWindow(at(2000, 300), [laptop, beside])).toEqual(at(2000, 300));
  });

  test('opens maximized again, and remembers what it was before', () => {
    expect(placeWindow(at(100, 60, 1200, 800, true), [laptop])).toEqual(at(100, 60, 1200, 800, true));
  });

  test('may hang over an edge as long as it can be taken hold of', () => {
    expect(placeWindow(at(-900, 60), [laptop])).toEqual(at(-900, 60));
    expect(placeWindow(at(-1100, 60), [laptop]).bounds.x).toBe(120);
  });

  test('comes to the first display when its own is gone', () => {
    expect(placeWindow(at(2000, 300), [laptop])).toEqual(at(120, 63));
  });

  test('comes down when its top edge was out of reach', () => {
    expect(placeWindow(at(100, -500), [laptop]).bounds.y).toBe(63);
    expect(placeWindow(at(100, 5000), [laptop]).bounds.y).toBe(63);
  });

  test('is never larger than its display nor smaller than is of use', () => {
    expect(placeWindow(at(10, 30, 4000, 3000), [laptop]).bounds).toMatchObject({ width: 1440, height: 875 });
    expect(placeWindow(at(10, 30, 10, 10), [laptop]).bounds).toMatchObject({ width: 900, height: 600 });
  });

  test.each([
    ['nothing', null],
    ['another shape', { bounds: 'here' }],
    ['numbers that are none', { bounds: { x: Number.NaN, y: 0, width: 1, height: 1 }, maximized: false }],
  ])('stands in the middle when %s was remembered', (_what, remembered) => {
    expect(placeWindow(remembered, [laptop])).toEqual(at(80, 53, 1280, 820));
  });

  test('opens although no display is known', () => {
    expect(placeWindow(null, []).bounds).toMatchObject({ width: 1280, height: 820 });
  });
});
