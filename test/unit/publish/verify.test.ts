import { describe, expect, it } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import type { Meant } from '../../../electron/publish/request.ts';
import { changesNothing, differences, expectedOf, whatHappened } from '../../../electron/publish/verify.ts';
import { createChance } from '../../support/chance.ts';
import { exampleArtifact, exampleRelease } from '../../support/examples.ts';
import { randomMeant, randomRelease, unchanged } from '../../support/random-releases.ts';

const file = { name: 'a.zip', size: 10, checksum: 'a'.repeat(32), key: 'k', mainClassName: null };
const before = exampleRelease({
  metadata: [
    { key: 'channel', value: 'stable', locked: false },
    { key: 'build', value: '7', locked: true },
  ],
  licenseIds: [],
  file,
});
const artifact = exampleArtifact({ name: 'b.zip', size: 20, md5: 'b'.repeat(32) });
const meant: Meant = {
  fields: { ...unchanged(before).fields, version: '2.0.0' },
  file: { kind: 'replace', artifact },
};

/** With another file than the release has, in this alone. */
const replacing = (change: { name?: string; size?: number; md5?: string }): Meant['file'] => ({
  kind: 'replace',
  artifact: exampleArtifact({ name: 'a.zip', size: 10, md5: 'a'.repeat(32), ...change }),
});

/** What a server that does as it is told holds afterwards. */
function applied(release: Release | null, wanted: Meant): Release {
  const { file: facts, ...fields } = expectedOf(release, wanted);
  return {
    ...(release ?? exampleRelease()),
    ...fields,
    metadata: [...fields.metadata],
    licenseIds: [...fields.licenseIds],
    file: facts && { ...file, ...facts },
    updatedAt: '2030-01-01T00:00:00.000Z',
  };
}

describe('what the server will hold', () => {
  it('is latest only when it is published too', () => {
    const fields = { ...meant.fields, setAsLatest: true };
    expect(expectedOf(before, { ...meant, fields }).latest).toBe(true);
    expect(expectedOf(before, { ...meant, fields: { ...fields, status: 'DRAFT' } }).latest).toBe(false);
  });

  it.each([
    ['the file it had', { kind: 'keep' } as const, { name: 'a.zip' }],
    ['no file', { kind: 'remove' } as const, null],
    [
      'the file that is sent, with its MD5',
      meant.file,
      { name: 'b.zip', size: 20, checksum: 'b'.repeat(32) },
    ],
  ])('is %s', (_, intent, expected) => {
    const result = expectedOf(before, { ...meant, file: intent }).file;
    if (expected === null) expect(result).toBeNull();
    else expect(result).toMatchObject(expected);
  });
});

describe('reading back', () => {
  it('verifies a release that is as it was meant', () => {
    expect(differences(before, meant, applied(before, meant))).toEqual([]);
  });

  it('asks for no order of metadata, which the server does not promise', () => {
    const found = applied(before, meant);
    expect(differences(before, meant, { ...found, metadata: found.metadata.toReversed() })).toEqual([]);
  });

  it.each<[string, Partial<Release>, string, string, string]>([
    ['version', { version: '2.0.1' }, 'Version', '2.0.0', '2.0.1'],
    ['status', { status: 'DRAFT' }, 'Status', 'Published', 'Draft'],
    ['latest', { latest: true }, 'Latest', 'Not latest', 'Latest'],
    ['branch', { branchId: 'b' }, 'Branch', 'No branch', 'b'],
    ['metadata', { metadata: [] }, 'Metadata', 'channel: stable, build: 7 (locked)', 'None'],
    ['licenses', { licenseIds: ['l'] }, 'Licenses', '0 licenses', '1 license'],
    ['file', { file: null }, 'File', `b.zip, 20\u00a0bytes, MD5 ${'b'.repeat(32)}`, 'No file'],
    [
      'file',
      { file: { ...file, name: 'b.zip', size: 20, checksum: null } },
      'File',
      `b.zip, 20\u00a0bytes, MD5 ${'b'.repeat(32)}`,
      'b.zip, 20\u00a0bytes, MD5 unknown',
    ],
  ])('finds another %s', (part, change, label, wanted, found) => {
    expect(differences(before, meant, { ...applied(before, meant), ...change })).toEqual([
      { part, label, meant: wanted, found },
    ]);
  });

  it('finds that it is gone', () => {
    expect(differences(before, meant, null)).toEqual([
      { part: 'release', label: 'Release', meant: '2.0.0', found: 'Not there' },
    ]);
  });
});

