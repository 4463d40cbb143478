import { describe, expect, test } from 'vitest';
import { dev, newFile, releaseOf, storedFileOf } from '../../../support/batches.ts';
import { changeMany, changeOne, chosen, drafted, foreignBranch, saidOf } from '../../../support/bulk.ts';

const archive = { change: 'status', status: 'ARCHIVED' } as const;
const publish = { change: 'status', status: 'PUBLISHED' } as const;
const toDev = { change: 'branch', branchId: dev.id } as const;
const toNone = { change: 'branch', branchId: null } as const;

describe('a status for many', () => {
  test('changes each that has another one, and says from what to what', () => {
    const [published, archived] = changeMany(
      [chosen(releaseOf('1.0.0')), chosen(releaseOf('1.1.0', { status: 'ARCHIVED' }))],
      archive,
    );
    expect(published?.row.outcome).toEqual({ is: 'changed', from: 'Published', to: 'Archived', notes: [] });
    expect(published?.fields).toMatchObject({ version: '1.0.0', status: 'ARCHIVED' });
    expect(archived?.row.outcome).toEqual({ is: 'same', reason: 'It is Archived already.' });
    expect(archived?.fields).toBeNull();
  });

  test('says that the latest release would not be it any more', () => {
    const outcome = changeOne(
      chosen(releaseOf('1.0.0', { latest: true, file: storedFileOf('1.0.0') })),
      archive,
    );
    expect(outcome.is).toBe('changed');
    expect(saidOf(outcome)).toEqual([expect.stringContaining('leaves the product without a latest release')]);
  });

  test('says that a release would be published without a file', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0', { status: 'DRAFT' })), publish);
    expect(saidOf(outcome)).toEqual(['The release will be published without a file.']);
  });

  test('does not publish what is restricted to licenses and would be the latest then', () => {
    const licenseIds = ['c4f26bab-f5ef-4ae6-aa41-7f286936d762'];
    const outcome = changeOne(
      drafted(releaseOf('1.0.0', { status: 'DRAFT', licenseIds }), { setAsLatest: true }),
      publish,
    );
    expect(outcome).toMatchObject({ is: 'refused', reason: expect.stringContaining('cannot be the latest') });
  });

  test('says which release would lose “latest” to one whose draft asked for it', () => {
    const outcome = changeOne(
      drafted(releaseOf('1.1.0', { status: 'DRAFT', file: storedFileOf('1.1.0') }), { setAsLatest: true }),
      publish,
      { others: [releaseOf('1.0.0', { latest: true })] },
    );
    expect(saidOf(outcome)).toEqual(['1.0.0 will no longer be the latest.']);
  });
});

