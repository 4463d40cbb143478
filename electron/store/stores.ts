import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { type ArtifactVault, openArtifactVault } from './artifact-vault.ts';
import { type BatchStore, createBatchStore } from './batches.ts';
import { type CatalogueStore, createCatalogueStore } from './catalogue.ts';
import { type ConnectionStore, createConnectionStore } from './connections.ts';
import { openStore, type Store } from './database.ts';
import { createDraftStore, type DraftStore } from './drafts.ts';
import { createHistoryStore, type HistoryStore } from './history.ts';
import { createJobStore, type JobStore } from './jobs.ts';
import { createLetGoStore, type LetGoStore } from './let-go.ts';
import { createRateWindowStore, type RateWindowStore } from './rate-windows.ts';
import { createReleaseSearch, type ReleaseSearch } from './release-search.ts';
import { createReleaseStore, type ReleaseStore } from './releases.ts';
import { createSettingStore, type SettingStore } from './settings.ts';

/** Everything that is kept in the data folder, by its subject. */
export interface Stores {
  readonly dataFolder: string;
  readonly store: Store;
  readonly settings: SettingStore;
  readonly connections: ConnectionStore;
  readonly catalogue: CatalogueStore;
  readonly releases: ReleaseStore;
  readonly searchReleases: ReleaseSearch;
  readonly drafts: DraftStore;
  readonly batches: BatchStore;
  readonly jobs: JobStore;
  readonly history: HistoryStore;
  readonly windows: RateWindowStore;
  readonly letGo: LetGoStore;
  readonly vault: ArtifactVault;
}

/** Opens the database and the vault in this folder. Throws what `openStore` and `openArtifactVault` throw. */
export async function openStores(dataFolder: string, clock: Clock): Promise<Stores> {
  const store = openStore(dataFolder, clock);
  return {
    dataFolder,
    store,
    settings: createSettingStore(store),
    connections: createConnectionStore(store),
    catalogue: createCatalogueStore(store),
    releases: createReleaseStore(store),
    searchReleases: createReleaseSearch(store),
    drafts: createDraftStore(store),
    batches: createBatchStore(store),
    jobs: createJobStore(store),
    history: createHistoryStore(store),
    windows: createRateWindowStore(store),
    letGo: createLetGoStore(store),
    vault: await openArtifactVault(join(dataFolder, 'artifacts'), { clock }),
  };
}
