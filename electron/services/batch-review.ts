import type { Clock } from '../clock.ts';
import { emptyRateWindow } from '../lukittu/rate-window.ts';
import { originOf } from '../lukittu/url.ts';
import type { Batch, BatchReview } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { Draft } from '../model/draft.ts';
import type { CompactBatch } from '../publish/batch/compact.ts';
import type { Pace } from '../publish/batch/pace.ts';
import { inTurns } from '../publish/batch/pieces.ts';
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

/** Gathers what is known around a batch and has it played from first to last (`publish/batch/review.ts`). */
export function createBatchReviewer(given: Dependencies): BatchReviewer {
  const { releases, catalogue } = given;
  const gather = async (batch: Batch): Promise<ToReview> => {
    const { connectionId, draftIds } = batch;
    const drafts = await Promise.all(draftIds.flatMap((id) => given.drafts.get(id) ?? []).map(given.shown));
    const products = new Map(
      [...new Set(drafts.map(({ productId }) => productId))].map((id) => [
        id,
        releases.list(connectionId, id),
      ]),
    );
    const branches = catalogue.allBranches(connectionId);
    const connection = given.connections.get(connectionId);
    const held = await holdings(drafts, given);
    return {
      batch,
      drafts,
      releases: [...products.values()].flatMap(({ items }) => items),
      branches,
      knownOf: ({ productId, file, base }) => {
        const licenses = catalogue.licenses(connectionId, productId);
        const { items, readAt } = products.get(productId) ?? { items: [], readAt: null };
        return {
          connection,
          branches: readAt === null ? null : seenBranches(branches, productId, items),
          licenses: licenses.readAt === null ? null : licenses.items,
          artifactInVault: file.kind !== 'replace' || held.artifacts.has(file.artifact.sha256),
          oldFileInVault: held.checksums.has(base?.file?.checksum ?? ''),
        };
      },
      timing: timingOf(batch, connection, given),
    };
  };
  return {
    review: async (batch) => inTurns(reviewBatch(await gather(batch))),
    compact: async (batch) => inTurns(compactBatch(await gather(batch))),
  };
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
  const wanted = new Set(drafts.flatMap(({ base }) => base?.file?.checksum ?? []));
  for (const md5 of wanted) {
    const artifact = history.artifactOf(md5);
    if (artifact && (await vault.has(artifact.sha256, artifact.size))) checksums.add(md5);
  }
  return { artifacts, checksums };
}
