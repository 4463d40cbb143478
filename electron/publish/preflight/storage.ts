import type { Finding } from '../../model/draft.ts';
import type { Release } from '../../model/release.ts';
import { words } from '../../texts/words.ts';
import { branchInWords } from '../words.ts';
import { type Checked, warns } from './rule.ts';

/**
 * The object storage names a file `<productId>-<version>.<extension>` and leaves the branch out, and keeps the name
 * when a release is renamed ("What surprises people"). So releases can share one stored object without knowing it.
 */
export function objectName(productId: string, version: string, extension: string): string {
  return `${productId}-${version}.${extension}`;
}

/** What stands behind the last dot, as the server sees it; null for none. */
export function extensionOf(fileName: string): string | null {
  const dot = fileName.lastIndexOf('.');
  return dot === -1 || dot === fileName.length - 1 ? null : fileName.slice(dot + 1);
}

/** The upload takes the place of an object that another release uses. */
export function objectOverwritten({ draft, known }: Checked): Finding[] {
  const { file, fields, productId } = draft;
  const extension = file.kind === 'replace' ? extensionOf(file.artifact.name) : null;
  if (extension === null) return [];
  const name = objectName(productId, fields.version, extension);
  return othersWith(name, draft.releaseId, known.releases).map((other) =>
    warns(
      'object-overwritten',
      'file',
      other.version === fields.version
        ? words().findings.storage.sameObject(described(other, known))
        : words().findings.storage.oldObject(described(other, known)),
    ),
  );
}

/** Replacing or removing the file deletes an object that another release uses. */
export function objectDeleted({ draft, known, server }: Checked): Finding[] {
  const { file, fields, productId } = draft;
  if (file.kind === 'keep' || !server?.file) return [];
  const name = objectOfKey(server.file.key);
  const extension = file.kind === 'replace' ? extensionOf(file.artifact.name) : null;
  const writtenAgain = extension !== null && name === objectName(productId, fields.version, extension);
  if (writtenAgain) return [];
  return othersWith(name, draft.releaseId, known.releases).map((other) =>
    warns(
      'object-deleted',
      'file',
      words().findings.storage.deletesToo(described(other, known), server.file?.name ?? ''),
    ),
  );
}

/** A release renamed with its file kept leaves the object under the old version, for the next one to overwrite. */
export function objectUnderOldName({ draft: { file, fields }, server }: Checked): Finding[] {
  if (file.kind !== 'keep' || !server?.file || fields.version === server.version) return [];
  return [warns('object-under-old-name', 'file', words().findings.storage.underOldName(server.version))];
}

function othersWith(name: string, releaseId: string | null, releases: readonly Release[]): Release[] {
  return releases.filter(
    ({ id, file }) => id !== releaseId && file !== null && objectOfKey(file.key) === name,
  );
}

/** Keys begin with a folder for the team, `releases/<team>/`. A version may have slashes of its own. */
export function objectOfKey(key: string): string {
  return /^releases\/[^/]+\/(.*)$/s.exec(key)?.[1] ?? key;
}

function described(release: Release, known: Checked['known']): string {
  if (release.branchId === null) return words().findings.storage.release(release.version);
  const branch = release.branchName ?? branchInWords(release.branchId, known.branches ?? []);
  return words().findings.storage.releaseIn(release.version, branch);
}
