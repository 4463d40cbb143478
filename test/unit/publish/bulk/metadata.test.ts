import { describe, expect, test } from 'vitest';
import type { MetadataEntry } from '../../../../electron/model/release.ts';
import { releaseOf } from '../../../support/batches.ts';
import { changeMany, changeOne, chosen, drafted, saidOf } from '../../../support/bulk.ts';

const entry = (key: string, value: string, locked = false): MetadataEntry => ({ key, value, locked });
const entries = (count: number): MetadataEntry[] =>
  Array.from({ length: count }, (_, at) => entry(`key ${at}`, 'value'));
const add = { change: 'metadata-add', key: 'channel', value: 'stable', locked: false } as const;
const set = { change: 'metadata-set', key: 'channel', value: 'stable', locked: null } as const;
const remove = { change: 'metadata-remove', key: 'channel' } as const;

describe('metadata added to many', () => {
  test('is added where its key is missing, behind what is there', () => {
    const [without, with_] = changeMany(
      [
        chosen(releaseOf('1.0.0', { metadata: [entry('a', '1')] })),
        chosen(releaseOf('1.1.0', { metadata: [entry('channel', 'beta')] })),
      ],
      { ...add, locked: true },
    );
    expect(without?.row.outcome).toEqual({ is: 'changed', from: 'None', to: 'stable (locked)', notes: [] });
    expect(without?.fields?.metadata).toEqual([entry('a', '1'), entry('channel', 'stable', true)]);
    expect(with_?.row.outcome).toEqual({ is: 'same', reason: 'It has “channel” already: beta.' });
  });

  test('is added up to the twentieth entry, and refused beyond', () => {
    const outcomes = changeMany(
      [
        chosen(releaseOf('1.0.0', { metadata: entries(19) })),
        chosen(releaseOf('1.1.0', { metadata: entries(20) })),
      ],
      add,
    );
    expect(outcomes.map(({ row }) => row.outcome)).toMatchObject([
      { is: 'changed' },
      { is: 'refused', reason: 'It has 20 metadata entries; the server takes up to 20.' },
    ]);
  });

  test('takes a draft by what it says, also one of a new release', () => {
    const [removed, fresh] = changeMany(
      [
        drafted(releaseOf('1.0.0', { metadata: [entry('channel', 'beta')] }), { metadata: [] }),
        drafted(null, { version: '2.0.0', metadata: [entry('channel', 'beta')] }),
      ],
      add,
    );
    expect(removed?.fields?.metadata).toEqual([entry('channel', 'stable')]);
    expect(fresh?.row.outcome).toEqual({ is: 'same', reason: 'Its draft has “channel” already: beta.' });
  });
});

describe('metadata set for many', () => {
  test('changes what is there in its place, keeps whether it is locked, and adds what is missing', () => {
    const [there, missing] = changeMany(
      [
        chosen(releaseOf('1.0.0', { metadata: [entry('channel', 'beta'), entry('z', '1')] })),
        chosen(releaseOf('1.1.0')),
      ],
      set,
    );
    expect(there?.row.outcome).toEqual({ is: 'changed', from: 'beta', to: 'stable', notes: [] });
    expect(there?.fields?.metadata).toEqual([entry('channel', 'stable'), entry('z', '1')]);
    expect(missing?.fields?.metadata).toEqual([entry('channel', 'stable')]);
  });

  test('stays as it is where it says so already', () => {
    const metadata = [entry('channel', 'stable')];
    expect(changeOne(chosen(releaseOf('1.0.0', { metadata })), set)).toEqual({
      is: 'same',
      reason: 'It says “stable” already.',
    });
  });

  test('locks or unlocks where that is asked for', () => {
    const locked = chosen(releaseOf('1.0.0', { metadata: [entry('channel', 'stable', true)] }));
    expect(changeOne(locked, set).is).toBe('same');
    expect(changeOne(locked, { ...set, locked: false })).toMatchObject({
      from: 'stable (locked)',
      to: 'stable',
    });
    const open = chosen(releaseOf('1.0.0', { metadata: [entry('channel', 'stable')] }));
    expect(changeOne(open, { ...set, locked: true })).toMatchObject({ to: 'stable (locked)' });
  });

  test('says that an entry is locked, since the server changes it all the same', () => {
    const outcome = changeOne(
      chosen(releaseOf('1.0.0', { metadata: [entry('channel', 'beta', true)] })),
      set,
    );
    expect(outcome).toMatchObject({ from: 'beta (locked)', to: 'stable (locked)' });
    expect(saidOf(outcome)).toEqual(['The entry is locked, and is changed all the same.']);
  });

  test('sets every entry of a key that is there twice', () => {
    const metadata = [entry('channel', 'beta'), entry('channel', 'dev')];
    const [step] = changeMany([chosen(releaseOf('1.0.0', { metadata }))], set);
    expect(step?.row.outcome).toMatchObject({ from: 'beta, dev', to: 'stable, stable', notes: [] });
    expect(step?.fields?.metadata).toEqual([entry('channel', 'stable'), entry('channel', 'stable')]);
  });

  test('is refused where there is no room for it', () => {
    const full = chosen(releaseOf('1.0.0', { metadata: entries(20) }));
    expect(changeOne(full, set).is).toBe('refused');
    const there = chosen(releaseOf('1.0.0', { metadata: [...entries(19), entry('channel', 'beta')] }));
    expect(changeOne(there, set).is).toBe('changed');
  });

  test('goes into a draft that has too many already, without making it worse', () => {
    const metadata = [...entries(21), entry('channel', 'beta')];
    const [step] = changeMany([drafted(releaseOf('1.0.0'), { metadata })], set);
    expect(step?.row.outcome.is).toBe('changed');
    expect(step?.fields?.metadata).toHaveLength(22);
  });
});

describe('metadata removed from many', () => {
  test('is gone wherever it was, as often as it was there, and nothing else is', () => {
    const metadata = [entry('channel', 'beta'), entry('z', '1'), entry('channel', 'dev')];
    const [there, missing] = changeMany(
      [chosen(releaseOf('1.0.0', { metadata })), chosen(releaseOf('1.1.0'))],
      remove,
    );
    expect(there?.row.outcome).toEqual({ is: 'changed', from: 'beta, dev', to: 'None', notes: [] });
    expect(there?.fields?.metadata).toEqual([entry('z', '1')]);
    expect(missing?.row.outcome).toEqual({ is: 'same', reason: 'It has no “channel”.' });
  });

  test('says that it was locked', () => {
    const outcome = changeOne(
      chosen(releaseOf('1.0.0', { metadata: [entry('channel', 'beta', true)] })),
      remove,
    );
    expect(saidOf(outcome)).toEqual(['The entry is locked, and is changed all the same.']);
  });
});
