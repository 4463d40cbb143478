import type { Connection } from '../model/connection.ts';
import type { Release } from '../model/release.ts';
import { inTurns } from '../pieces.ts';
import type { KnownProduct } from '../plan/import-plan.ts';
import { type PlanReview, reviewPlan } from '../plan/review-plan.ts';
import { filesInVault } from '../publish/files-in-vault.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { StoredDraft } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { ReleaseStore } from '../store/releases.ts';

/** What was last read of the products that an import is about, each looked up once. */
export interface Known {
  product(productId: string): KnownProduct;
  /** Looks at each of these drafts in its place, as if all before it had been published. */
  review(drafts: readonly StoredDraft[]): Promise<PlanReview>;
}

/** Where what was last read is kept. */
export interface KnownFrom {
  readonly releases: ReleaseStore;
  readonly catalogue: CatalogueStore;
  readonly history: HistoryStore;
  readonly connections: { get(id: string): Connection };
  readonly vault: ArtifactVault;
}

export async function readKnown(
  productIds: ReadonlySet<string>,
  connectionId: string,
  given: KnownFrom,
): Promise<Known> {
  const { releases, catalogue } = given;
  const products = new Map<string, KnownProduct & { list: readonly Release[]; licensesRead: boolean }>();
  for (const productId of productIds) {
    const { items, readAt } = await inTurns(releases.reading(connectionId, productId));
    const licenses = catalogue.licenses(connectionId, productId);
    products.set(productId, {
      list: items,
      releases: new Map(items.map((release) => [release.id, release])),
      wasRead: readAt !== null,
      branches: catalogue.branches(connectionId, productId),
      licenses: licenses.items,
      licensesRead: licenses.readAt !== null,
    });
  }
  const product = (productId: string) => products.get(productId) ?? nothingKnown;
  return {
    product,
    review: async (drafts) => {
      const lists = [...products.values()].map(({ list }) => list);
      // One list as it was read: what it is indexed by is kept with it.
      const all = lists.length === 1 ? (lists[0] ?? []) : lists.flat();
      const kept = await filesInVault(all, given);
      return inTurns(
        reviewPlan({
          drafts,
          releases: all,
          maxFileBytes: given.connections.get(connectionId).maxFileBytes,
          around: (productId) => {
            const { branches, licenses, licensesRead } = product(productId);
            return { branches, licenses: licensesRead ? licenses : null };
          },
          oldFileInVault: (release) => kept.has(release?.file?.checksum ?? ''),
        }),
      );
    },
  };
}

const nothingKnown = {
  releases: new Map<string, Release>(),
  wasRead: false,
  branches: [],
  licenses: [],
  licensesRead: false,
};
