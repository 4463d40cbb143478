/** Chance that is the same in every run: a failing case can be run again by its seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** A small, fast generator (mulberry32): good enough to try many cases, no good for secrets. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}
