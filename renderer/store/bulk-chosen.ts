import type { Draft, DraftFields } from '../../electron/model/draft.ts';
import type { Release } from '../../electron/model/release.ts';

/** A key of the metadata, and how many of those chosen have it. */
export type UsedKey = { readonly key: string; readonly count: number };

/** What is to be changed together, and what can be chosen from because it stands in it. */
export type BulkChosen = {
  readonly connectionId: string;
  /** Null when they are of several products: a branch and a license belong to one. */
  readonly productId: string | null;
  readonly releaseIds: readonly string[];
  readonly draftIds: readonly string[];
  /** The most used first. */
  readonly keys: readonly UsedKey[];
  /** The licenses some of them are restricted to. */
  readonly licenseIds: readonly string[];
};

/** Releases, by what their drafts say where they have one, and drafts by themselves. */
export function bulkChosen(
  connectionId: string,
  releases: readonly Release[],
  drafts: readonly Draft[],
  draftOf: (releaseId: string) => Draft | undefined,
): BulkChosen {
  const says: readonly Pick<DraftFields, 'metadata' | 'licenseIds'>[] = [
    ...releases.map((release) => draftOf(release.id)?.fields ?? release),
    ...drafts.map(({ fields }) => fields),
  ];
  const counts = new Map<string, number>();
  for (const { metadata } of says) {
    for (const key of new Set(metadata.map((entry) => entry.key))) {
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const products = new Set([...releases, ...drafts].map(({ productId }) => productId));
  const [productId = null] = products;
  return {
    connectionId,
    productId: products.size === 1 ? productId : null,
    releaseIds: releases.map(({ id }) => id),
    draftIds: drafts.map(({ id }) => id),
    keys: [...counts]
      .map(([key, count]) => ({ key, count }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    licenseIds: [...new Set(says.flatMap(({ licenseIds }) => licenseIds))],
  };
}
