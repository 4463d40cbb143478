/** A run of digits or of letters in a file name or a version, in lower case. */
export interface Token {
  readonly text: string;
  readonly isNumber: boolean;
  /** Where it stands in the text it was taken from. */
  readonly start: number;
  readonly end: number;
  /** What stands between it and the one before; empty where they touch. */
  readonly gap: string;
}

/** Takes a text apart: `Lab_v1.4.0-rc1` is lab, v, 1, 4, 0, rc, 1. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    tokens.push({
      text: found.toLowerCase(),
      isNumber: /^\d/.test(found),
      start: index,
      end: index + found.length,
      gap: text.slice(end, index),
    });
    end = index + found.length;
  }
  return tokens;
}

/** No file system has longer names; in a longer one, only the end is looked at. */
export const longestName = 255;

/** The name without its extension, and the extension in lower case without its dot; null for none. */
export interface SplitName {
  readonly stem: string;
  readonly extension: string | null;
}

/**
 * What a person takes for the extension: `.tar.gz` is one, the `.0` of `plugin-1.4.0` is none. What the server takes
 * for one is another matter (`preflight/storage.ts`).
 */
export function splitName(name: string): SplitName {
  const [found] = /(?:\.tar)?\.(?:[a-z][a-z0-9]{0,9}|7z)$/i.exec(name) ?? [];
  if (found === undefined || found.length === name.length) return { stem: name, extension: null };
  return { stem: name.slice(0, -found.length), extension: found.slice(1).toLowerCase() };
}

/** Letters and digits only, in lower case: `Claims Guard`, `claims-guard` and `ClaimsGuard` are the same name. */
export function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Where the tokens stand in others, one behind the other; -1 where they do not. */
export function indexOfTokens(
  tokens: readonly Token[],
  wanted: readonly string[],
  from = 0,
  until = tokens.length,
): number {
  if (wanted.length === 0) return -1;
  for (let at = from; at + wanted.length <= until; at += 1) {
    if (wanted.every((text, step) => tokens[at + step]?.text === text)) return at;
  }
  return -1;
}
