import { describe, expect, test } from 'vitest';
import { releaseOf } from '../../../support/batches.ts';
import {
  anna,
  ben,
  changeMany,
  changeOne,
  chosen,
  drafted,
  licenseOf,
  saidOf,
} from '../../../support/bulk.ts';

const add = (...licenseIds: string[]) => ({ change: 'licenses-add', licenseIds }) as const;
const remove = (...licenseIds: string[]) => ({ change: 'licenses-remove', licenseIds }) as const;
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `6d0cb053-941c-491f-a3a3-${String(at).padStart(12, '0')}`);

describe('licenses added to many', () => {
  test('come behind those that are there, each once', () => {
    const [step] = changeMany(
      [chosen(releaseOf('1.0.0', { licenseIds: [anna.id] }))],
      add(ben.id, anna.id, ben.id),
    );
    expect(step?.row.outcome).toEqual({ is: 'changed', from: 'Anna', to: 'Anna, Ben', notes: [] });
    expect(step?.fields?.licenseIds).toEqual([anna.id, ben.id]);
  });

  test('are not added where they are', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0', { licenseIds: [anna.id, ben.id] })), add(anna.id));
    expect(outcome).toEqual({ is: 'same', reason: 'It is restricted to Anna, Ben already.' });
  });

  test('say what they take away: until then every license has the release', () => {
    expect(saidOf(changeOne(chosen(releaseOf('1.0.0')), add(anna.id)))).toEqual([
      'Every license of the product has it now; then only this one does.',
    ]);
    expect(saidOf(changeOne(chosen(releaseOf('1.0.0')), add(anna.id, ben.id)))).toEqual([
      'Every license of the product has it now; then only these do.',
    ]);
  });

  test('are refused beyond the thirtieth', () => {
    const known = ids(31).map((id) => licenseOf(id, `Customer ${id}`));
    const [full, room] = changeMany(
      [
        chosen(releaseOf('1.0.0', { licenseIds: ids(29) })),
        chosen(releaseOf('1.1.0', { licenseIds: ids(28) })),
      ],
      add(anna.id, ben.id),
      { licenses: [...known, anna, ben] },
    );
    expect(full?.row.outcome).toEqual({
      is: 'refused',
      reason: 'It would be restricted to 31 licenses; the server takes up to 30.',
    });
    expect(room?.row.outcome).toMatchObject({ is: 'changed', notes: [] });
  });

  test('are refused to the latest release, and to what is to become it', () => {
    const [latest, next, givesUp, archived] = changeMany(
      [
        chosen(releaseOf('1.0.0', { latest: true })),
        drafted(releaseOf('1.1.0'), { setAsLatest: true }),
        drafted(releaseOf('1.2.0', { latest: true }), { setAsLatest: false }),
        drafted(releaseOf('1.3.0', { latest: true }), { status: 'ARCHIVED' }),
      ],
      add(anna.id),
    );
    expect(latest?.row.outcome).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('cannot be the latest'),
    });
    expect(next?.row.outcome.is).toBe('refused');
    expect(givesUp?.row.outcome).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('Take “latest” away first'),
    });
    expect(archived?.row.outcome.is).toBe('changed');
  });

  test('of another product are taken, since the server takes them, and named', () => {
    const carl = licenseOf(ids(1)[0] ?? '', 'Carl', 'another product');
    const outcome = changeOne(chosen(releaseOf('1.0.0', { licenseIds: [anna.id] })), add(carl.id), {
      licenses: [anna, carl],
    });
    expect(outcome.is).toBe('changed');
    expect(saidOf(outcome)).toEqual(['Carl: not of this product, so the release is of no use there.']);
  });

  test('that are not known are said to be, where the licenses were read', () => {
    const unknown = add(ids(1)[0] ?? '');
    const release = chosen(releaseOf('1.0.0', { licenseIds: [anna.id] }));
    expect(saidOf(changeOne(release, unknown))).toEqual([
      expect.stringContaining('not among those last seen'),
    ]);
    expect(saidOf(changeOne(release, unknown, { licenses: null }))).toEqual([]);
  });

  test('are refused where an id is not one', () => {
    expect(changeOne(chosen(releaseOf('1.0.0')), add('anna'))).toEqual({
      is: 'refused',
      reason: 'A license ID is not valid.',
    });
  });
});

describe('licenses removed from many', () => {
  test('are gone where they were, and the others stay', () => {
    const [there, without] = changeMany(
      [
        chosen(releaseOf('1.0.0', { licenseIds: [anna.id, ben.id] })),
        chosen(releaseOf('1.1.0', { licenseIds: [ben.id] })),
      ],
      remove(anna.id),
    );
    expect(there?.row.outcome).toEqual({ is: 'changed', from: 'Anna, Ben', to: 'Ben', notes: [] });
    expect(there?.fields?.licenseIds).toEqual([ben.id]);
    expect(without?.row.outcome).toEqual({ is: 'same', reason: 'It is not restricted to Anna.' });
  });

  test('say that without the last one everybody has the release', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0', { licenseIds: [anna.id] })), remove(anna.id, ben.id));
    expect(outcome).toMatchObject({ from: 'Anna', to: 'All licenses' });
    expect(saidOf(outcome)).toEqual(['No restriction is left: every license of the product gets it.']);
  });
});
