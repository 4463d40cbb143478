import { longestInput } from './target.ts';

/**
 * The input that is being tried, where another thread can read it: one that never comes back from an input cannot say
 * which it was. Bytes 0 to 3 count the inputs, 4 to 7 are the length, the input follows.
 */
export interface SharedInput {
  readonly memory: SharedArrayBuffer;
  put(input: Buffer): void;
  /** How many inputs were put so far. */
  count(): number;
  get(): Buffer<ArrayBuffer>;
}

export function shareInput(memory = new SharedArrayBuffer(8 + longestInput)): SharedInput {
  const numbers = new Int32Array(memory, 0, 2);
  const bytes = new Uint8Array(memory, 8);
  return {
    memory,
    put: (input) => {
      bytes.set(input.subarray(0, longestInput));
      Atomics.store(numbers, 1, Math.min(input.length, longestInput));
      Atomics.add(numbers, 0, 1);
    },
    count: () => Atomics.load(numbers, 0),
    get: () => Buffer.from(Uint8Array.from(bytes.subarray(0, Atomics.load(numbers, 1)))),
  };
}
