import { describe, expect, it } from 'vitest';
import type { ComparisonRow, Draft } from '../../../electron/model/draft.ts';
import type { Release } from '../../../electron/model/release.ts';
import { compare, mergesByItself } from '../../../electron/publish/comparison.ts';
import { startingFields } from '../../../electron/publish/request.ts';
import { exampleArtifact, exampleRelease } from '../../support/examples.ts';

const file = { name: 'app.jar', size: 4_404_019, checksum: 'a'.repeat(32), key: 'k', mainClassName: null };
const base = exampleRelease({
  metadata: [
    { key: 'channel', value: 'stable', locked: false },
    { key: 'build', value: '7', locked: true },
  ],
  file,
});
const names = {
  branches: [{ id: 'b1', name: 'dev', productId: base.productId }],
  licenses: [{ id: 'l1', customer: 'Anna', productIds: [], suspended: false, expiresAt: null }],
};

function draftOf(change: Partial<Draft['fields']>, more: Partial<Draft> = {}): Draft {
  const from = more.base === undefined ? base : more.base;
  return {
    id: 'd',
    connectionId: 'c',
    productId: base.productId,
    releaseId: from?.id ?? null,
    base: from,
    fields: { ...startingFields(from), ...change },
    file: { kind: 'keep' },
    createdAt: base.createdAt,
    updatedAt: base.createdAt,
    ...more,
  };
}

const compared = (draft: Draft, server: Release | null = base) => compare({ draft, server, names });

function row(draft: Draft, label: string, server: Release | null = base): ComparisonRow | undefined {
  return compared(draft, server).rows.find((candidate) => candidate.label === label);
}

const columns = (given: ComparisonRow | undefined) =>
  given && [given.server, given.draft, given.result, given.change];

describe('the three columns', () => {
  it('are the same everywhere for a draft that changes nothing', () => {
    const { rows, changesAnything } = compared(draftOf({}));
    expect(changesAnything).toBe(false);
    expect(rows.map(({ label, change }) => [label, change])).toEqual(
      [
        'Version',
        'Status',
        'Latest',
        'Branch',
        'Metadata: channel',
        'Metadata: build',
        'Licenses',
        'File',
      ].map((label) => [label, 'unchanged']),
    );
  });

  it('call branches, licenses and files by their names', () => {
    const artifact = exampleArtifact({ name: 'app-2.jar', size: 2048 });
    const draft = draftOf(
      { branchId: 'b1', licenseIds: ['l1', 'c4f26bab-f5ef-4ae6-aa41-7f286936d762'] },
      { file: { kind: 'replace', artifact, source: 'unchanged' } },
    );
    expect(columns(row(draft, 'Branch'))).toEqual(['No branch', 'dev', 'dev', 'mine']);
    expect(columns(row(draft, 'Licenses'))).toEqual([
      'All licenses',
      'Anna, c4f26bab…',
      'Anna, c4f26bab…',
      'mine',
    ]);
    expect(columns(row(draft, 'File'))).toEqual([
      'app.jar, 4.2\u00a0MB',
      'Replace with app-2.jar, 2.0\u00a0KB',
      'app-2.jar, 2.0\u00a0KB',
      'mine',
    ]);
    expect(compared(draft).changesAnything).toBe(true);
  });

  it('say of a file whether it comes in place of another or where there was none', () => {
    const artifact = exampleArtifact({ name: 'app-2.jar', size: 2048 });
    const change = { file: { kind: 'replace', artifact, source: 'unchanged' } } as const;
    const bare = { ...base, file: null };
    expect(row(draftOf({}, change), 'File')?.draft).toMatch(/^Replace with app-2\.jar,/);
    expect(row(draftOf({}, { ...change, base: bare }), 'File', bare)?.draft).toMatch(/^Add app-2\.jar,/);
    const created = draftOf({}, { ...change, base: null });
    expect(row(created, 'File', null)?.draft).toMatch(/^Add app-2\.jar,/);
  });

  it('tell a file that was built anew from the one of the same name and size by their checksums', () => {
    const artifact = exampleArtifact({ name: file.name, size: file.size, md5: `b7${'0'.repeat(30)}` });
    const rebuilt = row(draftOf({}, { file: { kind: 'replace', artifact, source: 'unchanged' } }), 'File');
    expect(rebuilt?.server).toBe('app.jar, 4.2\u00a0MB, MD5 aaaaaaaa…');
    expect(rebuilt?.result).toBe('app.jar, 4.2\u00a0MB, MD5 b7000000…');
  });

  it('show that latest needs a published release, and that it is lost with the status', () => {
    const wish = draftOf({ setAsLatest: true, status: 'DRAFT' });
    expect(columns(row(wish, 'Latest'))).toEqual(['Not latest', 'Latest', 'Not latest', 'mine']);
    const latest = { ...base, latest: true };
    const archived = draftOf({ status: 'ARCHIVED' }, { base: latest });
    expect(columns(row(archived, 'Latest', latest))).toEqual(['Latest', 'Latest', 'Not latest', 'mine']);
  });

  it('show what others changed, and keep it in the result', () => {
    const server = {
      ...base,
      status: 'DEPRECATED' as const,
      metadata: [{ key: 'channel', value: 'beta', locked: false }],
      file: null,
    };
    const draft = draftOf({ version: '1.4.1' });
    expect(columns(row(draft, 'Version', server))).toEqual(['1.4.0', '1.4.1', '1.4.1', 'mine']);
    expect(columns(row(draft, 'Status', server))).toEqual([
      'Deprecated',
      'Published',
      'Deprecated',
      'theirs',
    ]);
    expect(columns(row(draft, 'Metadata: channel', server))).toEqual(['beta', 'stable', 'beta', 'theirs']);
    expect(columns(row(draft, 'Metadata: build', server))).toEqual(['None', '7 (locked)', 'None', 'theirs']);
    expect(columns(row(draft, 'File', server))).toEqual(['No file', 'No file', 'No file', 'theirs']);
  });

  it('show the same change on both sides, and a conflict', () => {
    const server = { ...base, version: '1.5.0', status: 'ARCHIVED' as const };
    const draft = draftOf({ version: '1.5.0', status: 'DRAFT' });
    expect(row(draft, 'Version', server)?.change).toBe('both');
    expect(columns(row(draft, 'Status', server))).toEqual(['Archived', 'Draft', 'Draft', 'conflict']);
  });

  it('show a file that others replaced as well as a conflict', () => {
    const server = { ...base, file: { ...file, checksum: 'f'.repeat(32) } };
    const artifact = exampleArtifact({ name: 'mine.jar' });
    const draft = draftOf({}, { file: { kind: 'replace', artifact, source: 'none' } });
    expect(row(draft, 'File', server)?.change).toBe('conflict');
  });

  it('show licenses that both sides changed, and that both changes stand', () => {
    const server = { ...base, licenseIds: ['l1'] };
    const draft = draftOf({ licenseIds: ['l2'] });
    expect(columns(row(draft, 'Licenses', server))).toEqual(['Anna', 'l2', 'l2, Anna', 'merged']);
  });

  it('show that metadata only changed places', () => {
    const draft = draftOf({ metadata: base.metadata.toReversed() });
    expect(columns(row(draft, 'Metadata order'))).toEqual([
      'channel, build',
      'build, channel',
      'build, channel',
      'mine',
    ]);
    expect(compared(draft).changesAnything).toBe(true);
  });

  it('have nothing on the server for a new release', () => {
    const draft = draftOf(
      { version: '2.0.0', metadata: [{ key: 'a', value: 'b', locked: false }] },
      { base: null },
    );
    expect(columns(row(draft, 'Version', null))).toEqual(['—', '2.0.0', '2.0.0', 'mine']);
    expect(columns(row(draft, 'Metadata: a', null))).toEqual(['None', 'b', 'b', 'mine']);
    expect(columns(row(draft, 'File', null))).toEqual(['—', 'No file', 'No file', 'unchanged']);
    expect(compared(draft, null).changesAnything).toBe(true);
  });

  it('take what the draft began with for the server where the release was not seen since', () => {
    expect(columns(row(draftOf({ version: '1.4.1' }), 'Version', null))?.[0]).toBe('1.4.0');
  });
});

