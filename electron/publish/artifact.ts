import { basename } from 'node:path';
import { type Clock, isoNow } from '../clock.ts';
import type { Artifact } from '../model/draft.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import type { AddOptions, ArtifactVault } from '../store/artifact-vault.ts';
import type { ArtifactSource } from '../store/drafts.ts';
import { inspectJar, isInspected } from './jar.ts';

/**
 * More than any server takes, in bytes: a file over the connection's limit still comes in, so that preflight can
 * say by how much it is too large; a disk image dropped by mistake does not.
 */
const largestArtifact = 2 * 1024 ** 3;

/**
 * Takes a dropped, chosen or pasted file into the vault and looks at it, under the name it has unless another is
 * given. Throws as `ArtifactVault.add` does.
 */
export async function takeIn(
  vault: ArtifactVault,
  incoming: IncomingFile,
  options: Omit<AddOptions, 'maxBytes'> & { clock: Clock; name?: string },
): Promise<{ artifact: Artifact; source: ArtifactSource | null }> {
  const { clock, name: given = null, ...copying } = options;
  const { sha256, md5, size, source } = await vault.add(incoming, { ...copying, maxBytes: largestArtifact });
  const name = artifactName(given ?? ('path' in incoming ? basename(incoming.path) : incoming.name));
  const jar = isInspected(name) ? await inspectJar(await vault.pathOf(sha256, size), clock) : null;
  return { artifact: { sha256, md5, size, name, jar, addedAt: isoNow(clock) }, source };
}

/**
 * The name under which a file is sent. The server stores names as sent, even `../` (docs/lukittu.md, "Odds and
 * ends"), so only the last part stays; what does not show, or turns the writing direction, becomes `_`.
 */
export function artifactName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '_');
  return visible === '' || visible === '.' || visible === '..' ? 'file' : visible;
}
