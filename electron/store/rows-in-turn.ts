import { z } from 'zod';

/** So many at once: a few milliseconds of reading and parsing. */
export const rowsAtOnce = 200;

const numbered = z.object({ rowid: z.number() });

/**
 * Reads rows in the order of their `rowid`, and lets others get their turn after every `rowsAtOnce` of them. `behind`
 * answers that many rows, or those that are left, behind a number.
 */
export function* rowsInTurn<T>(
  behind: (rowid: number) => readonly unknown[],
  schema: z.ZodType<T>,
): Generator<void, T[], void> {
  const read: T[] = [];
  for (let last = 0; ; ) {
    const rows = behind(last);
    for (const row of rows) read.push(schema.parse(row));
    if (rows.length < rowsAtOnce) return read;
    last = numbered.parse(rows.at(-1)).rowid;
    yield;
  }
}
