import { type Token, tokensOf } from './name-tokens.ts';
import { isNeutral } from './name-words.ts';

/** A version taken apart, so that two ways of writing it can be held against each other. */
export interface VersionParts {
  /** As it is written. */
  readonly text: string;
  /** Without leading zeros. */
  readonly numbers: readonly string[];
  /** What stands behind the numbers and before a `+`, in lower case: dev, 2. */
  readonly suffix: readonly string[];
}

/** The parts of a version that begins with a number, with or without a `v`; null for any other. */
export function versionParts(text: string): VersionParts | null {
  const plus = text.indexOf('+');
  const tokens = tokensOf(plus === -1 ? text : text.slice(0, plus));
  const first = tokens[0] !== undefined && isVersionWord(tokens[0]) ? 1 : 0;
  const length = numbersFrom(tokens, first);
  if (length === 0) return null;
  const rest = tokens.slice(first + length);
  return {
    text,
    numbers: tokens.slice(first, first + length).map(({ text: digits }) => withoutZeros(digits)),
    suffix: rest.filter(({ text: word }) => !isNeutral(word)).map(({ text: word }) => withoutZeros(word)),
  };
}

/** How many numbers stand there with single dots between them. */
export function numbersFrom(tokens: readonly Token[], start: number, separator = '.'): number {
  let length = 0;
  for (let token = tokens[start]; token?.isNumber; token = tokens[start + length]) {
    if (length > 0 && token.gap !== separator) break;
    length += 1;
  }
  return length;
}

/** The same for 1.4 and 1.4.0. */
export function numbersKey(numbers: readonly string[]): string {
  const last = numbers.findLastIndex((digits) => digits !== '0');
  return numbers.slice(0, Math.max(1, last + 1)).join('.');
}

export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

export function withoutZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}

/** The `v` in front of a version. */
export function isVersionWord({ text }: Token): boolean {
  return text === 'v' || text === 'ver' || text === 'version';
}
