import { appError } from '../errors.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Artifact } from '../model/draft.ts';
import type { StoredFile } from '../model/release.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import type { JobSeed } from '../publish/job.ts';
import { startingFields } from '../publish/request.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { HistoryStore } from '../store/history.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';

/** The file that a refused upload has cost a release. */
export interface LostFile {
  readonly connectionId: string;
  readonly productId: string;
  readonly releaseId: string;
  /** Of the release. */
  readonly version: string;
  readonly file: Pick<StoredFile, 'name' | 'size' | 'checksum'>;
  /** The copy in the vault, and where it lies; null when there is none. */
  readonly copy: { readonly artifact: Artifact; readonly path: string } | null;
}

/** Files that refused uploads have cost, and the way to put them back. */
export interface LostFiles {
  /** Of those of these releases that were without a file when they were last read, whichever job has cost it. */
  stillMissing(connectionId: string, releaseIds: readonly string[]): Promise<LostFile[]>;
  /** What a job starts from that sends the file again and leaves all else. Throws `artifact-missing`. */
  seedOf(lost: LostFile | null): JobSeed;
}

/** So many are looked up at once: some milliseconds. */
const lookUpsAtOnce = 100;

/** The file that these attempts, the newest first, have cost; null where one has been verified since, or meant to. */
function costBy(attempts: readonly Attempt[]): StoredFile | null {
  for (const { outcome, before, after, sent } of attempts) {
    if (outcome === 'verified') return null;
    const isRemoval = sent.artifact === null && !sent.keepExistingFile;
    if (before?.file && after !== null && after.file === null && !isRemoval) return before.file;
  }
  return null;
}

interface Dependencies {
  readonly releases: ReleaseStore;
  readonly history: HistoryStore;
  readonly vault: ArtifactVault;
  readonly newId: () => string;
}

export function createLostFiles({ releases, history, vault, newId }: Dependencies): LostFiles {
  /** Where the vault has it, unless it is gone or was written to. */
  const copyOf = async (checksum: string): Promise<LostFile['copy']> => {
    const artifact = history.artifactOf(checksum);
    if (artifact === null) return null;
    try {
      return { artifact, path: await vault.pathOf(artifact.sha256, artifact.size) };
    } catch {
      return null;
    }
  };

  return {
    stillMissing: async (connectionId, releaseIds) => {
      const found = await inTurns(
        mapInPieces(releaseIds, lookUpsAtOnce, (id) => releases.get(connectionId, id) ?? []),
      );
      const without = new Map(found.flat().flatMap((one) => (one.file === null ? [[one.id, one]] : [])));
      const attempts = history.withFiles(connectionId, [...without.keys()]);
      const lost: LostFile[] = [];
      for (const [releaseId, ofRelease] of Map.groupBy(attempts, (attempt) => attempt.releaseId)) {
        const release = releaseId === null ? undefined : without.get(releaseId);
        const file = costBy(ofRelease);
        if (release === undefined || file === null) continue;
        const { id, productId, version } = release;
        const copy = await copyOf(file.checksum ?? '');
        lost.push({ connectionId, productId, releaseId: id, version, file, copy });
      }
      return lost;
    },
    seedOf: (lost) => {
      const noCopy = () => appError('artifact-missing', words().refusals.job.noCopy);
      if (lost === null || lost.copy === null) throw noCopy();
      const { connectionId, productId, releaseId, copy } = lost;
      const release = releases.get(connectionId, releaseId);
      if (release === null) throw noCopy();
      const { artifact } = copy;
      vault.hold(artifact.sha256);
      return {
        id: newId(),
        draftId: newId(),
        connectionId,
        productId,
        releaseId,
        batch: null,
        base: release,
        meant: { fields: startingFields(release), file: { kind: 'replace', artifact } },
        lostFile: null,
      };
    },
  };
}
