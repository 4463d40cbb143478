import { type Clock, isoNow } from '../clock.ts';
import type { Branch, License, Release } from '../model/release.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import { indexing, type ReleaseIndex } from '../publish/batch/imagined-server.ts';
import type { BulkKnown } from '../publish/bulk/bulk-change.ts';
import type { BulkSubject } from '../publish/bulk/subject.ts';
import { isUntouched } from '../publish/draft-content.ts';
import { startingFields } from '../publish/request.ts';
import { seenBranches } from '../publish/seen-branches.ts';
import type { CatalogueStore, Seen } from '../store/catalogue.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { beginDraft } from './begin-draft.ts';

/** What is to be changed: releases, whether they have drafts or not, and drafts by themselves. */
export interface Chosen {
  readonly connectionId: string;
  readonly releaseIds: readonly string[];
  readonly draftIds: readonly string[];
}

export interface Gathered {
  /** Drafts first; each release once. */
  readonly subjects: readonly BulkSubject[];
  /** The drafts that are there already, as they are stored, by id. */
  readonly stored: ReadonlyMap<string, StoredDraft>;
  readonly known: BulkKnown;
  /** How many of those chosen are no longer there. */
  readonly gone: number;
}

interface Dependencies {
  drafts: DraftStore;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  clock: Clock;
  newId: () => string;
  /** The drafts that are on their way to the server. */
  publishing: () => ReadonlySet<string>;
}

/** Gathers what was last seen of what is to be changed, and of what is around it, in pieces of a few milliseconds. */
export async function gather(chosen: Chosen, given: Dependencies): Promise<Gathered> {
  const { connectionId } = chosen;
  const draftIds = [...new Set(chosen.draftIds)];
  const drafts = (await inTurns(mapInPieces(draftIds, 50, given.drafts.live)))
    .filter((draft) => draft !== null)
    .filter((draft) => draft.connectionId === connectionId);
  const ofDrafts = new Set(drafts.map(({ releaseId }) => releaseId));
  const releaseIds = [...new Set(chosen.releaseIds)].filter((id) => !ofDrafts.has(id));
  const productIds = new Set([
    ...drafts.map(({ productId }) => productId),
    ...given.releases.productIdsOf(connectionId, releaseIds),
  ]);
  const products = await readProducts(connectionId, productIds, given);
  const index = await inTurns(indexing([...products.values()].flatMap(({ releases }) => releases.items)));

  const stored = new Map(drafts.map((draft) => [draft.id, draft]));
  const publishing = given.publishing();
  const at = isoNow(given.clock);
  const byDraft = mapInPieces(drafts, 100, (draft) =>
    drafted(index.byId.get(draft.releaseId ?? '') ?? null, draft, publishing),
  );
  const releases = releaseIds.flatMap((id) => index.byId.get(id) ?? []);
  const byRelease = mapInPieces(releases, 50, (release) => {
    const draft = given.drafts.ofRelease(connectionId, release.id);
    if (draft === null) return undrafted(release, { id: given.newId(), connectionId, at });
    stored.set(draft.id, draft);
    return drafted(release, draft, publishing);
  });
  const subjects = [...(await inTurns(byDraft)), ...(await inTurns(byRelease))];
  return {
    subjects,
    stored,
    known: knownAround(connectionId, products, index, given.catalogue),
    gone: draftIds.length + releaseIds.length - subjects.length,
  };
}

/** What has a draft. One that nothing was changed in starts anew from what was last seen, as when it is opened. */
function drafted(release: Release | null, draft: StoredDraft, publishing: ReadonlySet<string>): BulkSubject {
  const isPublishing = publishing.has(draft.id);
  if (release === null || isPublishing || !isUntouched(draft)) {
    return { release, draft, hasDraft: true, isPublishing };
  }
  const fresh = { ...draft, base: release, fields: startingFields(release) };
  return { release, draft: fresh, hasDraft: false, isPublishing };
}

/** What has none, with the one that would be made. */
function undrafted(
  release: Release,
  beginning: { id: string; connectionId: string; at: string },
): BulkSubject {
  const draft = beginDraft({ ...beginning, productId: release.productId }, release);
  return { release, draft, hasDraft: false, isPublishing: false };
}

interface Product {
  readonly releases: Seen<Release>;
  readonly licenses: Seen<License>;
}

async function readProducts(
  connectionId: string,
  productIds: ReadonlySet<string>,
  { releases, catalogue }: Dependencies,
): Promise<Map<string, Product>> {
  const products = new Map<string, Product>();
  for (const id of productIds) {
    products.set(id, {
      releases: await inTurns(releases.reading(connectionId, id)),
      licenses: catalogue.licenses(connectionId, id),
    });
  }
  return products;
}

/** The licenses are those of all the products: one of another product is known, though it is of no use. */
function knownAround(
  connectionId: string,
  products: ReadonlyMap<string, Product>,
  index: ReleaseIndex,
  catalogue: CatalogueStore,
): BulkKnown {
  const branches = catalogue.allBranches(connectionId);
  const licenses = [...products.values()].flatMap((product) => product.licenses.items);
  const around = new Map<string, { branches: readonly Branch[] | null; licenses: readonly License[] | null }>(
    [...products].map(([id, product]) => [
      id,
      {
        branches:
          product.releases.readAt === null ? null : seenBranches(branches, id, product.releases.items),
        licenses: product.licenses.readAt === null ? null : licenses,
      },
    ]),
  );
  return {
    index,
    branches,
    licenses,
    around: (productId) => around.get(productId) ?? { branches: null, licenses: null },
  };
}
