import type { ComparisonRow, Draft } from '../model/draft.ts';
import type { Branch, License, MetadataEntry, Release } from '../model/release.ts';
import { words } from '../texts/words.ts';
import { named } from './keyed-merge.ts';
import {
  type Choices,
  fileIntentInWords,
  merge,
  metadataLabel,
  ownBranch,
  resolve,
  sameEntry,
  sameFile,
} from './merge.ts';
import type { Meant } from './request.ts';
import { type Content, changesNothing, expectedOf } from './verify.ts';
import {
  branchInWords,
  fileInWords,
  fileWithSumInWords,
  latestInWords,
  licensesInWords,
  metadataInWords,
  statusInWords,
} from './words.ts';

/** What ids are called. */
export interface Names {
  readonly branches: readonly Branch[];
  readonly licenses: readonly License[];
}

export interface ToCompare {
  readonly draft: Meant & Pick<Draft, 'releaseId' | 'base'>;
  /** The release as it was last seen; null where it was not, and for one that is to be created. */
  readonly server: Release | null;
  readonly names: Names;
}

/** A draft beside the release as it was last seen, and what will be there afterwards. */
export interface Comparison {
  readonly rows: ComparisonRow[];
  /** Whether sending the draft would change anything on the server. */
  readonly changesAnything: boolean;
}

/**
 * Lines up three columns: on the server now, in the draft, and the result as the server will make it after the
 * merge (`latest` only with PUBLISHED, changes of others kept). Where there is a conflict the result shows what was
 * chosen, else mine.
 */
export function compare({ draft, names, ...seen }: ToCompare, choices: Choices = {}): Comparison {
  const server = seen.server ?? draft.base;
  const branches = [...names.branches, ...ownBranch(server), ...ownBranch(draft.base)];
  const { merged, conflicts } = resolve(draft.base, server, draft, choices, branches);
  const columns: Columns = {
    base: draft.base,
    server,
    draft,
    result: expectedOf(draft.releaseId === null ? null : server, merged),
    names: { ...names, branches },
  };
  const inConflict = new Set(conflicts.map(({ label }) => label));
  const rows = [
    ...fieldRows(columns),
    ...metadataRows(columns, merged),
    licenseRow(columns),
    fileRow(columns),
  ].map((row): ComparisonRow => (inConflict.has(row.label) ? { ...row, change: 'conflict' } : row));
  return { rows, changesAnything: !changesNothing(draft.base, server, merged) };
}

/**
 * What merges by itself beside the conflicts of a draft: what only one side changed, or both alike, and what it comes to
 * with these choices in the conflicts (a status decides over "latest").
 */
export function mergesByItself(given: ToCompare, choices: Choices): ComparisonRow[] {
  const { conflicts } = merge(given.draft.base, given.server, given.draft, given.names.branches);
  const inConflict = new Set(conflicts.map(({ label }) => label));
  return compare(given, choices).rows.filter(
    ({ label, change }) => change !== 'unchanged' && !inConflict.has(label),
  );
}

/**
 * What a draft does, of these rows: nothing that stays, that others did, or that comes to nothing, such as "latest"
 * without PUBLISHED.
 */
export function ownChanges(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return rows.filter(({ part, change, server, result }) => {
    if (change === 'unchanged' || change === 'theirs') return false;
    return !((part === 'latest' || change === 'both') && server === result);
  });
}

interface Columns {
  readonly base: Release | null;
  readonly server: Release | null;
  readonly draft: Meant;
  readonly result: Content;
  readonly names: Names;
}

/** What stands where there is nothing yet. */
const nothing = '—';

function fieldRows({ base, server, draft: { fields }, result, names }: Columns): ComparisonRow[] {
  const branch = (id: string | null) => branchInWords(id, names.branches);
  return [
    {
      part: 'version',
      label: words().fields.labels.version,
      server: server?.version ?? nothing,
      draft: fields.version,
      result: result.version,
      change: changeOf(base?.version, server?.version, fields.version),
    },
    {
      part: 'status',
      label: words().fields.labels.status,
      server: server ? statusInWords(server.status) : nothing,
      draft: statusInWords(fields.status),
      result: statusInWords(result.status),
      change: changeOf(base?.status, server?.status, fields.status),
    },
    latestRow({ base, server, draft: { fields }, result }),
    {
      part: 'branch',
      label: words().fields.labels.branch,
      server: server ? branch(server.branchId) : nothing,
      draft: branch(fields.branchId),
      result: branch(result.branchId),
      change: changeOf(base?.branchId, server?.branchId, fields.branchId),
    },
  ];
}

