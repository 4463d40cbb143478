import type { Branch, Release } from '../model/release.ts';

/**
 * The branches that are known to be there: those of other products as they were seen, and of this product those that
 * a release is on. An id that was typed in is not among them until then: the server has no list to hold it against.
 */
export function seenBranches(
  all: readonly Branch[],
  productId: string,
  releases: readonly Release[],
): Branch[] {
  const used = new Set(releases.map(({ branchId }) => branchId));
  const foreign = all.filter((branch) => branch.productId !== productId && !used.has(branch.id));
  const own = all.filter((branch) => branch.productId === productId && used.has(branch.id));
  return [...own, ...foreign];
}