describe('what became of a request without an answer', () => {
  it.each<[string, ReturnType<typeof whatHappened>, Release | null]>([
    ['it was applied', 'applied', applied(before, meant)],
    ['nothing', 'untouched', { ...before, updatedAt: '2031-01-01T00:00:00.000Z', lastSeenAt: 'x' }],
    ['it died after the old file was deleted', 'file-lost', { ...before, file: null }],
    ['somebody else changed it', 'other', { ...before, version: '3.0.0' }],
    ['somebody else changed it, and the file is gone', 'other', { ...before, version: '3.0.0', file: null }],
    ['it is gone', 'other', null],
  ])('%s', (_, happened, found) => {
    expect(whatHappened(before, meant, found)).toBe(happened);
  });

  it('for a new release: it is there as meant, not there, or taken by another', () => {
    const fresh: Meant = { ...meant, file: { kind: 'keep' } };
    expect(whatHappened(null, fresh, applied(null, fresh))).toBe('applied');
    expect(whatHappened(null, fresh, null)).toBe('untouched');
    expect(whatHappened(null, fresh, { ...applied(null, fresh), status: 'DRAFT' })).toBe('other');
  });

  it.each<[string, Partial<Meant['fields']>, Meant['file']]>([
    ['version', { version: '2.0.0' }, { kind: 'keep' }],
    ['status', { status: 'ARCHIVED' }, { kind: 'keep' }],
    ['being latest', { setAsLatest: true }, { kind: 'keep' }],
    ['branch', { branchId: 'b' }, { kind: 'keep' }],
    ['value', { metadata: [{ key: 'channel', value: 'beta', locked: false }] }, { kind: 'keep' }],
    ['lock', { metadata: before.metadata.map((entry) => ({ ...entry, locked: true })) }, { kind: 'keep' }],
    ['licenses', { licenseIds: ['l'] }, { kind: 'keep' }],
    ['file’s name', {}, replacing({ name: 'b.zip' })],
    ['file’s size', {}, replacing({ size: 11 })],
    ['file’s content', {}, replacing({ md5: 'b'.repeat(32) })],
    ['file being gone', {}, { kind: 'remove' }],
  ])('when nothing but the %s was to change, tells whether it did', (_, fields, intent) => {
    const wanted: Meant = { fields: { ...unchanged(before).fields, ...fields }, file: intent };
    expect(whatHappened(before, wanted, before)).toBe('untouched');
    expect(whatHappened(before, wanted, applied(before, wanted))).toBe('applied');
    expect(changesNothing(before, before, wanted)).toBe(false);
    expect(changesNothing(before, applied(before, wanted), wanted)).toBe(true);
  });

  it('when only the order of metadata was to change, looks at the order', () => {
    const turned: Meant = {
      fields: { ...unchanged(before).fields, metadata: before.metadata.toReversed() },
      file: { kind: 'keep' },
    };
    expect(whatHappened(before, turned, before)).toBe('untouched');
    expect(whatHappened(before, turned, applied(before, turned))).toBe('applied');
  });

  it('is always told from what is there, for any release and any draft', () => {
    for (let seed = 0; seed < 2000; seed += 1) {
      const chance = createChance(seed);
      const was = randomRelease(chance);
      const wanted = randomMeant(chance);
      const after = applied(was, wanted);
      expect(whatHappened(was, wanted, after), `seed ${seed}`).toBe('applied');
      expect(differences(was, wanted, after), `seed ${seed}`).toEqual([]);
      const wouldShow = differences(was, wanted, was).length > 0;
      expect(whatHappened(was, wanted, was), `seed ${seed}`).toBeOneOf(
        wouldShow ? ['untouched'] : ['untouched', 'applied'],
      );
    }
  });
});

describe('whether a request is needed at all', () => {
  it('not when the server holds it already', () => {
    expect(changesNothing(before, before, unchanged(before))).toBe(true);
    expect(changesNothing(before, applied(before, meant), { ...meant, file: { kind: 'keep' } })).toBe(true);
  });

  it('for a change of any field, of the order of metadata, or of the file', () => {
    expect(changesNothing(before, before, meant)).toBe(false);
    const turned = { ...unchanged(before).fields, metadata: before.metadata.toReversed() };
    expect(changesNothing(before, before, { fields: turned, file: { kind: 'keep' } })).toBe(false);
    expect(changesNothing(before, before, { ...unchanged(before), file: { kind: 'remove' } })).toBe(false);
  });

  it('for the very file that is there: sending it again mends a damaged object', () => {
    const same = exampleArtifact({ name: 'a.zip', size: 10, md5: 'a'.repeat(32) });
    const again: Meant = { ...unchanged(before), file: { kind: 'replace', artifact: same } };
    expect(changesNothing(before, before, again)).toBe(false);
  });

  it('for a new release', () => {
    expect(changesNothing(null, null, unchanged(before))).toBe(false);
  });
});
