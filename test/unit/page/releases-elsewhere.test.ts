import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallInput } from '../../../electron/contract.ts';
import { failureOf } from '../../../electron/errors.ts';
import type { Result } from '../../../electron/model/failure.ts';
import type { FoundRelease } from '../../../electron/model/release.ts';
import { useProducts } from '../../../renderer/store/products.ts';
import { findElsewhere, useElsewhere } from '../../../renderer/store/releases-elsewhere.ts';

/** What was asked, in order: a test answers when it wants to. */
let asked: {
  readonly input: CallInput<'releases.find'>;
  readonly answer: (answer: Result<FoundRelease[]>) => void;
}[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('window', {
    lukittu: {
      'releases.find': (input: CallInput<'releases.find'>) =>
        new Promise((answer) => asked.push({ input, answer })),
    },
  });
  useProducts.setState({ connectionId: 'team-1', currentId: 'product-1' });
});

const release = (version: string): FoundRelease => ({
  id: version,
  productId: 'product-2',
  version,
  branchName: null,
  productName: 'Relay',
});

const found = (): string[] => useElsewhere.getState().found.map(({ version }) => version);

describe('releases of other products', () => {
  test('are asked for without those of the shown one, and no longer text than is taken', async () => {
    const looking = findElsewhere(` ${'2.4 '.repeat(100)}`);
    expect(asked[0]?.input).toEqual({
      connectionId: 'team-1',
      text: '2.4 '.repeat(50),
      exceptOf: 'product-1',
      count: 50,
    });
    asked[0]?.answer({ ok: true, value: [release('2.4.0')] });
    await looking;
    expect(found()).toEqual(['2.4.0']);
  });

  test('stay as they are until the next answer, and an answer that is overtaken is dropped', async () => {
    const first = findElsewhere('2');
    asked[0]?.answer({ ok: true, value: [release('2.4.0'), release('2.5.0')] });
    await first;

    const [slow, fast] = [findElsewhere('2.'), findElsewhere('2.5')];
    expect(found()).toEqual(['2.4.0', '2.5.0']);
    expect(useElsewhere.getState().answered).toBe('2');
    asked[2]?.answer({ ok: true, value: [release('2.5.0')] });
    await fast;
    asked[1]?.answer({ ok: true, value: [release('2.4.0')] });
    await slow;
    expect(found()).toEqual(['2.5.0']);
    expect(useElsewhere.getState().answered).toBe('2.5');
  });

  test('are gone with the text, also those that are on their way', async () => {
    const looking = findElsewhere('2');
    await findElsewhere('  ');
    asked[0]?.answer({ ok: true, value: [release('2.4.0')] });
    await looking;
    expect(asked).toHaveLength(1);
    expect(found()).toEqual([]);
  });

  test('are none where they cannot be read, and that is an answer', async () => {
    const looking = findElsewhere('2');
    asked[0]?.answer({ ok: false, failure: failureOf('disk-full') });
    await looking;
    expect(useElsewhere.getState()).toMatchObject({ found: [], answered: '2' });
  });
});