describe('what merges by itself beside a conflict', () => {
  const began = { ...base, latest: true, status: 'PUBLISHED' as const };
  const theirs = {
    ...began,
    status: 'DEPRECATED' as const,
    latest: false,
    version: '1.4.2',
    metadata: [{ key: 'channel', value: 'beta', locked: false }, ...base.metadata.slice(1)],
  };
  const mine = (change: Partial<Draft['fields']>) => draftOf(change, { base: began });
  const merging = (draft: Draft, choices: Parameters<typeof mergesByItself>[1] = {}) =>
    mergesByItself({ draft, server: theirs, names }, choices).map(({ label, result, change }) => [
      label,
      result,
      change,
    ]);

  it('is each field that only one side changed, with what it comes to', () => {
    const draft = mine({
      status: 'ARCHIVED',
      metadata: [...base.metadata, { key: 'notes', value: 'mine', locked: false }],
    });
    expect(merging(draft)).toEqual([
      ['Version', '1.4.2', 'theirs'],
      ['Latest', 'Not latest', 'theirs'],
      ['Metadata: channel', 'beta', 'theirs'],
      ['Metadata: notes', 'mine', 'mine'],
    ]);
  });

  it('leaves out what is in conflict, whatever is chosen', () => {
    const artifact = exampleArtifact({ name: 'mine.jar' });
    const draft = { ...mine({ status: 'ARCHIVED' }), file: { kind: 'replace', artifact } as const };
    const server = { ...theirs, file: { ...file, checksum: 'f'.repeat(32) } };
    const labels = (choices: Parameters<typeof mergesByItself>[1]) =>
      mergesByItself({ draft, server, names }, choices).map(({ label }) => label);
    const others = ['Version', 'Latest', 'Metadata: channel'];
    expect(labels({})).toEqual(others);
    expect(labels({ Status: 'theirs', File: 'theirs' })).toEqual(others);
    expect(labels({ Status: 'mine', File: 'mine' })).toEqual(others);
  });

  it('follows the choice of a status, which decides over latest', () => {
    const latest = { ...theirs, latest: true, status: 'PUBLISHED' as const };
    const draft = draftOf(
      { status: 'ARCHIVED', setAsLatest: true },
      { base: { ...began, latest: false, status: 'DRAFT' } },
    );
    const of = (choice: 'mine' | 'theirs') =>
      mergesByItself({ draft, server: latest, names }, { Status: choice }).find(
        ({ label }) => label === 'Latest',
      )?.result;
    expect([of('mine'), of('theirs')]).toEqual(['Not latest', 'Latest']);
  });
});
