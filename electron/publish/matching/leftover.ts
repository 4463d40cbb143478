import { isOf, type NamedBranch } from './file-says.ts';
import type { Token } from './name-tokens.ts';
import { isBesides, isMark, isNeutral, isPackaging, isShortMark } from './name-words.ts';
import { type Reading, readingsOf } from './version-readings.ts';

/** What stands behind the version in a name, and is not explained by it. */
export interface Leftover {
  /** What makes it an unfinished version, as it is written: `beta.2`; null for nothing. */
  readonly mark: string | null;
  /** How many tokens right behind the numbers are that mark; 0 where something stands in between. */
  readonly markLength: number;
  /** What says nothing to the app, as it is written. */
  readonly unknown: string | null;
}

/** Looks at what is left of a name behind a version of which so many tokens behind the numbers are a part. */
export function leftoverOf(
  reading: Reading,
  suffixLength: number,
  branches: readonly NamedBranch[],
): Leftover {
  const { text, tokens, behind } = reading;
  const from = behind + suffixLength;
  const days = readingsOf(text).filter(({ strength }) => strength === 'date');
  const isExplained = (at: number): boolean =>
    days.some((day) => at >= day.first && at < day.behind) || branches.some((branch) => isOf(branch, at));

  const marked: Token[] = [];
  const unknown: Token[] = [];
  let markAt = -1;
  let isBuild = false;
  let into: Token[] | null = null;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    isBuild ||= token.gap.includes('+');
    const { text: word, isNumber } = token;
    if (isExplained(at) || isNeutral(word) || isPackaging(word) || isBesides(word)) into = null;
    else if (isMark(word) || isGluedMark(tokens, at)) {
      if (markAt === -1) markAt = at;
      into = marked;
    } else if (!isNumber || into === null) into = isBuild ? null : unknown;
    into?.push(token);
  }
  return {
    mark: textOf(text, marked),
    markLength: markAt === from ? marked.length : 0,
    unknown: textOf(text, unknown),
  };
}

/** The b of 1.4.0b2. */
function isGluedMark(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !isShortMark(token.text) || token.gap !== '') return false;
  return next?.isNumber === true && next.gap === '';
}

function textOf(text: string, tokens: readonly Token[]): string | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? null : text.slice(first.start, last.end);
}
