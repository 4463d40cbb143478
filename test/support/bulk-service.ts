import { onTestFinished } from 'vitest';
import type { EventName } from '../../electron/contract.ts';
import type { Release } from '../../electron/model/release.ts';
import { atOnce } from '../../electron/pieces.ts';
import { createBulkChangeService } from '../../electron/services/bulk-changes.ts';
import { createEvents } from '../../electron/services/events.ts';
import { createBatchStore } from '../../electron/store/batches.ts';
import { createCatalogueStore } from '../../electron/store/catalogue.ts';
import { createConnectionStore } from '../../electron/store/connections.ts';
import { openStore } from '../../electron/store/database.ts';
import { createDraftStore } from '../../electron/store/drafts.ts';
import { createReleaseStore } from '../../electron/store/releases.ts';
import { exampleConnection } from './examples.ts';
import { createFakeClock } from './fake-clock.ts';
import { tempFolder } from './temp-folder.ts';

/** The service of bulk changes on a real database that holds these releases, without a server and a queue. */
export function openBulkService(releases: readonly Release[]) {
  const clock = createFakeClock();
  const store = openStore(tempFolder(), clock);
  onTestFinished(() => store.close());
  const at = '2026-01-01T11:00:00.000Z';
  const { id: connectionId, ...connection } = exampleConnection();
  createConnectionStore(store).save({ ...connection, id: connectionId }, at);
  const releaseStore = createReleaseStore(store);
  for (const [productId, ofProduct] of Map.groupBy(releases, (release) => release.productId)) {
    atOnce(releaseStore.replacing(connectionId, productId, ofProduct, at));
  }
  const drafts = createDraftStore(store);
  const batches = createBatchStore(store);
  const events = createEvents();
  const told: { name: EventName; payload: unknown }[] = [];
  events.listen((name, payload) => told.push({ name, payload }));
  const publishing = new Set<string>();
  let ids = 0;
  const bulk = createBulkChangeService({
    drafts,
    releases: releaseStore,
    catalogue: createCatalogueStore(store),
    batches,
    connections: { get: () => connection },
    events,
    clock,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    transaction: (work) => store.transaction(work),
    publishing: () => publishing,
  });
  return { bulk, drafts, batches, clock, told, publishing, connectionId, store };
}
