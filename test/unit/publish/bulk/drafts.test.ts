import { describe, expect, test } from 'vitest';
import { nameOf } from '../../../../electron/publish/bulk/bulk-change.ts';
import { newFile, releaseOf } from '../../../support/batches.ts';
import { changeMany, changeOne, chosen, drafted, saidOf } from '../../../support/bulk.ts';

const archive = { change: 'status', status: 'ARCHIVED' } as const;

describe('a change of many', () => {
  test('goes on top of what a draft says, and of nothing else', () => {
    const release = releaseOf('1.0.0');
    const subject = drafted(
      release,
      { version: '1.0.1', metadata: [{ key: 'a', value: '1', locked: false }] },
      newFile('app-1.0.1.zip'),
    );
    const [step] = changeMany([subject], archive);
    expect(step?.fields).toEqual({ ...subject.draft.fields, status: 'ARCHIVED' });
    expect(step?.row).toMatchObject({ releaseId: release.id, draftId: subject.draft.id, version: '1.0.0' });
  });

  test('names no draft where one would be made', () => {
    const [step] = changeMany([chosen(releaseOf('1.0.0'))], archive);
    expect(step?.row.draftId).toBeNull();
  });

  test('takes the draft of a new release by its version', () => {
    const [step] = changeMany([drafted(null, { version: '3.0.0', status: 'DRAFT' })], archive);
    expect(step?.row).toMatchObject({
      releaseId: null,
      version: '3.0.0',
      outcome: { is: 'changed', from: 'Draft' },
    });
  });

  test('leaves alone what is being published, whatever is asked', () => {
    const outcome = changeOne(
      { ...drafted(releaseOf('1.0.0'), { status: 'DRAFT' }), isPublishing: true },
      archive,
    );
    expect(outcome).toEqual({
      is: 'refused',
      reason: 'It is being published. Wait for it, or cancel it in the queue.',
    });
  });

  test('says when a draft would change nothing any more', () => {
    const outcome = changeOne(
      drafted(releaseOf('1.0.0', { status: 'ARCHIVED' }), { status: 'DRAFT' }),
      archive,
    );
    expect(outcome).toMatchObject({ is: 'changed', from: 'Draft', to: 'Archived' });
    expect(saidOf(outcome)).toEqual(['This draft changes nothing on the server.']);
  });

  test('goes into a draft that cannot be sent for other reasons, and does not speak of those', () => {
    const outcome = changeOne(drafted(releaseOf('1.0.0'), { version: 'a b' }), archive);
    expect(outcome).toEqual({ is: 'changed', from: 'Published', to: 'Archived', notes: [] });
  });

  test('says where others have changed the same on the server meanwhile', () => {
    const base = releaseOf('1.0.0');
    const subject = drafted(base, { version: '1.0.1' });
    const outcome = changeOne({ ...subject, release: { ...base, status: 'DEPRECATED' } }, archive);
    expect(saidOf(outcome)).toEqual([
      'Status was changed on the server too, to “Deprecated”. You will be asked which to keep.',
    ]);
  });

  test('of none is none', () => {
    expect(changeMany([], archive)).toEqual([]);
  });
});

test('a change is called by what it changes', () => {
  expect(nameOf(archive)).toEqual({ part: 'status', label: 'Status' });
  expect(nameOf({ change: 'branch', branchId: null })).toEqual({ part: 'branch', label: 'Branch' });
  expect(nameOf({ change: 'metadata-remove', key: 'channel' })).toEqual({
    part: 'metadata',
    label: 'Metadata: channel',
  });
  expect(nameOf({ change: 'licenses-add', licenseIds: ['x'] })).toEqual({
    part: 'licenses',
    label: 'Licenses',
  });
  expect(nameOf({ change: 'latest', latest: true })).toEqual({ part: 'latest', label: 'Latest' });
});