describe('a branch for many', () => {
  test('moves each that is in another one, in words', () => {
    const [moved, there] = changeMany(
      [chosen(releaseOf('1.0.0')), chosen(releaseOf('1.1.0', { branchId: dev.id }))],
      toDev,
      { others: [releaseOf('0.9.0', { branchId: dev.id })] },
    );
    expect(moved?.row.outcome).toEqual({ is: 'changed', from: 'No branch', to: 'dev', notes: [] });
    expect(moved?.fields?.branchId).toBe(dev.id);
    expect(there?.row.outcome).toEqual({ is: 'same', reason: 'It is in the branch dev already.' });
  });

  test('takes releases out of their branch', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0', { branchId: dev.id })), toNone);
    expect(outcome).toMatchObject({ is: 'changed', from: 'dev', to: 'No branch' });
  });

  test('of another product is refused', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0')), { change: 'branch', branchId: foreignBranch.id });
    expect(saidOf(outcome)).toEqual([
      'The branch edge belongs to another product, and the server would not find it.',
    ]);
    expect(outcome.is).toBe('refused');
  });

  test('that no release was seen in is taken, and it is said that it may not exist', () => {
    const outcome = changeOne(
      chosen(releaseOf('1.0.0')),
      { change: 'branch', branchId: 'f0f5b9a7-04b4-4a7c-9d3c-8f86b3f9c0aa' },
      { branches: [dev] },
    );
    expect(outcome.is).toBe('changed');
    expect(saidOf(outcome)).toEqual([
      expect.stringContaining('No release of this product was seen in this branch'),
    ]);
  });

  test('is not given where the id is not one', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0')), { change: 'branch', branchId: 'dev' });
    expect(outcome).toMatchObject({ is: 'refused', reason: 'This is not a valid branch ID.' });
  });

  test('is refused where it has the version already', () => {
    const outcome = changeOne(chosen(releaseOf('1.0.0')), toDev, {
      others: [releaseOf('1.0.0', { branchId: dev.id })],
    });
    expect(outcome).toMatchObject({
      is: 'refused',
      reason: 'There is already a release 1.0.0 in the branch dev; the server refuses a second one.',
    });
  });

  test('is refused to every one of those that would meet there under one version, and to no other', () => {
    const beta = { ...dev, id: 'b0a3b7ce-7a3c-4b53-9a0c-0c1a8f1c7d10', name: 'beta' };
    const steps = changeMany(
      [
        chosen(releaseOf('1.0.0')),
        chosen(releaseOf('1.0.0', { branchId: beta.id, branchName: 'beta' })),
        chosen(releaseOf('1.1.0')),
      ],
      toDev,
      { branches: [dev, beta], others: [releaseOf('0.9.0', { branchId: dev.id })] },
    );
    expect(steps.map(({ row }) => row.outcome.is)).toEqual(['refused', 'refused', 'changed']);
    expect(steps[0]?.row.outcome).toMatchObject({
      reason:
        'Another one chosen would be 1.0.0 in the branch dev as well, and the server takes a version only once there.',
    });
  });

  test('is refused beside a new release of the same version that is to be made there', () => {
    const [release, draft] = changeMany(
      [chosen(releaseOf('1.0.0')), drafted(null, { version: '1.0.0', branchId: dev.id })],
      toDev,
    );
    expect([release?.row.outcome.is, draft?.row.outcome.is]).toEqual(['refused', 'same']);
  });

  test('looks at the version a draft gives, not at the one the release has', () => {
    const [renamed, other] = changeMany(
      [
        drafted(releaseOf('1.0.0'), { version: '1.0.1' }),
        chosen(releaseOf('1.0.1', { branchId: null, id: idOf(1) })),
      ],
      toDev,
    );
    expect([renamed?.row.outcome.is, other?.row.outcome.is]).toEqual(['refused', 'refused']);
  });

  test('says what becomes of “latest” in the branch that is left and in the one that is entered', () => {
    const outcome = changeOne(chosen(releaseOf('1.1.0', { latest: true })), toDev, {
      others: [releaseOf('1.0.0', { branchId: dev.id, latest: true })],
    });
    expect(saidOf(outcome)).toEqual([
      'Moving the latest release leaves the product without a latest release: whoever asks for the latest gets none.',
      '1.0.0 will no longer be the latest.',
    ]);
  });

  test('changes nothing about stored files: their names leave the branch out', () => {
    const shared = storedFileOf('1.0.0');
    const outcome = changeOne(
      drafted(releaseOf('1.0.0', { file: shared }), {}, newFile('app-1.0.0.zip')),
      toNone,
      { others: [releaseOf('1.0.0', { branchId: dev.id, file: shared })] },
    );
    expect(outcome.is).toBe('same');
    const moved = changeOne(
      drafted(releaseOf('1.1.0', { file: storedFileOf('1.1.0') }), {}, newFile('app-1.1.0.zip')),
      toDev,
      { others: [releaseOf('1.0.0', { branchId: dev.id, file: storedFileOf('1.1.0') })] },
    );
    expect(moved).toMatchObject({ is: 'changed', notes: [] });
  });
});

function idOf(n: number): string {
  return `6d0cb053-941c-491f-a3a3-${String(n).padStart(12, '0')}`;
}
