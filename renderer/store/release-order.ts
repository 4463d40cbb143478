import type { Release, ReleaseStatus } from '../../electron/model/release.ts';
import { sortByVersion, versionBound } from '../../electron/model/version.ts';

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
  /** What the search looks in, in lower case. */
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

/** The entries that pass the filter, in the order they have. A word such as `<2.0` asks for versions within that bound. */
export function filterEntries(
  entries: readonly ReleaseEntry[],
  filter: ReleaseFilter,
): readonly ReleaseEntry[] {
  const { bounds, words } = wantedIn(filter.text);
  const { status, branch } = filter;
  if (words.length + bounds.length === 0 && status === null && branch === null) return entries;
  return entries.filter(
    ({ release, text }) =>
      (status === null || release.status === status) &&
      (branch === null || release.branchId === branch.id) &&
      words.every((word) => text.includes(word)) &&
      bounds.every((isWithin) => isWithin(release.version)),
  );
}

/** What a text asks for: versions within its bounds, and the words that everything has to hold. */
function wantedIn(text: string): {
  readonly bounds: readonly ((version: string) => boolean)[];
  readonly words: readonly string[];
} {
  const bounds: ((version: string) => boolean)[] = [];
  const words: string[] = [];
  for (const word of text
    .toLowerCase()
    .replace(/([<>=])\s+/g, '$1')
    .split(/\s+/)
    .filter(Boolean)) {
    const bound = versionBound(word);
    if (bound !== null) bounds.push(bound);
    // One that is still being typed narrows nothing.
    else if (!/^[<>=]+v?$/.test(word)) words.push(word);
  }
  return { bounds, words };
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
