import { describe, expect, it } from 'vitest';
import { limitInWords } from '../../../renderer/store/vault.ts';
import { inDigits, steppedBy, wholeNumberIn } from '../../../renderer/ui/whole-number.ts';

const range = { minValue: 1, maxValue: 1000 };

describe('a whole number that is typed', () => {
  it('is what its digits say', () => {
    expect(wholeNumberIn('12', range)).toBe(12);
    expect(wholeNumberIn(' 007 ', range)).toBe(7);
  });

  it.each([
    '0.5',
    '1.5',
    '0,5',
    '2,25',
    '1,000',
    '1.000',
    '1 000',
    '1’000',
    '1e2',
    '0x10',
    '-1',
    '+1',
    '٣',
    '',
    ' ',
  ])('is not read out of “%s”', (text) => {
    expect(wholeNumberIn(text, range)).toBeNaN();
  });

  it('is not moved into its range', () => {
    expect(['0', '1001'].map((text) => wholeNumberIn(text, range))).toEqual([Number.NaN, Number.NaN]);
  });

  it('is shown so that it can be typed again', () => {
    expect(wholeNumberIn(inDigits(100_000), { minValue: 0, maxValue: 100_000 })).toBe(100_000);
    expect(inDigits(Number.NaN)).toBe('');
  });

  it('is stepped to the next whole one, and stops at both ends', () => {
    expect(['ArrowUp', 'ArrowDown'].map((key) => steppedBy(key, 5, range))).toEqual([6, 4]);
    expect(['ArrowUp', 'ArrowDown'].map((key) => steppedBy(key, 2.5, range))).toEqual([3, 2]);
    expect(steppedBy('ArrowUp', 1000, range)).toBe(1000);
    expect(steppedBy('ArrowDown', 1, range)).toBe(1);
    expect(['ArrowUp', 'ArrowDown'].map((key) => steppedBy(key, Number.NaN, range))).toEqual([1, 1]);
    expect(steppedBy('Home', 5, range)).toBeNull();
  });
});

it('a limit in words is never rounded to another', () => {
  const said = [0.5, 1.5, 2].map((gigabytes) => limitInWords(gigabytes * 1024 ** 3));
  expect(said).toEqual(['0.5\u00a0GB', '1.5\u00a0GB', '2\u00a0GB']);
});