/** "Latest" can be lost without having been touched: a change of the status takes it away. */
function latestRow(
  columns: Pick<Columns, 'base' | 'server' | 'result'> & { draft: Pick<Meant, 'fields'> },
): ComparisonRow {
  const { base, server, draft, result } = columns;
  const change = changeOf(base?.latest, server?.latest, draft.fields.setAsLatest);
  const lost = change === 'unchanged' && server !== null && server.latest !== result.latest;
  return {
    part: 'latest',
    label: words().fields.labels.latest,
    server: server ? latestInWords(server.latest) : nothing,
    draft: latestInWords(draft.fields.setAsLatest),
    result: latestInWords(result.latest),
    change: lost ? 'mine' : change,
  };
}

function metadataRows({ base, server, draft, result }: Columns, merged: Meant): ComparisonRow[] {
  const keyed = (entries: readonly MetadataEntry[] | undefined) =>
    named(entries ?? [], { keyOf: ({ key }) => key });
  const sides = {
    base: keyed(base?.metadata),
    server: keyed(server?.metadata),
    draft: keyed(draft.fields.metadata),
    result: keyed(result.metadata),
  };
  const names = new Set([...sides.result.keys(), ...sides.server.keys(), ...sides.draft.keys()]);
  const rows = [...names].map(
    (name): ComparisonRow => ({
      part: 'metadata',
      label: metadataLabel(name),
      server: metadataInWords(sides.server.get(name)),
      draft: metadataInWords(sides.draft.get(name)),
      result: metadataInWords(sides.result.get(name)),
      change: changeOf(sides.base.get(name), sides.server.get(name), sides.draft.get(name), sameOrNone),
    }),
  );
  const order = orderRow(server, draft, merged);
  return order && rows.every(({ change }) => change === 'unchanged') ? [...rows, order] : rows;
}

/** Only worth a row when nothing but the order is different. */
function orderRow(server: Release | null, draft: Meant, merged: Meant): ComparisonRow | null {
  const keys = (entries: readonly MetadataEntry[]) => entries.map(({ key }) => key).join(', ');
  if (!server || keys(server.metadata) === keys(merged.fields.metadata)) return null;
  return {
    part: 'metadata',
    label: words().fields.labels.metadataOrder,
    server: keys(server.metadata),
    draft: keys(draft.fields.metadata),
    result: keys(merged.fields.metadata),
    change: 'mine',
  };
}

function licenseRow({ base, server, draft, result, names }: Columns): ComparisonRow {
  const say = (ids: readonly string[]) => licensesInWords(ids, names.licenses);
  return {
    part: 'licenses',
    label: words().fields.labels.licenses,
    server: server ? say(server.licenseIds) : nothing,
    draft: say(draft.fields.licenseIds),
    result: say(result.licenseIds),
    change: setChangeOf(base?.licenseIds, server?.licenseIds, draft.fields.licenseIds),
  };
}

function fileRow({ base, server, draft, result }: Columns): ComparisonRow {
  const { file } = draft;
  const theirs = !sameFile(base?.file ?? null, server?.file ?? null);
  const mine = file.kind === 'replace' || (file.kind === 'remove' && (server?.file ?? null) !== null);
  const same = sameFile(server?.file ?? null, result.file);
  const keeps = file.kind !== 'replace' && server === null;
  // A file that was built anew often has the name and the size of the one before it.
  const readsAlike = server !== null && !same && fileInWords(server.file) === fileInWords(result.file);
  const say = readsAlike ? fileWithSumInWords : fileInWords;
  return {
    part: 'file',
    label: words().fields.labels.file,
    server: server ? say(server.file) : nothing,
    draft: keeps ? fileInWords(null) : fileIntentInWords(file, server?.file ?? null),
    result: say(result.file),
    change: fileChange(theirs, mine, same),
  };
}

function fileChange(theirs: boolean, mine: boolean, same: boolean): ComparisonRow['change'] {
  if (!theirs) return mine ? 'mine' : 'unchanged';
  if (!mine) return 'theirs';
  return same ? 'both' : 'mine';
}

/** Who changed it. A new release has nothing before it: all of it is mine. */
function changeOf<T>(
  base: T,
  theirs: T,
  mine: T,
  same: (a: T, b: T) => boolean = (a, b) => a === b,
): ComparisonRow['change'] {
  if (same(theirs, base)) return same(mine, base) ? 'unchanged' : 'mine';
  if (same(mine, base)) return 'theirs';
  return same(mine, theirs) ? 'both' : 'conflict';
}

function sameOrNone(a: MetadataEntry | undefined, b: MetadataEntry | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameEntry(a, b);
}

/** Sets merge without conflict: where each side changed other members, both changes are kept. */
function setChangeOf(
  base: readonly string[] = [],
  theirs: readonly string[] = [],
  mine: readonly string[] = [],
): ComparisonRow['change'] {
  const same = (a: readonly string[], b: readonly string[]) =>
    new Set(a).symmetricDifference(new Set(b)).size === 0;
  const change = changeOf(base, theirs, mine, same);
  return change === 'conflict' ? 'merged' : change;
}
