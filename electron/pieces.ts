/** Work that is done in pieces of a few milliseconds, so that others get their turn in between. */
export type Pieces<T> = Generator<void, T, void>;

/** Does it all at once: for what is small, and for tests. */
export function atOnce<T>(pieces: Pieces<T>): T {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** Lets the process do other things after each piece. */
export async function inTurns<T>(pieces: Pieces<T>): Promise<T> {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Makes something of each item, so many to a piece. */
export function* mapInPieces<T, R>(
  items: readonly T[],
  size: number,
  make: (item: T, at: number) => R,
): Pieces<R[]> {
  const results: R[] = [];
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % size === 0) yield;
    results.push(make(item, at));
  }
  return results;
}
