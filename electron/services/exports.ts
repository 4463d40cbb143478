import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Clock } from '../clock.ts';
import { AppError, appError, failureFrom } from '../errors.ts';
import type { SavedFile } from '../model/import.ts';
import { mostPlanEntries } from '../model/plan.ts';
import { planExtension } from '../opening/plan-name.ts';
import { inTurns, mapInPieces, type Pieces } from '../pieces.ts';
import { habitsOf } from '../plan/csv-guard.ts';
import { type CsvSubject, writingCsv } from '../plan/write-csv.ts';
import { isUntouched } from '../publish/draft-content.ts';
import { startingFields } from '../publish/request.ts';
import type { DraftStore } from '../store/drafts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import type { BatchService } from './batches.ts';
import { calmProgress, isDone } from './calm-progress.ts';
import type { Events } from './events.ts';
import { keepNewest } from './keep-newest.ts';
import type { PlanService, ToExport } from './plans.ts';
import { safeFileName } from './safe-file-name.ts';

/** A file that is to be written: what it would be called, and the ending its kind has, without a dot. */
export interface FileToSave {
  readonly name: string;
  readonly extension: string;
}

/** Where the system's user wants a file. The page says what is to be written, and never where. */
export interface SavePlaces {
  /** Null when nobody wants it after all. */
  ask(file: FileToSave): Promise<string | null>;
  /** Shows a file in the system's file manager. */
  show(path: string): void;
  /** Where its user lives, as BCP 47: how spreadsheets write numbers and dates there. */
  region(): string;
}

/** Batches and fields as files, where their user wants them. Each call answers null when it was cancelled. */
export interface ExportService {
  /** A batch as a plan: as JSON, or as a ZIP with its artifacts. */
  savePlan(batchId: string, format: PlanFormat): Promise<SavedFile | null>;
  /** The same of drafts, as the plan of a batch of this name that stops at the first failure and begins at once. */
  savePlanOf(drafts: DraftsToPlan, format: PlanFormat): Promise<SavedFile | null>;
  /** The fields of drafts and of releases, in that order, as CSV; of a release with a draft those of the draft. */
  saveFields(connectionId: string, of: FieldsOf): Promise<SavedFile | null>;
  /** The same of the drafts of a batch, as a file that is named after it. */
  saveFieldsOfBatch(batchId: string): Promise<SavedFile | null>;
  /** Stops the ZIPs that are being written: nothing of them is left, and their calls throw `cancelled`. */
  stop(): void;
  /** Shows a file that was saved. */
  show(savedId: string): void;
}

export type PlanFormat = 'json' | 'zip';

export interface DraftsToPlan {
  readonly connectionId: string;
  readonly name: string;
  /** In the order of publishing. */
  readonly draftIds: readonly string[];
}

export interface FieldsOf {
  readonly draftIds: readonly string[];
  readonly releaseIds: readonly string[];
}

interface Dependencies {
  readonly plans: PlanService;
  readonly batches: BatchService;
  readonly drafts: DraftStore;
  readonly releases: ReleaseStore;
  readonly connections: { get(id: string): { readonly name: string } };
  readonly places: SavePlaces;
  readonly events: Events;
  readonly clock: Clock;
  readonly newId: () => string;
}

const readAtOnce = 100;
/** Files that the window can still ask to be shown. */
const mostSaved = 50;

