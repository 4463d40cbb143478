/** So many rows are written in one transaction: some milliseconds, their way to the disk included. */
const writtenAtOnce = 250;

/** Many rows part by part, each to be written in a transaction of its own; others get their turn in between. */
export async function* inParts<T>(rows: readonly T[]): AsyncGenerator<readonly T[], void, void> {
  for (let from = 0; from < rows.length; from += writtenAtOnce) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    yield rows.slice(from, from + writtenAtOnce);
  }
}

/**
 * Writes many rows in parts, each on disk before the next. When one is refused, those before it are taken back, the last
 * first, and what it threw is thrown. Only when the app ends in between do some rows stay written, each of them whole.
 */
export async function writeAllOrNone<T>(
  rows: readonly T[],
  transaction: (work: () => void) => void,
  { write, takeBack }: Readonly<Record<'write' | 'takeBack', (part: readonly T[]) => void>>,
): Promise<void> {
  const written: T[] = [];
  try {
    for await (const part of inParts(rows)) {
      transaction(() => write(part));
      written.push(...part);
    }
  } catch (error) {
    for await (const part of inParts(written.toReversed())) transaction(() => takeBack(part));
    throw error;
  }
}
