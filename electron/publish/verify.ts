import type { DraftPart } from '../model/draft.ts';
import type { Branch, MetadataEntry, Release, ReleaseStatus } from '../model/release.ts';
import { words } from '../texts/words.ts';
import { type FileFacts, factsOf, sameEntry, sameFile } from './merge.ts';
import { type Meant, willBeLatest } from './request.ts';
import { branchInWords, fileInWords, latestInWords, metadataInWords, statusInWords } from './words.ts';

/** What the server holds of a release, as far as an update decides it. */
export interface Content {
  readonly version: string;
  readonly status: ReleaseStatus;
  readonly latest: boolean;
  readonly branchId: string | null;
  readonly metadata: readonly MetadataEntry[];
  readonly licenseIds: readonly string[];
  readonly file: FileFacts | null;
}

/** What the server will hold once it has taken the request, given what it holds before it. */
export function expectedOf(before: Pick<Release, 'file'> | null, { fields, file }: Meant): Content {
  const kept = { keep: before?.file ?? null, remove: null } as const;
  return {
    version: fields.version,
    status: fields.status,
    latest: willBeLatest(fields),
    branchId: fields.branchId,
    metadata: fields.metadata,
    licenseIds: fields.licenseIds,
    file: file.kind === 'replace' ? factsOf(file.artifact) : kept[file.kind],
  };
}

/** One thing the server holds that is not what was meant, in words. */
export interface Difference {
  readonly part: DraftPart;
  readonly label: string;
  readonly meant: string;
  readonly found: string;
}

/**
 * Compares a release that was read back with what was meant: every field, and the file by name, size and MD5.
 * The server promises no order of metadata and licenses, so none is asked of it. Empty means verified.
 */
export function differences(
  before: Pick<Release, 'file'> | null,
  meant: Meant,
  found: Release | null,
  branches: readonly Branch[] = [],
): Difference[] {
  const expected = expectedOf(before, meant);
  const { labels, licenses, notThere } = words().fields;
  if (found === null) {
    return [{ part: 'release', label: labels.release, meant: expected.version, found: notThere }];
  }
  const all: (Difference & { same: boolean })[] = [
    {
      part: 'version',
      label: labels.version,
      meant: expected.version,
      found: found.version,
      same: expected.version === found.version,
    },
    {
      part: 'status',
      label: labels.status,
      meant: statusInWords(expected.status),
      found: statusInWords(found.status),
      same: expected.status === found.status,
    },
    {
      part: 'latest',
      label: labels.latest,
      meant: latestInWords(expected.latest),
      found: latestInWords(found.latest),
      same: expected.latest === found.latest,
    },
    {
      part: 'branch',
      label: labels.branch,
      meant: branchInWords(expected.branchId, branches),
      found: branchInWords(found.branchId, branches),
      same: expected.branchId === found.branchId,
    },
    {
      part: 'metadata',
      label: labels.metadata,
      meant: entriesInWords(expected.metadata),
      found: entriesInWords(found.metadata),
      same: sameMetadata(expected.metadata, found.metadata),
    },
    {
      part: 'licenses',
      label: labels.licenses,
      meant: licenses(expected.licenseIds.length),
      found: licenses(found.licenseIds.length),
      same: sameIds(expected.licenseIds, found.licenseIds),
    },
    {
      part: 'file',
      label: labels.file,
      meant: factsInWords(expected.file),
      found: factsInWords(found.file),
      same: sameFile(expected.file, found.file),
    },
  ];
  return all.flatMap(({ same, ...difference }) => (same ? [] : [difference]));
}

/**
 * What became of a request whose answer is not known, from what the release looks like now:
 * applied as meant; untouched; untouched, but its file is gone (refused from step 15 on, or died between steps 14
 * and 20); or something else, because somebody else changed it too.
 */
export function whatHappened(
  before: Release | null,
  meant: Meant,
  found: Release | null,
): 'applied' | 'untouched' | 'file-lost' | 'other' {
  if (found === null) return before === null ? 'untouched' : 'other';
  const expected = expectedOf(before, meant);
  const applied = sameContent(expected, found);
  if (before === null) return applied ? 'applied' : 'other';
  const untouched = sameContent(before, found);
  if (applied && untouched) return sameOrder(expected.metadata, found.metadata) ? 'applied' : 'untouched';
  if (applied) return 'applied';
  if (untouched) return 'untouched';
  return before.file !== null && sameContent({ ...before, file: null }, found) ? 'file-lost' : 'other';
}

/**
 * Whether the server holds already what is meant, so that no request is needed. Sending again the very file the
 * draft began with does count as a change: the server deletes and stores it anew, which mends a damaged object.
 */
export function changesNothing(base: Release | null, theirs: Release | null, meant: Meant): boolean {
  if (theirs === null) return false;
  const mends = meant.file.kind === 'replace' && sameFile(base?.file ?? null, factsOf(meant.file.artifact));
  if (mends) return false;
  const expected = expectedOf(theirs, meant);
  return sameContent(expected, theirs) && sameOrder(expected.metadata, theirs.metadata);
}

function sameContent(a: Content, b: Content): boolean {
  return (
    a.version === b.version &&
    a.status === b.status &&
    a.latest === b.latest &&
    a.branchId === b.branchId &&
    sameMetadata(a.metadata, b.metadata) &&
    sameIds(a.licenseIds, b.licenseIds) &&
    sameFile(a.file, b.file)
  );
}

function sameMetadata(a: readonly MetadataEntry[], b: readonly MetadataEntry[]): boolean {
  const text = ({ key, value, locked }: MetadataEntry): string => JSON.stringify([key, value, locked]);
  return sameIds(a.map(text), b.map(text));
}

function sameOrder(a: readonly MetadataEntry[], b: readonly MetadataEntry[]): boolean {
  return a.every((entry, index) => {
    const other = b[index];
    return other !== undefined && entry.key === other.key && sameEntry(entry, other);
  });
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const [left, right] = [a.toSorted(), b.toSorted()];
  return left.every((id, index) => id === right[index]);
}

function entriesInWords(metadata: readonly MetadataEntry[]): string {
  if (metadata.length === 0) return words().fields.noMetadata;
  return metadata.map((entry) => `${entry.key}: ${metadataInWords(entry)}`).join(', ');
}

function factsInWords(file: FileFacts | null): string {
  return file === null ? fileInWords(null) : words().fields.md5(fileInWords(file), file.checksum);
}
