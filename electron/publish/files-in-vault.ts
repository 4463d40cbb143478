import type { Release } from '../model/release.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { HistoryStore } from '../store/history.ts';

/** The MD5s of those of these releases' files of which the vault has a copy: they were sent from here once. */
export async function filesInVault(
  releases: readonly (Release | null)[],
  { history, vault }: { readonly history: HistoryStore; readonly vault: ArtifactVault },
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(releases.flatMap((release) => release?.file?.checksum ?? []))];
  const found = new Set<string>();
  for (const artifact of await inTurns(mapInPieces(wanted, lookUpsAtOnce, history.artifactOf))) {
    if (artifact && (await vault.has(artifact.sha256, artifact.size))) found.add(artifact.md5);
  }
  return found;
}

const lookUpsAtOnce = 50;
