import type { Release } from '../../model/release.ts';
import { atOnce, mapInPieces, type Pieces } from '../../pieces.ts';
import { objectOfKey } from '../preflight/storage.ts';

/** Where versions are unique and one release is the latest: a product, or one of its branches. */
export type Place = Pick<Release, 'productId' | 'branchId'>;

/** Releases as they were last seen, to be looked up by what the server's rules ask for. Made once for any number of plays. */
export interface ReleaseIndex {
  readonly byId: ReadonlyMap<string, Release>;
  readonly ids: Readonly<Record<Grouping, ReadonlyMap<string, ReadonlySet<string>>>>;
  /** One release of each product, by the product's id. */
  readonly anyOf: ReadonlyMap<string, string>;
}

type Grouping = 'version' | 'latest' | 'object';

export function indexReleases(releases: readonly Release[]): ReleaseIndex {
  return atOnce(indexing(releases));
}

/** As `indexReleases`, in pieces. The same list is gone through once, however often it is played on. */
export function* indexing(releases: readonly Release[]): Pieces<ReleaseIndex> {
  const known = indexes.get(releases) ?? (yield* indexingAnew(releases));
  indexes.set(releases, known);
  return known;
}

const indexes = new WeakMap<readonly Release[], ReleaseIndex>();

function* indexingAnew(releases: readonly Release[]): Pieces<ReleaseIndex> {
  const byId = new Map<string, Release>();
  const anyOf = new Map<string, string>();
  const ids: Record<Grouping, Map<string, Set<string>>> = {
    version: new Map(),
    latest: new Map(),
    object: new Map(),
  };
  yield* mapInPieces(releases, 500, (release) => {
    byId.set(release.id, release);
    anyOf.set(release.productId, release.id);
    for (const [grouping, key] of keysOf(release)) {
      const members = ids[grouping].get(key);
      if (members) members.add(release.id);
      else ids[grouping].set(key, new Set([release.id]));
    }
  });
  return { byId, ids, anyOf };
}

/** A server in the mind: what it would hold after some updates. The index under it stays as it is. */
export interface ImaginedServer {
  get(id: string): Release | null;
  /** Another release that holds the version in this place, whose holding makes the server refuse it (step 10). */
  holder(place: Place, version: string, exceptId: string): Release | null;
  latest(place: Place): Release | null;
  /** Releases whose file is stored under this name ("What surprises people": they can be several). */
  withObject(name: string): Release[];
  /** Writes a release (step 20): becoming the latest takes it from the others of its place. */
  put(release: Release): void;
  /** What it differs in from the index. */
  changed(): Iterable<Release>;
}

export function imagineServer(index: ReleaseIndex): ImaginedServer {
  const written = new Map<string, Release>();
  const groups = {
    version: createGroups(index.ids.version),
    latest: createGroups(index.ids.latest),
    object: createGroups(index.ids.object),
  } satisfies Record<Grouping, Groups>;

  const get = (id: string): Release | null => written.get(id) ?? index.byId.get(id) ?? null;
  const members = (grouping: Grouping, key: string): Release[] =>
    [...groups[grouping].of(key)].flatMap((id) => get(id) ?? []);
  const replace = (release: Release): void => {
    const before = get(release.id);
    if (before) for (const [grouping, key] of keysOf(before)) groups[grouping].remove(key, release.id);
    for (const [grouping, key] of keysOf(release)) groups[grouping].add(key, release.id);
    written.set(release.id, release);
  };

  return {
    get,
    holder: (place, version, exceptId) =>
      members('version', versionKey(place, version)).find(({ id }) => id !== exceptId) ?? null,
    latest: (place) => members('latest', placeKey(place))[0] ?? null,
    withObject: (name) => members('object', name),
    put: (release) => {
      if (release.latest) {
        for (const other of members('latest', placeKey(release))) replace({ ...other, latest: false });
      }
      replace(release);
    },
    changed: () => written.values(),
  };
}

/** The name an object is stored under, for a release with a file. */
export function objectOf({ file }: Pick<Release, 'file'>): string | null {
  return file === null ? null : objectOfKey(file.key);
}

/** Names a place among others. */
export function placeKey({ productId, branchId }: Place): string {
  return `${productId} ${branchId ?? ''}`;
}

/** Names a version in its place. */
export function versionKey(place: Place, version: string): string {
  return `${placeKey(place)} ${version}`;
}

function keysOf(release: Release): [Grouping, string][] {
  const keys: [Grouping, string][] = [['version', versionKey(release, release.version)]];
  if (release.latest) keys.push(['latest', placeKey(release)]);
  const object = objectOf(release);
  if (object !== null) keys.push(['object', object]);
  return keys;
}

interface Groups {
  of(key: string): ReadonlySet<string>;
  add(key: string, id: string): void;
  remove(key: string, id: string): void;
}

/** Groups of ids over groups that stay untouched: a group is copied when it first changes. */
function createGroups(under: ReadonlyMap<string, ReadonlySet<string>>): Groups {
  const own = new Map<string, Set<string>>();
  const of = (key: string): ReadonlySet<string> => own.get(key) ?? under.get(key) ?? none;
  const owned = (key: string): Set<string> => {
    const group = own.get(key) ?? new Set(under.get(key));
    own.set(key, group);
    return group;
  };
  return {
    of,
    add: (key, id) => {
      owned(key).add(id);
    },
    remove: (key, id) => {
      owned(key).delete(id);
    },
  };
}

const none: ReadonlySet<string> = new Set();
