import type { Branch, Release } from '../../../electron/model/release.ts';
import { shortId } from '../../format.ts';
import { texts } from '../../texts/texts.ts';

/** A branch's name, from the branches known or from the release that is on it; its shortened id otherwise. */
export function branchNameOf(branchId: string, branches: readonly Branch[], release: Release | null): string {
  const known = branches.find(({ id }) => id === branchId)?.name;
  if (known !== undefined) return known;
  if (release?.branchId === branchId && release.branchName !== null) return release.branchName;
  return texts.editor.unknownBranch(shortId(branchId));
}
