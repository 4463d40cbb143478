import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Clock, systemClock } from './clock.ts';
import type { CallHandlers } from './contract.ts';
import { type Log, silentLog } from './diagnostics/log.ts';
import { createHandlers } from './handlers.ts';
import { createKeyHolder } from './keys/key-holder.ts';
import type { KeyStore } from './keys/key-store.ts';
import { createLukittuClient } from './lukittu/client.ts';
import { originOf } from './lukittu/url.ts';
import type { Job } from './model/job.ts';
import type { UpdatesOff } from './model/update.ts';
import { settleMs } from './publish/job.ts';
import type { JobRecord } from './publish/job-record.ts';
import { isOver, jobOf, waitsForKey, waitsForNetwork } from './publish/job-view.ts';
import { createJobWork } from './publish/job-work.ts';
import { isAtWork, openQueue } from './publish/queue.ts';
import { createSlotLedger } from './publish/slot-ledger.ts';
import { createBatching } from './services/batching.ts';
import { createBulkChangeService } from './services/bulk-changes.ts';
import { createCatalogueService } from './services/catalogue.ts';
import { createClientPool } from './services/clients.ts';
import { createConnectionService } from './services/connections.ts';
import { createDemoTeam } from './services/demo-team.ts';
import { createDiagnostics } from './services/diagnostics.ts';
import { createDraftService } from './services/drafts.ts';
import { createEvents, type Events } from './services/events.ts';
import { createExportService, type SavePlaces } from './services/exports.ts';
import { createHistoryService } from './services/history.ts';
import { startHousekeeping } from './services/housekeeping.ts';
import { createImportService } from './services/imports.ts';
import { createJobService } from './services/jobs.ts';
import type { UnderWay } from './services/leaving-words.ts';
import { followInLog } from './services/log-follower.ts';
import { createMatchingService } from './services/matching.ts';
import { createNetwork } from './services/network.ts';
import { watchNetwork } from './services/network-watch.ts';
import { createNotices } from './services/notices.ts';
import { createOpeningService, type OpeningService } from './services/opening.ts';
import { createPlanService, type PlanService } from './services/plans.ts';
import { putDraftAway } from './services/published-draft.ts';
import { createQueueListener } from './services/queue-listener.ts';
import { createUpdateService } from './services/updates.ts';
import { createVaultRoom } from './services/vault-room.ts';
import { openArtifactVault } from './store/artifact-vault.ts';
import { createBatchStore } from './store/batches.ts';
import { createCatalogueStore } from './store/catalogue.ts';
import { createConnectionStore } from './store/connections.ts';
import { createCounter } from './store/counts.ts';
import { openStore } from './store/database.ts';
import { createDraftStore } from './store/drafts.ts';
import { type FolderLock, lockFolder } from './store/folder-lock.ts';
import { createHistoryStore } from './store/history.ts';
import { createJobStore } from './store/jobs.ts';
import { createLetGoStore } from './store/let-go.ts';
import { createRateWindowStore } from './store/rate-windows.ts';
import { createReleaseStore } from './store/releases.ts';
import { createSettingStore, type SettingStore } from './store/settings.ts';
import type { Updater } from './updates/updater.ts';

export interface ServiceOptions {
  /** Made, private to the user, if it is not there. */
  dataFolder: string;
  /** Where keys are kept, or null where the system has no keyring: then they last for the session. */
  keyring: KeyStore | null;
  /** Why there is no keyring, as a sentence. */
  keyringProblem: string | null;
  app: { version: string; platform: string; runtime: string };
  /** Where it is written down what happens; nowhere, unless given. */
  log?: Log;
  /** What only the rim can do. */
  rim?: Rim;
  /** What brings new versions of the app, or why nothing does. */
  updater?: Updater | UpdatesOff;
  clock?: Clock;
  random?: () => number;
  newId?: () => string;
  /** The addresses of this computer on its networks. */
  addresses?: () => readonly string[];
  /** How long a request whose client went away may still be worked on, in ms. */
  settleMs?: number;
  /** The data folder's lock, where the caller holds it already; it is released on closing all the same. */
  lock?: FolderLock;
  /** The window, where there is one. */
  window?: WindowState;
  /** Which of the stored jobs are taken up again; all, unless said otherwise. The others stay as they are. */
  takesUp?: (record: JobRecord) => boolean;
  /** Whether those go on by themselves, as usual, or are held until they are resumed. */
  atStart?: 'go-on' | 'hold';
  /** Whether everything is one batch that ends with the first failure; else only what is in such a batch. */
  stopsAtFailure?: boolean;
}

