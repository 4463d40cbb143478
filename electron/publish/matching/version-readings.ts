import { type Token, tokensOf } from './name-tokens.ts';
import { isPlatform } from './name-words.ts';
import { isVersionWord, numbersFrom, withoutZeros } from './version-parts.ts';

/** Numbers in a text that may be a version. */
export interface Reading {
  /** The text they stand in. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The first of their tokens, and the first behind them. */
  readonly first: number;
  readonly behind: number;
  /** Without leading zeros. */
  readonly numbers: readonly string[];
  readonly strength: Strength;
}

/**
 * How much they look like a version. `dotted`: 1.4.0, v1.4; `touching`: Lab1.4, v7; `spaced`: 1_4_0; `single`: 7, or
 * the version of something else, such as mc1.20; `date`: 2026-01-15, which is a version only where releases are called so.
 */
export type Strength = 'dotted' | 'touching' | 'spaced' | 'single' | 'date';

const order: readonly Strength[] = ['dotted', 'touching', 'spaced', 'single', 'date'];

/** Everything in the text that may be a version, what looks most like one first. */
export function readingsOf(text: string): Reading[] {
  const tokens = tokensOf(text);
  const readings: Reading[] = [];
  for (let first = 0; first < tokens.length; ) {
    const length = runLength(tokens, first);
    if (length > 0) {
      const numbers = tokens.slice(first, first + length);
      const strength = strengthOf(tokens, first, length);
      readings.push({
        text,
        tokens,
        first,
        behind: first + length,
        numbers: numbers.map(({ text: digits }) => withoutZeros(digits)),
        strength,
      });
    }
    first += Math.max(1, length);
  }
  return readings.toSorted((a, b) => order.indexOf(a.strength) - order.indexOf(b.strength));
}

/** As it is written, with as many of the tokens behind the numbers as are named. */
export function written({ text, tokens, first, behind }: Reading, suffixLength = 0): string {
  return text.slice(tokens[first]?.start, tokens[behind + suffixLength - 1]?.end);
}

/** Numbers with dots between them; or at least three with `_` or `-`, since two of those may mean anything. */
function runLength(tokens: readonly Token[], first: number): number {
  const dotted = numbersFrom(tokens, first);
  if (dotted !== 1) return dotted;
  const spaced = Math.max(numbersFrom(tokens, first, '_'), numbersFrom(tokens, first, '-'));
  return spaced >= 3 ? spaced : dotted;
}

function strengthOf(tokens: readonly Token[], first: number, length: number): Strength {
  const numbers = tokens.slice(first, first + length);
  if (isDate(numbers)) return 'date';
  const before = tokens[first - 1];
  const touches = before !== undefined && !before.isNumber && numbers[0]?.gap === '';
  const isMarked = touches && isVersionWord(before);
  if (before !== undefined && isPlatform(before.text)) return 'single';
  if (length === 1) return isMarked ? 'touching' : 'single';
  if (numbers[1]?.gap !== '.') return 'spaced';
  return touches && !isMarked ? 'touching' : 'dotted';
}

/** 2026-01-15, 20260115, 20260115.093000: a day, perhaps with a time. */
function isDate(numbers: readonly Token[]): boolean {
  const [year = '', month = '', day = ''] = numbers.map(({ text }) => text);
  if (/^(?:19|20)\d{2}$/.test(year)) return numbers.length === 3 && isDay(month, day);
  return /^(?:19|20)\d{6}(?:\d{4}|\d{6})?$/.test(year) && isDay(year.slice(4, 6), year.slice(6, 8));
}

function isDay(month: string, day: string): boolean {
  const inRange = (text: string, most: number): boolean =>
    /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
  return inRange(month, 12) && inRange(day, 31);
}
