import { afterText } from '../model/error-stack.ts';

/** What may be said of an error nobody foresaw: never its text, which may hold a key, a path or a file's content. */
export interface ErrorTrace {
  /** The class. */
  readonly name: string;
  /** The system's code, such as ENOENT. */
  readonly code: string | null;
  /** Where it came through, innermost first. */
  readonly places: readonly string[];
}

/** Never throws, whatever was thrown. */
export function traceOf(error: unknown): ErrorTrace {
  try {
    if (!(error instanceof Error)) return { name: typeof error, code: null, places: [] };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return {
      name: plainName.test(error.name) ? error.name : 'Error',
      code: code !== null && plainName.test(code) ? code : null,
      places: placesIn(afterText(error.stack ?? '', error.message)),
    };
  } catch {
    return { name: 'unknown', code: null, places: [] };
  }
}

/**
 * The places of a stack: its lines that look like one. A text that looks like one, too, is told apart only by who knows
 * it: see `afterText`.
 */
export function placesIn(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => place.test(line))
    .slice(0, mostPlaces)
    .map((line) => line.trim().slice(0, longestPlace));
}

/**
 * `at go (app.js:1:2)`, `at async app.js:1:2`, `at new Promise (<anonymous>)`, `at async Promise.all (index 0)`: it ends
 * with where that is.
 */
const place = /^\s+at (?:\S.*:\d+:\d+\)?|\S.* \((?:<anonymous>|native|index \d+)\)|(?:async )?<anonymous>)$/;
const plainName = /^[A-Za-z][\w-]{0,60}$/;
const mostPlaces = 20;
const longestPlace = 300;
