import type { Chance } from '../support/chance.ts';

/** One thing that reads what strangers wrote, and what must hold whatever that is. */
export interface Target {
  readonly name: string;
  /** Where to begin: inputs that are as they should be, and the smallest of those that are not. */
  seeds(): Promise<readonly Buffer[]>;
  /** Changes an input knowing how it is built; bytes are changed blindly besides. */
  readonly mutate?: (input: Buffer, chance: Chance) => Buffer;
  /** Words that mean something to the reader. */
  readonly words: readonly string[];
  /**
   * Gives the input to the reader and holds its answer against what must be so. Throws a `Broken` when it is not;
   * anything else that is thrown is a find as well.
   */
  check(input: Buffer): Promise<void>;
}

/** A rule that did not hold. */
export class Broken extends Error {}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

/** Bytes of an input: readers have limits of their own, and what is beyond them is tried elsewhere. */
export const longestInput = 256 * 1024;

/** How much of a processor's time one input may take, in ms. */
export const longestCheckMs = 2000;
