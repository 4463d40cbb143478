import type { Release } from '../../model/release.ts';
import type { DraftFile } from '../../store/drafts.ts';
import { type ImaginedServer, objectOf, type ReleaseIndex } from './imagined-server.ts';

/** A release whose stored file an update of another one took away or replaced. */
export interface Harm {
  readonly victimId: string;
  readonly how: 'deleted' | 'overwritten';
}

/** What lies in the object storage under the releases' files, as far as updates change it. */
export interface StoredObjects {
  /** Does what an update does to the storage (steps 14 and 19), and says whom it harms. `after` is what `server` holds now. */
  update(before: Release | null, after: Release, file: DraftFile): Harm[];
  /** Whether the release's stored file is still the one it was given. */
  isIntact(release: Release): boolean;
  /** Whether what is handed out as the release's file is what it was in the beginning. */
  isAsBefore(release: Release): boolean;
  /** Names what a release's file really is, whatever the release says; null for none. */
  contentOf(release: Release): string | null;
}

/**
 * Releases that share a stored object know nothing of each other: writing or deleting it changes what the others
 * hand out ("What surprises people").
 */
export function createStoredObjects(index: ReleaseIndex, server: ImaginedServer): StoredObjects {
  /** By name, what was written or deleted (null) since. */
  const written = new Map<string, string | null>();
  /** What releases were given since; what others have is what was there. */
  const given = new Map<string, string>();

  const inStorage = (name: string): string | null =>
    written.get(name) ?? (written.has(name) ? null : first(name));
  /** All that use an object say the same of it, or nobody knows whose it is. */
  const first = (name: string): string => {
    const users = [...(index.ids.object.get(name) ?? [])].flatMap((id) => index.byId.get(id)?.file ?? []);
    const [checksum, ...others] = new Set(users.map((file) => file.checksum));
    return typeof checksum === 'string' && others.length === 0 ? checksum : `the object ${name}`;
  };
  const isIntact = (release: Release): boolean => {
    const name = objectOf(release);
    return name === null || inStorage(name) === (given.get(release.id) ?? first(name));
  };

  return {
    isIntact,
    isAsBefore: (release) => {
      const name = objectOf(release);
      return name === null || inStorage(name) === first(name);
    },
    contentOf: (release) => {
      const name = objectOf(release);
      return name === null ? null : inStorage(name);
    },
    update: (before, after, file) => {
      if (file.kind === 'keep') return [];
      const touched = new Set<string>();
      const old = before === null ? null : objectOf(before);
      if (old !== null) {
        touched.add(old);
        written.set(old, null);
      }
      const name = objectOf(after);
      if (file.kind === 'replace' && name !== null) {
        touched.add(name);
        written.set(name, file.artifact.md5);
        given.set(after.id, file.artifact.md5);
      }
      return [...touched].flatMap((touchedName) =>
        server
          .withObject(touchedName)
          .filter((other) => other.id !== after.id && !isIntact(other))
          .map(({ id }) => ({
            victimId: id,
            how: inStorage(touchedName) === null ? ('deleted' as const) : ('overwritten' as const),
          })),
      );
    },
  };
}
