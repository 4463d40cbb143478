import type { z } from 'zod';

const rowsAtOnce = 100;

/** Parses rows that have been read, so many at once that it takes a few milliseconds: others get their turn in between. */
export function* parsedInTurn<T>(rows: readonly unknown[], schema: z.ZodType<T>): Generator<void, T[], void> {
  const parsed: T[] = [];
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % rowsAtOnce === 0) yield;
    parsed.push(schema.parse(row));
  }
  return parsed;
}
