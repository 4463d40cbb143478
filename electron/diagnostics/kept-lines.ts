import type { Pieces } from '../pieces.ts';

/**
 * The last warnings and errors of a log, oldest first, each as its line and the places that stand below it. `files`: the
 * texts of the log's files, the newest first; no more of them are looked through than it takes, one to a piece.
 */
export function* lastErrors(files: readonly string[], most: number): Pieces<string[][]> {
  let found: string[][] = [];
  for (const text of files) {
    found = [...errorsIn(linesOf(text)), ...found];
    if (found.length >= most) break;
    yield;
  }
  return found.slice(-most);
}

/** The last lines of a log, oldest first. */
export function lastLines(files: readonly string[], most: number): string[] {
  let found: string[] = [];
  for (const text of files) {
    found = [...linesOf(text), ...found];
    if (found.length >= most) break;
  }
  return found.slice(-most);
}

function errorsIn(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (!line.startsWith(' ')) {
      current = /^\S+ (warn|error) /.test(line) ? [] : null;
      if (current) found.push(current);
    }
    current?.push(line);
  }
  return found;
}

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);
