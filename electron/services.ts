import { randomUUID } from 'node:crypto';
import { systemClock } from './clock.ts';
import type { CallHandlers } from './contract.ts';
import { silentLog } from './diagnostics/log.ts';
import { createHandlers } from './handlers.ts';
import { createKeyHolder } from './keys/key-holder.ts';
import { createLukittuClient } from './lukittu/client.ts';
import type { Job } from './model/job.ts';
import { settleMs } from './publish/job.ts';
import type { JobRecord } from './publish/job-record.ts';
import { jobOf, waitsForKey, waitsForNetwork } from './publish/job-view.ts';
import { isAtWork } from './publish/queue.ts';
import { createBatching } from './services/batching.ts';
import { createBulkChangeService } from './services/bulk-changes.ts';
import { createCatalogueService } from './services/catalogue.ts';
import { createClientPool } from './services/clients.ts';
import { createConnectionService } from './services/connections.ts';
import { createDemoTeam } from './services/demo-team.ts';
import { createDiagnostics } from './services/diagnostics.ts';
import { createDraftService } from './services/drafts.ts';
import { createEvents, type Events } from './services/events.ts';
import { createFileServices } from './services/file-services.ts';
import { createHistoryService } from './services/history.ts';
import { startHousekeeping } from './services/housekeeping.ts';
import { createJobService } from './services/jobs.ts';
import type { UnderWay } from './services/leaving-words.ts';
import { createLostFiles, type LostFile, type LostFiles } from './services/lost-files.ts';
import { createNetwork } from './services/network.ts';
import { watchNetwork } from './services/network-watch.ts';
import { createNotices } from './services/notices.ts';
import { createOpeningService, type OpeningService } from './services/opening.ts';
import type { PlanService } from './services/plans.ts';
import { openPublishing } from './services/publishing.ts';
import { createPutOffUpdate } from './services/put-off-update.ts';
import { noMark, noRim, noWindow, type ServiceOptions } from './services/service-options.ts';
import { createUpdateService } from './services/updates.ts';
import { createVaultRoom } from './services/vault-room.ts';
import { createCounter } from './store/counts.ts';
import { type FolderLock, lockFolder } from './store/folder-lock.ts';
import type { SettingStore } from './store/settings.ts';
import { openStores } from './store/stores.ts';

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
  lostFiles: LostFiles;
  /** Queues a job that sends the vault's copy of a lost file again. Throws `artifact-missing`. */
  putBack(lost: LostFile): Job;
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

async function buildServices(options: ServiceOptions, lock: FolderLock): Promise<Services> {
  const { clock = systemClock, random = Math.random, newId = randomUUID, takesUp = () => true } = options;
  const { addresses, window = noWindow, rim = noRim, log = silentLog } = options;
  log.info('start', { ...options.app, node: process.versions.node, keyring: options.keyring !== null });
  const stores = await openStores(options.dataFolder, clock);
  const { store, settings, history, vault } = stores;
  const transaction = <T>(work: () => T): T => store.transaction(work);

  const events = createEvents();
  const network = createNetwork(events);
  const keys = await createKeyHolder(options.keyring, options.keyringProblem, stores.connections.list());
  const ofConnection = (id: string): JobRecord[] =>
    publishing.active().filter((record) => record.connectionId === id);
  const clients = createClientPool({
    connections: stores.connections,
    keys,
    network,
    log,
    accepted: (connectionId) => {
      // A database that was down made the server refuse a good key: what waits for another one need not any more.
      for (const { id } of ofConnection(connectionId).filter(waitsForKey)) queue.tell(id, { on: 'key' });
    },
    create: (target) =>
      createLukittuClient({ ...target, clock, ...(addresses && { online: () => addresses().length > 0 }) }),
  });
  const connections = createConnectionService({
    connections: stores.connections,
    keys,
    events,
    clock,
    newId,
    probe: clients.probe,
    hasJobs: (id) => ofConnection(id).length > 0,
    isAtWork: (id) => ofConnection(id).some(isAtWork),
    hasDrafts: (id) => stores.drafts.ids(id).size > 0,
    renewed: (id) => {
      clients.forget(id);
      queue.tellAll({ on: 'key' }, id);
    },
  });
  const publishing = openPublishing({
    stores,
    clients,
    connections,
    network,
    events,
    clock,
    log,
    random,
    takesUp,
    settleMs: options.settleMs ?? settleMs,
    atStart: options.atStart ?? 'go-on',
    stopsAtFailure: options.stopsAtFailure ?? false,
  });
  const { queue, isPublishing, draftsUnderWay } = publishing;
  // Who takes up only some of the jobs has held back only those.
  if (options.takesUp === undefined) store.acknowledge();

  events.listen((name, _payload) => {
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

  /** What most services stand on. */
  const shared = {
    drafts: stores.drafts,
    releases: stores.releases,
    catalogue: stores.catalogue,
    history,
    vault,
    connections,
    events,
    clock,
    newId,
    transaction,
  };
  const demoTeam = await createDemoTeam(connections, stores.windows);
  const catalogue = createCatalogueService({
    ...shared,
    searchReleases: stores.searchReleases,
    ask: clients.ask,
  });
  const drafts = createDraftService({ ...shared, batches: stores.batches, isPublishing });
  const lostFiles = createLostFiles(shared);
  const jobs = createJobService({ ...shared, queue, drafts, stored: stores.drafts, lostFiles });
  const batching = createBatching({
    ...shared,
    batches: stores.batches,
    windows: stores.windows,
    draftService: drafts,
    jobs,
    queue,
    isPublishing,
  });
  publishing.follow(batching.jobs.follow);
  const bulk = createBulkChangeService({ ...shared, batches: stores.batches, publishing: draftsUnderWay });
  const opening = createOpeningService({
    connections,
    knowsProduct: (connectionId, productId) =>
      stores.catalogue.products(connectionId).items.some(({ id }) => id === productId),
    events,
    newId,
    platform: process.platform,
  });
  const past = createHistoryService({ ...shared, drafts, letGo: stores.letGo });
  const room = createVaultRoom({ ...stores, events, clock });
  const { plans, matching, imports, exports } = createFileServices({
    ...shared,
    batches: batching.service,
    storedBatches: stores.batches,
    isPublishing,
    publishing: draftsUnderWay,
    stamp: store.stamp,
    readReleases: catalogue.refreshReleases,
    places: rim.places,
  });
  const stopHousekeeping = startHousekeeping({ ...stores, room, events, clock, log });
  const diagnostics = createDiagnostics({
    ...shared,
    app: options.app,
    dataFolder: options.dataFolder,
    startedAt: clock.now(),
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
    ...shared,
    updater: options.updater ?? 'development',
    jobs: () => queue.list().map(jobOf),
    mark: options.publishingMark ?? noMark,
    putOff: createPutOffUpdate(settings, options.app.version),
    log,
  });
  const ofStart = [...store.notices, ...updates.told, ...batching.jobs.missed];
  let closed = false;

  const handlers = createHandlers({
    app: options.app,
    dataFolder: options.dataFolder,
    notices: createNotices(events, ofStart, window.isHeard),
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
    lostFiles,
    putBack: jobs.putBack,
    underWay: () => ({ jobs: queue.list().map(jobOf), later: batching.jobs.scheduled() }),
    wake,
    isPublishing: () => publishing.active().length > 0,
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
