import { describe, expect, test } from 'vitest';
import { bulkChangeSchema } from '../../../electron/model/bulk-change.ts';
import { bulkChosen } from '../../../renderer/store/bulk-chosen.ts';
import { type BulkForm, bulkKinds, changeOf, emptyForm } from '../../../renderer/store/bulk-form.ts';
import { releaseOf } from '../../support/batches.ts';
import { exampleDraft } from '../../support/examples.ts';

const filled: BulkForm = {
  kind: null,
  status: 'ARCHIVED',
  branch: { id: null },
  key: 'channel',
  value: 'stable',
  lock: 'keep',
  licenseIds: ['license'],
};

describe('the form of a bulk change', () => {
  test('stands for nothing while something is missing', () => {
    expect(changeOf(emptyForm)).toBeNull();
    for (const kind of bulkKinds) {
      const isComplete = kind === 'latest-set' || kind === 'latest-take';
      expect(changeOf({ ...emptyForm, kind }) !== null, kind).toBe(isComplete);
    }
    expect(changeOf({ ...filled, kind: 'metadata-set', value: '' })).toBeNull();
    expect(changeOf({ ...filled, kind: 'metadata-add', key: '' })).toBeNull();
  });

  test('stands for a change the app takes, whatever is chosen', () => {
    for (const kind of bulkKinds) {
      expect(bulkChangeSchema.safeParse(changeOf({ ...filled, kind })).error, kind).toBeUndefined();
    }
  });

  test('tells “no branch” from none chosen yet', () => {
    expect(changeOf({ ...filled, kind: 'branch' })).toEqual({ change: 'branch', branchId: null });
    expect(changeOf({ ...filled, kind: 'branch', branch: null })).toBeNull();
  });

  test('leaves an entry that is there locked or not, unless it is said; a new one is not', () => {
    const locks = (kind: 'metadata-set' | 'metadata-add') =>
      (['keep', 'on', 'off'] as const).map((lock) => changeOf({ ...filled, kind, lock }));
    expect(locks('metadata-set')).toMatchObject([{ locked: null }, { locked: true }, { locked: false }]);
    expect(locks('metadata-add')).toMatchObject([{ locked: false }, { locked: true }, { locked: false }]);
  });

  test('makes “latest” of its two kinds', () => {
    expect(changeOf({ ...filled, kind: 'latest-set' })).toEqual({ change: 'latest', latest: true });
    expect(changeOf({ ...filled, kind: 'latest-take' })).toEqual({ change: 'latest', latest: false });
  });
});

describe('what is chosen to be changed together', () => {
  const entry = (key: string) => ({ key, value: 'x', locked: false });
  const first = releaseOf('1.0.0', { metadata: [entry('channel'), entry('channel'), entry('api')] });
  const second = releaseOf('1.1.0', { metadata: [entry('build')], licenseIds: ['a'] });
  const draft = exampleDraft({
    id: 'draft',
    base: second,
    releaseId: second.id,
    fields: { ...exampleDraft().fields, metadata: [entry('channel')], licenseIds: ['b'] },
  });

  test('offers the keys that stand in it, by draft where there is one, the most used first', () => {
    const chosen = bulkChosen('connection', [first, second], [], (id) =>
      id === second.id ? shown(draft) : undefined,
    );
    expect(chosen.keys).toEqual([
      { key: 'channel', count: 2 },
      { key: 'api', count: 1 },
    ]);
    expect(chosen.licenseIds).toEqual(['b']);
    expect(chosen.releaseIds).toEqual([first.id, second.id]);
  });

  test('knows its product only where there is one', () => {
    const none = () => undefined;
    const elsewhere = releaseOf('2.0.0', { productId: 'another' });
    expect(bulkChosen('connection', [first], [shown(draft)], none).productId).toBe(first.productId);
    expect(bulkChosen('connection', [first, elsewhere], [], none).productId).toBeNull();
    expect(bulkChosen('connection', [first, second], [], none).productId).toBe(first.productId);
  });
});

/** The draft as the page gets it. */
function shown({ source, file, ...draft }: ReturnType<typeof exampleDraft>) {
  return { ...draft, file: { kind: 'keep' } as const };
}
