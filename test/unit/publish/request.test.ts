import { describe, expect, it } from 'vitest';
import { requestOf, startingFields } from '../../../electron/publish/request.ts';
import { exampleArtifact, exampleRelease } from '../../support/examples.ts';

const productId = 'cee40412-cfa3-488e-a46f-fb2cd7056268';
const releaseId = '6d0cb053-941c-491f-a3a3-4bd7ddf67b9a';
const fields = startingFields(
  exampleRelease({
    version: '1.1.0',
    latest: true,
    metadata: [{ key: 'build', value: '7', locked: true }],
  }),
);

describe('the request of an update', () => {
  it('has all eight fields and no other', () => {
    const request = requestOf({ productId, releaseId }, { fields, file: { kind: 'keep' } });
    expect(request).toEqual({
      call: 'update',
      releaseId,
      artifact: null,
      data: {
        version: '1.1.0',
        productId,
        status: 'PUBLISHED',
        setAsLatest: true,
        keepExistingFile: true,
        branchId: null,
        metadata: [{ key: 'build', value: '7', locked: true }],
        licenseIds: [],
      },
    });
  });

  it('strips what metadata of a list carries besides', () => {
    const listed = [{ key: 'a', value: 'b', locked: false, id: '1', teamId: '2' }];
    const { data } = requestOf(
      { productId, releaseId },
      { fields: { ...fields, metadata: listed }, file: { kind: 'keep' } },
    );
    expect(data.metadata).toEqual([{ key: 'a', value: 'b', locked: false }]);
  });

  it.each([
    ['keeps the file', { kind: 'keep' } as const, true],
    ['removes it', { kind: 'remove' } as const, false],
    ['sends another', { kind: 'replace', artifact: exampleArtifact() } as const, false],
  ])('says what happens to the file: %s', (_, file, keepExistingFile) => {
    const request = requestOf({ productId, releaseId }, { fields, file });
    expect(request).toMatchObject({
      data: { keepExistingFile },
      artifact: file.kind === 'replace' ? file.artifact : null,
    });
  });

  it('leaves the latest release the latest unless that is taken away', () => {
    const kept = requestOf({ productId, releaseId }, { fields, file: { kind: 'keep' } });
    expect(kept.data.setAsLatest).toBe(true);
    const taken = requestOf(
      { productId, releaseId },
      { fields: { ...fields, setAsLatest: false }, file: { kind: 'keep' } },
    );
    expect(taken.data.setAsLatest).toBe(false);
  });

  it('does not ask for latest where the server would ignore it, and refuse it beside licenses', () => {
    const draft = { ...fields, status: 'DRAFT' as const, licenseIds: ['l'] };
    expect(requestOf({ productId, releaseId }, { fields: draft, file: { kind: 'keep' } }).data).toMatchObject(
      {
        setAsLatest: false,
        status: 'DRAFT',
      },
    );
  });
});

describe('the request of a new release', () => {
  it('has no file to keep', () => {
    const request = requestOf({ productId, releaseId: null }, { fields, file: { kind: 'keep' } });
    expect(request.call).toBe('create');
    expect(request.data).not.toHaveProperty('keepExistingFile');
  });
});

describe('what a draft starts with', () => {
  it('is a draft status and nothing else for a new release', () => {
    expect(startingFields(null)).toEqual({
      version: '',
      status: 'DRAFT',
      setAsLatest: false,
      branchId: null,
      metadata: [],
      licenseIds: [],
    });
  });
});
