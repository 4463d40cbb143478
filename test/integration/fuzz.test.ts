import { describe, expect, test } from 'vitest';
import { corpusOf } from '../fuzz/corpus.ts';
import type { Coverage } from '../fuzz/coverage.ts';
import { minimize } from '../fuzz/minimize.ts';
import { Broken, type Target } from '../fuzz/target.ts';
import { targets } from '../fuzz/targets/all.ts';
import { tryTarget, wrongWith } from '../fuzz/try-target.ts';

/** Nothing is followed: the inputs are the same on every machine. */
const blind: Coverage = { foundNew: async () => false, figures: () => ({ functions: 0, unreachedBytes: 0 }) };
const tried = (target: Target, runs: number) =>
  tryTarget(target, [], { seed: 20261126, runs, ms: 60_000 }, { coverage: blind, begin: () => {} });

describe.each(targets)('what is read as $name', (target) => {
  const finds = corpusOf(target.name);

  test('is held against what was found before', () => {
    expect(finds.length).toBeGreaterThan(0);
  });

  test.each(finds)('is as it must be for the input $name', async ({ input }) => {
    expect(await wrongWith(target, input)).toBeNull();
  });

  test('is as it must be where it is as it should be, and changed a little', async () => {
    expect((await tried(target, 150)).finds.map(({ what }) => what)).toEqual([]);
  });
});

describe('the fuzzer', () => {
  /** Reads a number behind a `#`, and counts wrong at 128. */
  const faulty: Target = {
    name: 'faulty',
    words: ['#'],
    seeds: async () => [Buffer.from('nothing of interest')],
    check: async (input) => {
      const at = input.indexOf('#');
      if (at !== -1 && (input[at + 1] ?? 0) >= 0x80) throw new Broken(`counted wrong: ${input[at + 1]}`);
    },
  };

  test('finds what is wrong, once for each cause, and the same for the same seed', async () => {
    const [first, second] = [await tried(faulty, 20_000), await tried(faulty, 20_000)];
    expect(first.finds).toHaveLength(1);
    expect(first.finds[0]?.what).toMatch(/^counted wrong/);
    expect(second.finds).toEqual(first.finds);
  });

  test('makes a find as small as it can be', async () => {
    const input = Buffer.from([...Buffer.from('a long way to '), 0x23, 0xff, ...Buffer.from(' and beyond')]);
    expect(await minimize(faulty, input)).toEqual(Buffer.from([0x23, 0xff]));
  });

  test('calls a reader that throws anything of its own a find', async () => {
    const throws = { ...faulty, check: () => Promise.reject(new TypeError('undefined is not a function')) };
    expect(await wrongWith(throws, Buffer.alloc(0))).toBe('TypeError: undefined is not a function');
  });
});
