import type { Release, ReleaseStatus } from '../../electron/model/release.ts';
import { sortByVersion, versionRange } from '../../electron/model/version.ts';

/** Columns the list can be sorted by. */
const sortColumns = ['version', 'status', 'branch', 'file', 'updated', 'created', 'licenses'] as const;
export type SortColumn = (typeof sortColumns)[number];
export type Sort = { readonly column: SortColumn; readonly descending: boolean };

/** What narrows the list. `branch`: any, the releases without one, or those of one id. */
export type ReleaseFilter = {
  readonly text: string;
  readonly status: ReleaseStatus | null;
  readonly branch: { readonly id: string | null } | null;
};

export const newestFirst: Sort = { column: 'version', descending: true };
export const everything: ReleaseFilter = { text: '', status: null, branch: null };

/** As it is remembered: `updated descending`. */
export function textOfSort({ column, descending }: Sort): string {
  return `${column} ${descending ? 'descending' : 'ascending'}`;
}

const sortsByText: ReadonlyMap<string, Sort> = new Map(
  sortColumns
    .flatMap((column) => [true, false].map((descending) => ({ column, descending })))
    .map((sort) => [textOfSort(sort), sort]),
);

/** What was remembered, the same object for the same text; newest first where nothing was, or nothing that makes sense. */
export function sortIn(text: string | undefined): Sort {
  return sortsByText.get(text ?? '') ?? newestFirst;
}

/** A release prepared for being sorted and searched again and again. */
export type ReleaseEntry = {
  /** Of a release that is only a draft so far; null for one the server has. */
  readonly draftId: string | null;
  readonly release: Release;
  /** Its place among all versions: versions are parsed once, when they arrive. */
  readonly rank: number;
  /** What the search looks in, in lower case, the version first. */
  readonly text: string;
};

/** Prepares a product's releases. The costly part (versions) happens here, once per reading. */
export function indexReleases(releases: readonly Release[]): readonly ReleaseEntry[] {
  const byBranch = releases.toSorted((a, b) => byText(a.branchName ?? '', b.branchName ?? ''));
  return sortByVersion(byBranch, ({ version }) => version).map((release, rank) => ({
    draftId: null,
    release,
    rank,
    text: searchable(release),
  }));
}

/** The entries with some releases in the place of what they were, or added. */
export function withReleases(
  entries: readonly ReleaseEntry[],
  changed: readonly Release[],
): readonly ReleaseEntry[] {
  const byId = new Map(changed.map((release) => [release.id, release]));
  const former = entries.filter(({ release }) => byId.has(release.id));
  const keepsPlace = ({ release }: ReleaseEntry): boolean => {
    const now = byId.get(release.id);
    return now?.version === release.version && now.branchName === release.branchName;
  };
  if (former.length < byId.size || !former.every(keepsPlace)) {
    const others = entries.filter(({ release }) => !byId.has(release.id));
    return indexReleases([...others.map(({ release }) => release), ...changed]);
  }
  return entries.map((entry) => {
    const release = byId.get(entry.release.id);
    return release === undefined ? entry : { ...entry, release, text: searchable(release) };
  });
}

/** The entries in the order asked for; equal ones stand by version, newest first. */
export function sortEntries(entries: readonly ReleaseEntry[], sort: Sort): readonly ReleaseEntry[] {
  const compare = comparisons[sort.column];
  const direction = sort.descending ? -1 : 1;
  return entries.toSorted((a, b) => direction * compare(a, b) || b.rank - a.rank);
}

/**
 * The entries that pass the filter, in the order they have. They hold each of its words: in their version, branch or file
 * name, or as a version in the range that a word such as `<2.0` or `2.x` names.
 */
export function filterEntries(
  entries: readonly ReleaseEntry[],
  filter: ReleaseFilter,
): readonly ReleaseEntry[] {
  const asked = filter.text
    .toLowerCase()
    .replace(/([<>=~^])\s+/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && !isHalfTyped(word))
    .map(askedBy);
  const { status, branch } = filter;
  if (asked.length === 0 && status === null && branch === null) return entries;
  return entries.filter(
    (entry) =>
      (status === null || entry.release.status === status) &&
      (branch === null || entry.release.branchId === branch.id) &&
      asked.every((holds) => holds(entry)),
  );
}

/** A range that is still being typed: it narrows nothing. */
const isHalfTyped = (word: string): boolean => /^[<>=~^]+v?$/.test(word);

function askedBy(word: string): (entry: ReleaseEntry) => boolean {
  const isWithin = versionRange(word);
  if (isWithin !== null) return ({ release, text }) => isWithin(release.version) || text.includes(word);
  // `v2.2` is how many write what is called 2.2 here.
  const bare = /^v(\d.*)$/.exec(word)?.[1];
  if (bare === undefined) return ({ text }) => text.includes(word);
  return ({ text }) => text.includes(word) || text.startsWith(bare);
}

const statusOrder = { DRAFT: 0, PUBLISHED: 1, DEPRECATED: 2, ARCHIVED: 3 } as const satisfies Record<
  ReleaseStatus,
  number
>;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const comparisons: Readonly<Record<SortColumn, (a: ReleaseEntry, b: ReleaseEntry) => number>> = {
  version: (a, b) => a.rank - b.rank,
  status: (a, b) => statusOrder[a.release.status] - statusOrder[b.release.status],
  branch: (a, b) => byName(a.release.branchName, b.release.branchName),
  file: (a, b) => byName(a.release.file?.name ?? null, b.release.file?.name ?? null),
  updated: (a, b) => byText(a.release.updatedAt, b.release.updatedAt),
  created: (a, b) => byText(a.release.createdAt, b.release.createdAt),
  licenses: (a, b) => a.release.licenseIds.length - b.release.licenseIds.length,
};

/** Names as people sort them; those without one come first. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return collator.compare(a, b);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function searchable(release: Release): string {
  const { version, branchName, file } = release;
  return [version, branchName, file?.name].filter(Boolean).join('\n').toLowerCase();
}
