import { basename, extname } from 'node:path';
import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Imported, ImportKind } from '../model/import.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import type { PlanReport } from '../model/plan.ts';
import { inTurns } from '../pieces.ts';
import { largestCsv } from '../plan/csv-table.ts';
import { type OnStale, targetProblem } from '../plan/import-plan.ts';
import { openPlan, type PlanSource } from '../plan/plan-source.ts';
import { type ReadCsv, readCsv } from '../plan/read-csv.ts';
import { readSource } from '../store/artifact-source.ts';
import type { BatchStore } from '../store/batches.ts';
import type { StoredDraft } from '../store/drafts.ts';
import { type UntilWritten, untilWritten } from '../store/until-written.ts';
import { words } from '../texts/words.ts';
import type { BatchService } from './batches.ts';
import { calmProgress, isDone } from './calm-progress.ts';
import { type CsvDependencies, type PlannedCsv, planCsv } from './csv-import.ts';
import type { Events } from './events.ts';
import { createDraftMaking, type FilledDraft, type Made } from './made-drafts.ts';
import type { LookedPlan } from './plan-import.ts';
import type { PlanService } from './plans.ts';

/**
 * Plans and CSV files on their way to drafts. A file is read once and held from the first look to the drafts, so that
 * what was reviewed is what is made; it is known by its id and forgotten with `end`.
 */
export interface ImportService {
  begin(connectionId: string, file: IncomingFile): { importId: string; kind: ImportKind };
  /**
   * What it would do; nothing is made. Products whose releases were never read are read first, where that can be done.
   * Throws what is wrong with the file itself, and `cancelled`.
   */
  look(importId: string, onStale: OnStale): Promise<PlanReport>;
  /**
   * Makes the drafts: all of them, or none and why. Of a plan its batch is made too; of a CSV file one, if it is given
   * a name. The file is forgotten when that is done.
   */
  make(importId: string, onStale: OnStale, batchName: string | null): Promise<Imported>;
  /** Forgets the file, and stops what is being done with it. */
  end(importId: string): void;
  /** Puts the drafts that were made back to how they were. Answers what could not be, as sentences. */
  undo(importId: string): Promise<string[]>;
}

interface Dependencies extends CsvDependencies {
  readonly plans: PlanService;
  readonly batches: BatchService;
  readonly storedBatches: BatchStore;
  readonly events: Events;
  readonly clock: Clock;
  readonly transaction: <T>(work: () => T) => T;
  /** Differs as soon as something has been written to the store. */
  readonly stamp: () => string;
  /** Reads the releases of a product from the server; throws what the network or the server says. */
  readonly readReleases: (connectionId: string, productId: string) => Promise<unknown>;
}

interface Held {
  readonly connectionId: string;
  readonly file: IncomingFile;
  readonly kind: ImportKind;
  plan: PlanSource | null;
  csv: ReadCsv | null;
  /** What it would do, as last looked at. */
  readonly planned: UntilWritten<LookedPlan>;
  readonly tabled: UntilWritten<PlannedCsv>;
  work: AbortController | null;
}

/** A window has one at a time. One that it did not end, because it was loaded again, makes way. */
const mostHeld = 3;