/** What the services have to know of the window. */
export interface WindowState {
  /** Whether there is a window that shows what is told. */
  isHeard(): boolean;
  /** What a new window shows first; null for what is usual. */
  opensAt(): 'queue' | null;
}

/** What the page can have done around itself. */
export interface Rim {
  /** Brings the log's folder up in the system's file manager. */
  showLogs(): void;
  /** Loads the page anew. */
  reload(): void;
  /** Where files are saved. */
  places: SavePlaces;
}

const noRim: Rim = {
  showLogs: () => undefined,
  reload: () => undefined,
  places: { ask: async () => null, show: () => undefined, region: () => 'en' },
};

export interface Services {
  handlers: CallHandlers;
  settings: SettingStore;
  events: Events;
  plans: PlanService;
  /** What the system asks the app to open. */
  opening: OpeningService;
  /** A job as the queue keeps it, for who follows it more closely than the window does; null when there is none. */
  record(jobId: string): JobRecord | null;
  /** Every job that was not dismissed, of every connection. */
  jobs(): Job[];
  /** Queues a draft that has been checked in its place. Throws `busy` when it is on its way, or in doubt. */
  start(draftId: string): Job;
  /** What goes on by itself: leaving matters to it. */
  underWay(): UnderWay;
  /** The machine woke up or the network may be back: whatever waits for it tries now. */
  wake(): void;
  /** Whether a job is on its way: closing now leaves it to be read again at the next start. */
  isPublishing(): boolean;
  /** Releases the database and the network; what is under way is taken up again at the next start. */
  close(): Promise<void>;
}

/**
 * Builds the app's inside: everything but the window. Runs in plain Node. Throws `busy` when another process uses the
 * data folder, and what `openStore` throws.
 */
