import type { Clock } from '../clock.ts';
import type { Batch, BatchReview } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { Draft } from '../model/draft.ts';
import type { Branch, License, Release } from '../model/release.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import type { CompactBatch } from '../publish/batch/compact.ts';
import type { Pace } from '../publish/batch/pace.ts';
import { compactBatch, reviewBatch, type ToReview } from '../publish/batch/review.ts';
import { filesInVault } from '../publish/files-in-vault.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { seenBranches } from '../publish/seen-branches.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';
import type { ReleaseStore } from '../store/releases.ts';
import type { DraftService } from './drafts.ts';
import { serverStanding } from './server-standing.ts';

interface Dependencies {
  drafts: DraftStore;
  shown: DraftService['shown'];
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  history: HistoryStore;
  vault: ArtifactVault;
  windows: RateWindowStore;
  connections: { get(id: string): Connection };
  queued: () => readonly JobRecord[];
  pace: (connectionId: string) => Pace;
  clock: Clock;
}

/** What a play of a batch says: what is to be known of it, and how it would be compacted. */
export interface BatchReviewer {
  review(batch: Batch): Promise<BatchReview>;
  compact(batch: Batch): Promise<CompactBatch>;
}

/** Rows found by their key, in a few milliseconds. */
const lookUpsAtOnce = 200;

/** What was last read of a product; null for what never was. */
interface KnownProduct {
  readonly releases: readonly Release[];
  readonly branches: readonly Branch[] | null;
  readonly licenses: readonly License[] | null;
}

/** Gathers what is known around a batch and has it played from first to last (`publish/batch/review.ts`). */
export function createBatchReviewer(given: Dependencies): BatchReviewer {
  const { releases, catalogue } = given;
  const gather = async (batch: Batch): Promise<ToReview> => {
    const { connectionId, draftIds } = batch;
    const stored = await inTurns(mapInPieces(draftIds, lookUpsAtOnce, given.drafts.get));
    const drafts = await Promise.all(stored.flatMap((draft) => draft ?? []).map(given.shown));
    const branches = catalogue.allBranches(connectionId);
    const products = new Map<string, KnownProduct>();
    for (const id of new Set(drafts.map(({ productId }) => productId))) {
      const { items, readAt } = await inTurns(releases.reading(connectionId, id));
      const licenses = catalogue.licenses(connectionId, id);
      products.set(id, {
        releases: items,
        branches: readAt === null ? null : seenBranches(branches, id, items),
        licenses: licenses.readAt === null ? null : licenses.items,
      });
    }
    const connection = given.connections.get(connectionId);
    const artifacts = await artifactsInVault(drafts, given.vault);
    const oldFiles = await filesInVault(
      drafts.map(({ base }) => base),
      given,
    );
    return {
      batch,
      drafts,
      releases: together([...products.values()].map((product) => product.releases)),
      branches,
      knownOf: ({ productId, file, base }) => ({
        connection,
        branches: products.get(productId)?.branches ?? null,
        licenses: products.get(productId)?.licenses ?? null,
        rivals: [],
        artifactInVault: file.kind !== 'replace' || artifacts.has(file.artifact.sha256),
        oldFileInVault: oldFiles.has(base?.file?.checksum ?? ''),
      }),
      timing: timingOf(batch, given),
    };
  };
  return {
    review: async (batch) => inTurns(reviewBatch(await gather(batch))),
    compact: async (batch) => inTurns(compactBatch(await gather(batch))),
  };
}

/** All releases of several products; of one, the very list that is held, so that it is not indexed again. */
function together(lists: readonly (readonly Release[])[]): readonly Release[] {
  const [first = [], ...others] = lists;
  return others.length === 0 ? first : lists.flat();
}

/** Behind what is in the queue already, at the pace of what was sent last. */
function timingOf({ connectionId, draftIds }: Batch, given: Dependencies): ToReview['timing'] {
  const inBatch = new Set(draftIds);
  const { line, timing } = serverStanding(
    connectionId,
    given,
    ({ draftId }) => !inBatch.has(draftId),
    () => null,
  );
  return { ...timing, ahead: line };
}

/** The SHA-256 of those of the drafts' artifacts that the vault holds. */
async function artifactsInVault(drafts: readonly Draft[], vault: ArtifactVault): Promise<Set<string>> {
  const held = new Set<string>();
  for (const { file } of drafts) {
    if (file.kind === 'replace' && (await vault.has(file.artifact.sha256, file.artifact.size))) {
      held.add(file.artifact.sha256);
    }
  }
  return held;
}
