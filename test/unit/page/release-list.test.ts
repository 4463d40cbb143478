import { describe, expect, it } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import {
  everything,
  filterEntries,
  indexReleases,
  newestFirst,
  type Sort,
  sortEntries,
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
