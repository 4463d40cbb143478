import type { Clock } from '../clock.ts';
import { emptyRateWindow } from '../lukittu/rate-window.ts';
import { originOf } from '../lukittu/url.ts';
import type { Batch, BatchReview } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { Draft } from '../model/draft.ts';
import type { Branch, License, Release } from '../model/release.ts';
import type { CompactBatch } from '../publish/batch/compact.ts';
import type { Pace } from '../publish/batch/pace.ts';
import { inTurns, mapInPieces } from '../publish/batch/pieces.ts';
import { compactBatch, reviewBatch, type ToReview } from '../publish/batch/review.ts';
import { standingLine } from '../publish/batch/standing-line.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { seenBranches } from '../publish/seen-branches.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';
import type { ReleaseStore } from '../store/releases.ts';
import type { DraftService } from './drafts.ts';

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
    const held = await holdings(drafts, given);
    return {
      batch,
      drafts,
      releases: together([...products.values()].map((product) => product.releases)),
      branches,
      knownOf: ({ productId, file, base }) => ({
        connection,
        branches: products.get(productId)?.branches ?? null,
        licenses: products.get(productId)?.licenses ?? null,
        artifactInVault: file.kind !== 'replace' || held.artifacts.has(file.artifact.sha256),
        oldFileInVault: held.checksums.has(base?.file?.checksum ?? ''),
      }),
      timing: timingOf(batch, connection, given),
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

/** When the batch would begin, behind what is in the queue already, at the pace of what was sent last. */
function timingOf(
  { connectionId, draftIds }: Batch,
  connection: Connection,
  given: Dependencies,
): ToReview['timing'] {
  const origin = originOf(connection.serverUrl);
  const inBatch = new Set(draftIds);
  const ahead = given
    .queued()
    .filter(
      (record) =>
        !inBatch.has(record.draftId) &&
        originOf(given.connections.get(record.connectionId).serverUrl) === origin,
    );
  const { line, underWay } = standingLine(ahead, () => null);
  return {
    ahead: line,
    underWay,
    windows: {
      update: given.windows.get(origin, 'update') ?? emptyRateWindow,
      create: given.windows.get(origin, 'create') ?? emptyRateWindow,
    },
    limit: connection.rateLimit,
    pace: given.pace(connectionId),
    now: given.clock.now(),
  };
}

/** What the vault holds: the drafts' artifacts by SHA-256, and what was sent once by MD5. */
async function holdings(drafts: readonly Draft[], { history, vault }: Dependencies) {
  const artifacts = new Set<string>();
  const checksums = new Set<string>();
  for (const { file } of drafts) {
    if (file.kind === 'replace' && (await vault.has(file.artifact.sha256, file.artifact.size))) {
      artifacts.add(file.artifact.sha256);
    }
  }
  const wanted = [...new Set(drafts.flatMap(({ base }) => base?.file?.checksum ?? []))];
  for (const artifact of await inTurns(mapInPieces(wanted, lookUpsAtOnce, history.artifactOf))) {
    if (artifact && (await vault.has(artifact.sha256, artifact.size))) checksums.add(artifact.md5);
  }
  return { artifacts, checksums };
}