export async function createServices(options: ServiceOptions): Promise<Services> {
  const lock = options.lock ?? lockFolder(options.dataFolder);
  try {
    return await buildServices(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Nobody reads what is told: whoever publishes without a window listens to the events. */
const headless: WindowState = { isHeard: () => true, opensAt: () => null };

async function buildServices(options: ServiceOptions, lock: FolderLock): Promise<Services> {
  const { clock = systemClock, random = Math.random, newId = randomUUID, takesUp = () => true } = options;
  const { addresses, window = headless, log = silentLog } = options;
  const { node } = process.versions;
  log.info('start', { ...options.app, node, keyring: options.keyring !== null });
  const store = openStore(options.dataFolder, clock);
  const vault = await openArtifactVault(join(options.dataFolder, 'artifacts'), { clock });
  const settings = createSettingStore(store);
  const connectionStore = createConnectionStore(store);
  const catalogueStore = createCatalogueStore(store);
  const releases = createReleaseStore(store);
  const draftStore = createDraftStore(store);
  const history = createHistoryStore(store);
  const jobStore = createJobStore(store);

  const events = createEvents();
  const network = createNetwork(events);
  const keys = await createKeyHolder(options.keyring, options.keyringProblem, connectionStore.list());
  const clients = createClientPool({
    connections: connectionStore,
    keys,
    network,
    log,
    accepted: (connectionId) => {
      // A database that was down made the server refuse a good key: what waits for another one need not any more.
      for (const record of activeJobs()) {
        if (record.connectionId === connectionId && waitsForKey(record)) queue.tell(record.id, { on: 'key' });
      }
    },
    create: (target) =>
      createLukittuClient({ ...target, clock, ...(addresses && { online: () => addresses().length > 0 }) }),
  });

  const connections = createConnectionService({
    connections: connectionStore,
    keys,
    events,
    clock,
    newId,
    probe: clients.probe,
    hasJobs: (id) => activeJobs().some((record) => record.connectionId === id),
    isAtWork: (id) => activeJobs().some((record) => record.connectionId === id && isAtWork(record)),
    hasDrafts: (id) => draftStore.list(id).length > 0,
    renewed: (id) => {
      clients.forget(id);
      queue.tellAll({ on: 'key' }, id);
    },
  });
  const catalogue = createCatalogueService({
    catalogue: catalogueStore,
    releases,
    events,
    clock,
    ask: clients.ask,
  });
  const drafts = createDraftService({
    drafts: draftStore,
    releases,
    catalogue: catalogueStore,
    history,
    connections,
    vault,
    events,
    clock,
    newId,
    isPublishing: (draftId) => activeJobs().some((record) => record.draftId === draftId),
    transaction: (work) => store.transaction(work),
  });
  const batchStore = createBatchStore(store);
  const windows = createRateWindowStore(store);
  const ledger = createSlotLedger({ windows, clock });
  const listener = createQueueListener({
    events,
    drafts: draftStore,
    releases,
    hasLimit: (id) => connections.get(id).rateLimit !== null,
  });
  const diary = followInLog(log, { events, connections: connections.list, network });
  const followers: ((record: JobRecord) => void)[] = [];
  const queue = openQueue({
    jobs: { ...jobStore, list: () => jobStore.list().filter(takesUp) },
    history,
    transaction: (work) => store.transaction(work),
    ledger,
    work: createJobWork({
      clients,
      connections: connectionStore,
      releases,
      catalogue: catalogueStore,
      history,
      vault,
      clock,
      seen: (connectionId, release) => {
        const known = releases.get(connectionId, release.id);
        releases.put(connectionId, release);
        // What only customers' software moves is no news.
        const { updatedAt, lastSeenAt } = release;
        if (isDeepStrictEqual({ ...known, updatedAt, lastSeenAt }, release)) return;
        events.emit('releases.changed', {
          connectionId,
          productId: release.productId,
          releaseIds: [release.id],
        });
      },
    }),
    clock,
    random,
    settleMs: options.settleMs ?? settleMs,
    serverOf: (id) => {
      const { serverUrl, rateLimit } = connections.get(id);
      return { origin: originOf(serverUrl), limit: rateLimit };
    },
    listener: {
      ...listener,
      changed: (record) => {
        diary.job(record);
        listener.changed(record);
        for (const follow of followers) follow(record);
      },
      troubled: (failure) => {
        log.warn('queue', { failure: failure?.kind ?? null });
        listener.troubled(failure);
      },
    },
    keepsOthersBack: ({ draftId }) =>
      options.stopsAtFailure === true || batchStore.ofDraft(draftId)?.onFailure === 'stop',
    atStart: store.isOlder ? 'hold' : (options.atStart ?? 'go-on'),
  });
  // Who takes up only some of the jobs has held back only those.
  if (options.takesUp === undefined) store.acknowledge();
  // The app may have ended between a release being verified and its draft being put away.
  for (const record of queue.list()) putDraftAway(draftStore, record);
  events.listen((name) => {
    if (name === 'network.changed' && network.online()) queue.tellAll({ on: 'online' });
  });
  const wake = (): void => {
    queue.tellAll({ on: 'online' });
    // Nobody has been asked yet: whoever shows old news may ask now.
    if (!network.online()) events.emit('network.back', {});
  };
  const stopWatchingNetwork = watchNetwork({
    events,
    clock,
    addresses,
    isWaiting: () => !network.online() || queue.list().some(waitsForNetwork),
    changed: wake,
  });
  const activeJobs = () => queue.list().filter((record) => !isOver(record));
  const demoTeam = await createDemoTeam(connections);
  const jobs = createJobService({ queue, drafts, stored: draftStore, releases, history, vault, newId });

  const draftsUnderWay = () => new Set(activeJobs().map(({ draftId }) => draftId));
  const isPublishing = (draftId: string) => activeJobs().some((record) => record.draftId === draftId);
  const batching = createBatching({
    batches: batchStore,
    drafts: draftStore,
    draftService: drafts,
    releases,
    catalogue: catalogueStore,
    history,
    vault,
    windows,
    connections,
    jobs,
    queue,
    events,
    clock,
    newId,
    isPublishing,
    transaction: (work) => store.transaction(work),
  });
  followers.push(batching.jobs.follow);
  const bulk = createBulkChangeService({
    drafts: draftStore,
    releases,
    catalogue: catalogueStore,
    batches: batchStore,
    connections,
    events,
    clock,
    newId,
    transaction: (work) => store.transaction(work),
    publishing: draftsUnderWay,
  });
  const opening = createOpeningService({
    connections,
    knowsProduct: (connectionId, productId) =>
      catalogueStore.products(connectionId).items.some(({ id }) => id === productId),
    events,
    newId,
    platform: process.platform,
  });
  const letGo = createLetGoStore(store);
  const past = createHistoryService({ history, drafts, vault, letGo, clock });
  const room = createVaultRoom({
    vault,
    drafts: draftStore,
    jobs: jobStore,
    history,
    letGo,
    settings,
    events,
    clock,
  });
  const plans = createPlanService({
    drafts: draftStore,
    releases,
    catalogue: catalogueStore,
    history,
    connections,
    vault,
    clock,
    newId,
    transaction: (work) => store.transaction(work),
    isPublishing,
    added: (connectionId, draftIds) =>
      events.emit('drafts.changed', { connectionId, draftIds: [...draftIds] }),
  });
  const rim = options.rim ?? noRim;
  const withFiles = {
    drafts: draftStore,
    releases,
    catalogue: catalogueStore,
    history,
    connections,
    batches: batching.service,
    plans,
    vault,
    events,
    clock,
    newId,
    transaction: <T>(work: () => T) => store.transaction(work),
    publishing: draftsUnderWay,
  };
  const matching = createMatchingService(withFiles);
  const imports = createImportService(withFiles);
  const exports = createExportService({ ...withFiles, places: rim.places });
  const stopHousekeeping = startHousekeeping({ store, room, drafts: draftStore, events, clock, log });
  const diagnostics = createDiagnostics({
    app: options.app,
    dataFolder: options.dataFolder,
    startedAt: clock.now(),
    clock,
    log,
    keyringProblem: keys.problem,
    online: network.online,
    notices: store.notices,
    settings: settings.all,
    connections: connections.list,
    countsOf: createCounter(store),
    jobs: () => queue.list().map(jobOf),
  });
  log.info('opened', {
    connections: connections.list().length,
    jobs: queue.list().length,
    mended: store.notices.length,
  });

  const updates = createUpdateService({
    updater: options.updater ?? 'development',
    jobs: () => queue.list().map(jobOf),
    events,
    clock,
  });
  let closed = false;

  const handlers = createHandlers({
    app: options.app,
    dataFolder: options.dataFolder,
    notices: createNotices(events, [...store.notices, ...batching.jobs.missed], window.isHeard),
    window,
    keys,
    network,
    settings,
    wake,
    connections,
    demoTeam,
    catalogue,
    drafts,
    bulk,
    jobs,
    batches: batching.service,
    batchJobs: batching.jobs,
    forecast: batching.forecast,
    imports,
    exports,
    matching,
    past,
    diagnostics,
    rim,
    opening,
    room,
    updates,
  });

  return {
    handlers,
    settings,
    events,
    plans,
    opening,
    record: (jobId) => queue.get(jobId),
    jobs: () => queue.list().map(jobOf),
    start: (draftId) => jobs.start(draftId, 'at-once', null),
    underWay: () => ({ jobs: queue.list().map(jobOf), later: batching.jobs.scheduled() }),
    wake,
    isPublishing: () => activeJobs().length > 0,
    close: async () => {
      if (closed) return;
      closed = true;
      updates.close();
      stopWatchingNetwork();
      batching.jobs.close();
      queue.close();
      await stopHousekeeping();
      await clients.close();
      await demoTeam.close();
      store.close();
      lock.release();
      log.info('stop', {});
    },
  };
}
