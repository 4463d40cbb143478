import { digits } from '../format.ts';

export type Range = { readonly minValue: number; readonly maxValue: number };

/**
 * The whole number a text says, in plain digits; NaN for every other text and outside the range. A point or a comma
 * parts thousands in one place and decimals in another, so neither is taken for anything.
 */
export function wholeNumberIn(text: string, { minValue, maxValue }: Range): number {
  const digits = text.trim();
  if (!/^[0-9]+$/.test(digits)) return Number.NaN;
  const value = Number(digits);
  return value >= minValue && value <= maxValue ? value : Number.NaN;
}

/** A number as it can be typed again: without marks between the thousands. Empty for NaN. */
export function inDigits(value: number): string {
  return Number.isNaN(value) ? '' : digits(value);
}

/** Where a key steps a number to, within its range; null for keys that do not. */
export function steppedBy(key: string, value: number, { minValue, maxValue }: Range): number | null {
  const within = (stepped: number) => Math.min(maxValue, Math.max(minValue, stepped));
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  if (Number.isNaN(value)) return minValue;
  return within(key === 'ArrowUp' ? Math.floor(value) + 1 : Math.ceil(value) - 1);
}
