import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import { readInPieces } from '../../../renderer/store/pieces.ts';

type Item = { readonly id: string };
const itemsOf = (count: number): Item[] => Array.from({ length: count }, (_, nth) => ({ id: `item ${nth}` }));

/** A list as the main process hands it out; `asked` is called before each part. */
function listOf(items: () => readonly Item[], asked: (part: number) => void = () => undefined) {
  let parts = 0;
  return async ({ after, count }: { after?: string; count: number }) => {
    parts += 1;
    asked(parts);
    const now = items();
    const from = after === undefined ? 0 : now.findIndex(({ id }) => id === after) + 1;
    if (from === 0 && after !== undefined) return { ok: false, failure: failureOf('not-known') } as const;
    return { ok: true, value: now.slice(from, from + count) } as const;
  };
}

describe('a long list', () => {
  test.each([0, 1, 99, 100, 101, 2100, 2101])('of %i items is read whole, part by part', async (count) => {
    const items = itemsOf(count);
    expect(await readInPieces(listOf(() => items))).toEqual({ ok: true, value: items });
  });

  test('is begun anew when the item to go on behind is gone', async () => {
    let items = itemsOf(2500);
    const ask = listOf(
      () => items,
      (part) => {
        if (part === 3) items = items.filter(({ id }) => id !== 'item 1099');
      },
    );
    expect(await readInPieces(ask)).toEqual({ ok: true, value: items });
  });

  test('has an item that comes again once, as it is then', async () => {
    const changed = { id: 'item 5', isNew: true };
    let items: readonly Item[] = itemsOf(500);
    const ask = listOf(
      () => items,
      (part) => {
        if (part === 2) items = [...itemsOf(500), changed];
      },
    );
    const answer = await readInPieces(ask);
    expect(answer.ok && answer.value).toHaveLength(500);
    expect(answer.ok && answer.value.find(({ id }) => id === 'item 5')).toBe(changed);
  });

  test('that cannot be read says why', async () => {
    const failure = failureOf('internal');
    expect(await readInPieces(async () => ({ ok: false, failure }))).toEqual({ ok: false, failure });
    const gone = failureOf('not-known');
    expect(await readInPieces(async () => ({ ok: false, failure: gone }))).toEqual({
      ok: false,
      failure: gone,
    });
  });
});
