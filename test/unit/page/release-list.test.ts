import { describe, expect, it } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import {
  everything,
  filterEntries,
  indexReleases,
  newestFirst,
  type ReleaseEntry,
  type Sort,
  sortEntries,
  withReleases,
} from '../../../renderer/store/release-order.ts';

const release = (version: string, more: Partial<Release> = {}): Release => ({
  id: `id of ${version}`,
  productId: 'product',
  version,
  status: 'PUBLISHED',
  latest: false,
  branchId: null,
  branchName: null,
  metadata: [],
  licenseIds: [],
  file: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  lastSeenAt: null,
  ...more,
});

const file = (name: string) => ({ name, size: 1, checksum: null, key: name, mainClassName: 'dev.Main' });

const releases = [
  release('2.0.10', { status: 'DRAFT', updatedAt: '2026-03-01T00:00:00Z' }),
  release('2.0.2', { branchId: 'b', branchName: 'dev', file: file('Guard-2.0.2.jar') }),
  release('2.0.2-beta.1', { status: 'DEPRECATED', updatedAt: '2026-02-01T00:00:00Z' }),
  release('1.9.0', { status: 'ARCHIVED', file: file('guard-1.9.0.zip') }),
];

const versions = (sort: Sort, filter = everything): string[] =>
  filterEntries(sortEntries(indexReleases(releases), sort), filter).map((entry) => entry.release.version);

describe('the order of the list', () => {
  it('puts the newest version first, by meaning and not by text', () => {
    expect(versions(newestFirst)).toEqual(['2.0.10', '2.0.2', '2.0.2-beta.1', '1.9.0']);
    expect(versions({ column: 'version', descending: false })).toEqual([
      '1.9.0',
      '2.0.2-beta.1',
      '2.0.2',
      '2.0.10',
    ]);
  });

  it('follows what a release goes through, in the status column', () => {
    expect(versions({ column: 'status', descending: false })).toEqual([
      '2.0.10',
      '2.0.2',
      '2.0.2-beta.1',
      '1.9.0',
    ]);
  });

  it('puts what has no branch or file before what has one, each by version', () => {
    expect(versions({ column: 'branch', descending: false })).toEqual([
      '2.0.10',
      '2.0.2-beta.1',
      '1.9.0',
      '2.0.2',
    ]);
    expect(versions({ column: 'file', descending: false })).toEqual([
      '2.0.10',
      '2.0.2-beta.1',
      '1.9.0',
      '2.0.2',
    ]);
  });

  it('sorts times, and what is of the same time by version, newest first', () => {
    expect(versions({ column: 'updated', descending: true })).toEqual([
      '2.0.10',
      '2.0.2-beta.1',
      '2.0.2',
      '1.9.0',
    ]);
  });

  it('leaves the releases it was given as they were', () => {
    const before = [...releases];
    sortEntries(indexReleases(releases), newestFirst);
    expect(releases).toEqual(before);
  });
});

describe('the search', () => {
  it('looks in versions, branches and file names, whatever the case, and in nothing the list does not show', () => {
    expect(versions(newestFirst, { ...everything, text: '2.0.2' })).toEqual(['2.0.2', '2.0.2-beta.1']);
    expect(versions(newestFirst, { ...everything, text: 'DEV' })).toEqual(['2.0.2']);
    expect(versions(newestFirst, { ...everything, text: 'guard-1' })).toEqual(['1.9.0']);
  });

  it('wants each of several words', () => {
    expect(versions(newestFirst, { ...everything, text: ' beta  2.0 ' })).toEqual(['2.0.2-beta.1']);
    expect(versions(newestFirst, { ...everything, text: 'beta 1.9' })).toEqual([]);
  });

  it('takes a range of versions, by meaning and not by text, with other words or another range beside it', () => {
    expect(versions(newestFirst, { ...everything, text: '<2.0' })).toEqual(['1.9.0']);
    expect(versions(newestFirst, { ...everything, text: '< 2.0.2' })).toEqual(['2.0.2-beta.1', '1.9.0']);
    expect(versions(newestFirst, { ...everything, text: '>=2.0.2 <2.0.10' })).toEqual(['2.0.2']);
    expect(versions(newestFirst, { ...everything, text: '<=v2.0.2 guard' })).toEqual(['2.0.2', '1.9.0']);
    expect(versions(newestFirst, { ...everything, text: '=1.9' })).toEqual(['1.9.0']);
    expect(versions(newestFirst, { ...everything, text: '1.X guard' })).toEqual(['1.9.0']);
    expect(versions(newestFirst, { ...everything, text: '^ 1.2' })).toEqual(['1.9.0']);
  });

  it('finds a version with a v in front that is called without, and what is called so', () => {
    expect(versions(newestFirst, { ...everything, text: 'V1.9' })).toEqual(['1.9.0']);
    expect(versions(newestFirst, { ...everything, text: 'v9' })).toEqual([]);
    const named = indexReleases(releases.map((release) => ({ ...release, branchName: 'V9' })));
    expect(filterEntries(named, { ...everything, text: 'v9' })).toHaveLength(releases.length);
  });

  it('is not narrowed by a range that is still being typed', () => {
    for (const text of ['<', '>=', '< ', '<v', '^', '~v']) {
      expect(versions(newestFirst, { ...everything, text })).toHaveLength(releases.length);
    }
  });

  it('is narrowed by status and by branch, where no branch is a choice of its own', () => {
    expect(versions(newestFirst, { ...everything, status: 'ARCHIVED' })).toEqual(['1.9.0']);
    expect(versions(newestFirst, { ...everything, branch: { id: 'b' } })).toEqual(['2.0.2']);
    expect(versions(newestFirst, { ...everything, branch: { id: null } })).toEqual([
      '2.0.10',
      '2.0.2-beta.1',
      '1.9.0',
    ]);
  });
});

describe('a list in which some releases have changed', () => {
  const entries = indexReleases(releases);
  const shown = (list: readonly ReleaseEntry[]) =>
    sortEntries(list, newestFirst).map((entry) => entry.release);

  it('has them as they are now, the others untouched', () => {
    const now = release('2.0.2', {
      branchId: 'b',
      branchName: 'dev',
      status: 'ARCHIVED',
      file: file('new.jar'),
    });
    const next = withReleases(entries, [now]);
    expect(shown(next)).toEqual(shown(entries).map((each) => (each.id === now.id ? now : each)));
    expect(filterEntries(next, { ...everything, text: 'new.jar' }).map((entry) => entry.release)).toEqual([
      now,
    ]);
    const other = entries.find((entry) => entry.release.version === '1.9.0');
    expect(next.find((entry) => entry.release.version === '1.9.0')).toBe(other);
  });

  it('has new ones, and those whose version changed, in their place', () => {
    const renamed = { ...release('2.0.2-beta.1'), version: '3.0.0' };
    const added = release('2.0.3');
    const order = shown(withReleases(entries, [renamed, added])).map(({ version }) => version);
    expect(order).toEqual(['3.0.0', '2.0.10', '2.0.3', '2.0.2', '1.9.0']);
  });
});