export function createExportService(given: Dependencies): ExportService {
  const { plans, batches, drafts, releases, connections, places, events, clock, newId } = given;
  const saved = new Map<string, string>();
  const underWay = new Set<AbortController>();

  const save = async (
    file: FileToSave,
    write: (path: string) => Promise<void>,
  ): Promise<SavedFile | null> => {
    const path = await places.ask(file);
    if (path === null) return null;
    try {
      await write(path);
    } catch (error) {
      throw unwritable(basename(path), error);
    }
    const savedId = newId();
    keepNewest(saved, savedId, path, mostSaved);
    return { savedId, name: basename(path) };
  };

  const savePlan = async (batch: ToExport, format: PlanFormat): Promise<SavedFile | null> => {
    if (batch.draftIds.length === 0) throw nothingLeft();
    if (batch.draftIds.length > mostPlanEntries) {
      throw appError('invalid-input', words().plans.exported.tooMany(mostPlanEntries));
    }
    if (format === 'json') {
      const { name, text } = await plans.export(batch);
      return save({ name, extension: planExtension.slice(1) }, (path) => writeWhole(path, text));
    }
    const zip = { name: `${safeFileName(batch.name, 'plan')}.zip`, extension: 'zip' };
    return save(zip, async (path) => {
      const name = basename(path);
      const progress = calmProgress(
        clock,
        (done: number, of: number) => events.emit('files.progress', { name, done, of }),
        isDone,
      );
      const work = new AbortController();
      underWay.add(work);
      try {
        await plans.exportZip(batch, path, { progress, signal: work.signal });
      } finally {
        underWay.delete(work);
      }
    });
  };

  const saveFields = async (connectionId: string, of: FieldsOf, name: string): Promise<SavedFile | null> => {
    const subjects = await inTurns(subjectsOf(connectionId, of));
    if (subjects.length === 0) throw nothingLeft();
    const text = await inTurns(writingCsv(subjects, habitsOf(places.region())));
    const file = { name: `${safeFileName(name, 'releases')}.csv`, extension: 'csv' };
    return save(file, (path) => writeWhole(path, text));
  };

  function* subjectsOf(connectionId: string, { draftIds, releaseIds }: FieldsOf): Pieces<CsvSubject[]> {
    const ofDrafts = yield* mapInPieces(draftIds, readAtOnce, (id): CsvSubject[] => {
      const draft = drafts.live(id);
      return draft?.connectionId === connectionId ? [draft] : [];
    });
    const ofReleases = yield* mapInPieces(releaseIds, readAtOnce, (releaseId): CsvSubject[] => {
      const draft = drafts.ofRelease(connectionId, releaseId);
      if (draft !== null && !isUntouched(draft)) return [draft];
      const release = releases.get(connectionId, releaseId);
      return release ? [{ productId: release.productId, releaseId, fields: startingFields(release) }] : [];
    });
    return [...ofDrafts, ...ofReleases].flat();
  }

  return {
    savePlan: (batchId, format) => savePlan(batches.get(batchId), format),
    savePlanOf: async ({ connectionId, name, draftIds }, format) => {
      const found = await inTurns(mapInPieces(draftIds, readAtOnce, (id) => drafts.live(id)));
      const ofTeam = found.flatMap((draft) => (draft?.connectionId === connectionId ? [draft.id] : []));
      return savePlan({ connectionId, name, draftIds: ofTeam, onFailure: 'stop', startAt: null }, format);
    },
    saveFields: async (connectionId, of) => saveFields(connectionId, of, connections.get(connectionId).name),
    saveFieldsOfBatch: async (batchId) => {
      const { connectionId, draftIds, name } = batches.get(batchId);
      return saveFields(connectionId, { draftIds, releaseIds: [] }, name);
    },
    stop: () => {
      for (const work of underWay) work.abort();
    },
    show: (savedId) => {
      const path = saved.get(savedId);
      if (path === undefined) {
        throw appError('not-known', words().plans.exported.notKnown);
      }
      places.show(path);
    },
  };
}

const nothingLeft = (): AppError => appError('not-known', words().plans.exported.nothingLeft);

/** What the system says of a place that was chosen for a file is not about the app's own data. */
function unwritable(name: string, error: unknown): AppError {
  const failure = failureFrom(error);
  if (failure.kind !== 'no-access' && failure.kind !== 'internal') return new AppError(failure);
  return appError('no-access', {
    ...words().plans.exported.unwritable(name),
    details: failure.details,
  });
}

/** Whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, text, { mode: 0o600, flush: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