export function createImportService(given: Dependencies): ImportService {
  const { plans, batches, events, clock, newId } = given;
  const making = createDraftMaking(given);
  const imports = new Map<string, Held>();

  const get = (importId: string): Held => {
    const held = imports.get(importId);
    if (!held) {
      throw appError('not-known', words().plans.imported.notHeld);
    }
    return held;
  };

  const end = (importId: string): void => {
    const held = imports.get(importId);
    imports.delete(importId);
    held?.work?.abort();
    if (held && held.work === null) void held.plan?.close();
  };

  /** One thing at a time; a second is refused. What ended meanwhile is closed afterwards. */
  const alone = async <T>(
    importId: string,
    task: (held: Held, signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const held = get(importId);
    if (held.work !== null) throw appError('busy', words().plans.imported.atWork);
    const work = new AbortController();
    held.work = work;
    try {
      return await task(held, work.signal);
    } finally {
      held.work = null;
      if (imports.get(importId) !== held) await held.plan?.close();
    }
  };

  /**
   * Reads the releases of these products that were never read. Once one cannot be, the others are not tried either: what
   * stays unread is said of each entry.
   */
  const readUnread = async (
    connectionId: string,
    entries: readonly { readonly productId: string }[],
    signal: AbortSignal,
  ): Promise<void> => {
    for (const productId of new Set(entries.map((entry) => entry.productId))) {
      const { readAt } = await inTurns(given.releases.reading(connectionId, productId));
      if (signal.aborted) return;
      if (readAt !== null) continue;
      try {
        await given.readReleases(connectionId, productId);
      } catch {
        return;
      }
    }
  };

  const lookAtPlan = async (importId: string, held: Held, signal: AbortSignal, onStale: OnStale) => {
    held.plan ??= await openPlan(held.file);
    const source = held.plan;
    const { plan } = source.read;
    const isMeantHere =
      plan !== null && targetProblem(plan, given.connections.get(held.connectionId)) === null;
    if (isMeantHere) await readUnread(held.connectionId, plan.entries, signal);
    const progress = calmProgress(
      clock,
      (done: number, of: number) => events.emit('imports.progress', { importId, done, of }),
      isDone,
    );
    const look = () => plans.look(held.connectionId, source, { onStale, signal, progress });
    // Its files lie on the disk, which nobody watches.
    const hasFiles = plan?.entries.some(({ file }) => file.kind === 'replace') ?? false;
    return hasFiles ? look() : held.planned(onStale, look);
  };

  const lookAtRows = async (held: Held, signal: AbortSignal) => {
    held.csv ??= await readCsv(await bytesOf(held.file));
    const { csv } = held;
    await readUnread(held.connectionId, csv.rows, signal);
    return held.tabled('', () => planCsv(held.connectionId, csv, given));
  };

  const makeOfPlan = async (
    importId: string,
    held: Held,
    signal: AbortSignal,
    onStale: OnStale,
  ): Promise<Done> => {
    const { connectionId } = held;
    const looked = await lookAtPlan(importId, held, signal, onStale);
    if (signal.aborted) throw appError('cancelled');
    if (looked.report.problems.length > 0) return { report: looked.report, made: null };
    const { report, written, aside, gone } = await plans.make(connectionId, looked);
    const filled = written.map(
      ({ entry, draft }): FilledDraft => ({ index: entry, before: null, after: draft }),
    );
    const batch = batches.takeIn(connectionId, report);
    if (gone.length > 0) events.emit('batches.changed', { connectionId });
    const gathered = batch && { batch, former: new Map() };
    return { report, made: { connectionId, filled, aside, gathered, gone } };
  };

  const makeOfCsv = async (held: Held, signal: AbortSignal, batchName: string | null): Promise<Done> => {
    const { connectionId } = held;
    const { report, filled } = await lookAtRows(held, signal);
    if (signal.aborted) throw appError('cancelled');
    if (report.problems.length > 0) return { report, made: null };
    const at = isoNow(clock);
    const writing = filled.map((one) => ({ ...one, after: savedAt(at, one) }));
    const made = await making.write(connectionId, writing, batchName);
    const ids = new Map(filled.map(({ index, after }) => [index, after.id]));
    const steps = report.steps.map((step) => ({ ...step, draftId: ids.get(step.entry) ?? null }));
    return { report: { ...report, steps }, made };
  };

  return {
    begin: (connectionId, file) => {
      given.connections.get(connectionId);
      const [oldest] = imports.keys();
      if (imports.size >= mostHeld && oldest !== undefined) end(oldest);
      const importId = newId();
      const kind = kindOf(file);
      imports.set(importId, {
        connectionId,
        file,
        kind,
        plan: null,
        csv: null,
        planned: untilWritten(given.stamp),
        tabled: untilWritten(given.stamp),
        work: null,
      });
      return { importId, kind };
    },
    look: (importId, onStale) =>
      alone(importId, async (held, signal) =>
        held.kind === 'plan'
          ? (await lookAtPlan(importId, held, signal, onStale)).report
          : (await lookAtRows(held, signal)).report,
      ),
    make: async (importId, onStale, batchName) => {
      const done = await alone(importId, async (held, signal) =>
        held.kind === 'plan'
          ? makeOfPlan(importId, held, signal, onStale)
          : makeOfCsv(held, signal, batchName),
      );
      if (done.made === null) {
        return { report: done.report, batchId: null, made: 0, changed: 0, there: 0, batchesGone: [] };
      }
      making.keep(importId, done.made);
      end(importId);
      return countedOf(done.report, done.made);
    },
    end,
    undo: making.undo,
  };
}

/** The draft as it is when it is made: some time after it was looked at. */
function savedAt(at: string, { before, after }: FilledDraft): StoredDraft {
  return { ...after, createdAt: before?.createdAt ?? at, updatedAt: at };
}

/** What an import has come to; nothing was made where something stands against it. */
interface Done {
  readonly report: PlanReport;
  readonly made: Made | null;
}

/** Drafts of the report that were neither made nor changed were there, and said the same. */
function countedOf(report: PlanReport, { filled, gathered, gone }: Made): Imported {
  const made = filled.filter(({ before }) => before === null).length;
  const drafts = report.steps.filter(({ draftId }) => draftId !== null).length;
  return {
    report,
    batchId: gathered?.batch.id ?? null,
    made,
    changed: filled.length - made,
    there: drafts - filled.length,
    batchesGone: [...gone],
  };
}

/** Spreadsheets save CSV under several names; everything else is looked at as a plan. */
const csvExtensions: ReadonlySet<string> = new Set(['.csv', '.tsv', '.tab', '.txt']);
const workbookExtensions: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.ods', '.numbers']);

function kindOf(file: IncomingFile): ImportKind {
  const name = 'path' in file ? basename(file.path) : file.name;
  const extension = extname(name).toLowerCase();
  if (workbookExtensions.has(extension)) {
    throw appError('file-unreadable', words().plans.csv.workbook(name));
  }
  return csvExtensions.has(extension) ? 'csv' : 'plan';
}

async function bytesOf(file: IncomingFile): Promise<Uint8Array> {
  if (!('path' in file)) return file.bytes;
  const chunks: Buffer[] = [];
  await readSource(file.path, async (chunk) => void chunks.push(Buffer.from(chunk)), {
    maxBytes: largestCsv,
  });
  return Buffer.concat(chunks);
}
