import type { Target } from './target.ts';
import { kindOf, wrongWith } from './try-target.ts';

const mostTries = 2000;
const longestMs = 10_000;

/** Takes away from an input what is not needed for the same to be wrong with it. */
export async function minimize(target: Target, input: Buffer): Promise<Buffer> {
  const what = await wrongWith(target, input);
  if (what === null) return input;
  let smallest = input;
  let tries = 0;
  const started = performance.now();
  const goesOn = (): boolean => tries < mostTries && performance.now() - started < longestMs;
  for (let size = Math.ceil(input.length / 2); size >= 1 && goesOn(); size = Math.floor(size / 2)) {
    for (let start = 0; start < smallest.length && goesOn(); ) {
      const smaller = Buffer.concat([smallest.subarray(0, start), smallest.subarray(start + size)]);
      tries += 1;
      const still = await wrongWith(target, smaller);
      if (still !== null && kindOf(still) === kindOf(what)) smallest = smaller;
      else start += size;
    }
  }
  return smallest;
}
