import type { Clock } from '../clock.ts';
import type { JobForecast } from '../model/job.ts';
import type { Queue } from '../publish/queue.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { BatchStore } from '../store/batches.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { createBatchCompaction } from './batch-compaction.ts';
import { type BatchJobs, createBatchJobs } from './batch-jobs.ts';
import { createBatchReviewer } from './batch-review.ts';
import { type BatchService, createBatchService } from './batches.ts';
import type { ConnectionService } from './connections.ts';
import type { DraftService } from './drafts.ts';
import type { Events } from './events.ts';
import { createForecaster } from './forecast.ts';
import type { JobService } from './jobs.ts';
import { createServerPace } from './server-pace.ts';

interface Dependencies {
  batches: BatchStore;
  drafts: DraftStore;
  draftService: DraftService;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  history: HistoryStore;
  vault: ArtifactVault;
  windows: RateWindowStore;
  connections: ConnectionService;
  jobs: JobService;
  queue: Queue;
  events: Events;
  clock: Clock;
  newId: () => string;
  isPublishing: (draftId: string) => boolean;
  transaction: (work: () => void) => void;
}

/** Batches before they are published, on their way, and when they will be done. */
export interface Batching {
  readonly service: BatchService;
  readonly jobs: BatchJobs;
  readonly forecast: (connectionId: string) => JobForecast[];
}

export function createBatching(given: Dependencies): Batching {
  const { connections, draftService, queue, history, clock } = given;
  const pace = createServerPace(history, clock);
  const reviewer = createBatchReviewer({ ...given, shown: draftService.shown, queued: queue.list, pace });
  const jobs = createBatchJobs({ ...given, connectionIds: connections.list().map(({ id }) => id) });
  const compaction = createBatchCompaction({ ...given, service: draftService, reviewer });
  return {
    service: createBatchService({ ...given, jobs, reviewer, compaction }),
    jobs,
    forecast: createForecaster({ ...given, queued: queue.list, pace }),
  };
}
