import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Batch } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import type { Plan, PlanReport, PlanStep } from '../model/plan.ts';
import { planExtension } from '../opening/plan-name.ts';
import { inTurns, mapInPieces, type Pieces } from '../pieces.ts';
import { type OnStale, type PlannedEntry, planEntry, targetProblem } from '../plan/import-plan.ts';
import { type TakenArtifacts, takeArtifacts } from '../plan/plan-artifacts.ts';
import { openPlan, type PlanSource } from '../plan/plan-source.ts';
import { planning, writingPlan } from '../plan/write-plan.ts';
import { writePlanZip, type ZipOptions } from '../plan/write-plan-zip.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import { writeAllOrNone } from '../store/in-parts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { createMeetings, inTheWay, keepDraft, type Meeting, takeBackDraft } from './plan-drafts.ts';
import { type Known, readKnown } from './plan-known.ts';
import { withFindings } from './plan-steps.ts';
import { safeFileName } from './safe-file-name.ts';

export interface ImportOptions {
  readonly onStale: OnStale;
  /** False: only look; no draft is made. */
  readonly commit: boolean;
  readonly signal?: AbortSignal;
  /** How many entries have been looked at, and of how many. */
  readonly progress?: (done: number, of: number) => void;
}

/** Batches as files, out of the app and into it. */
export interface PlanService {
  /**
   * Makes the drafts of a plan, in its order: all of them, or none and why not. Nothing is read from the server: a
   * plan is held against what was last seen. Throws an `AppError` for a file that cannot be read, and `cancelled`.
   */
  import(connectionId: string, file: IncomingFile, options: ImportOptions): Promise<PlanReport>;
  /** The same for a plan that has been opened already. */
  importOpened(connectionId: string, source: PlanSource, options: ImportOptions): Promise<PlanReport>;
  /** The plan of a batch, as the name and text of a file. */
  export(batch: ToExport): Promise<{ name: string; text: string }>;
  /** The same with its artifacts, as a ZIP at `path`. Throws `cancelled` when the signal says so. */
  exportZip(batch: ToExport, path: string, options?: ZipOptions): Promise<void>;
}

export type ToExport = Pick<Batch, 'connectionId' | 'name' | 'draftIds' | 'onFailure' | 'startAt'>;

interface Dependencies {
  drafts: DraftStore;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  history: HistoryStore;
  connections: { get(id: string): Connection };
  vault: ArtifactVault;
  clock: Clock;
  newId: () => string;
  transaction: (work: () => void) => void;
  isPublishing: (draftId: string) => boolean;
  /** These drafts have come in. */
  added: (connectionId: string, draftIds: readonly string[]) => void;
}

export function createPlanService(given: Dependencies): PlanService {
  const { drafts, catalogue, connections, vault, clock } = given;

  const importOpened: PlanService['importOpened'] = async (connectionId, source, options) => {
    const { plan, problems } = source.read;
    if (plan === null) return { batch: null, steps: [], problems: [...problems] };
    const { batch } = plan;
    const wrongTarget = targetProblem(plan, connections.get(connectionId));
    if (wrongTarget) return { batch, steps: [], problems: [wrongTarget] };

    const { signal, onStale, commit, progress } = options;
    const artifacts = await takeArtifacts(plan, source.files, {
      vault,
      clock,
      ...(signal ? { signal } : {}),
      ...(progress ? { progress } : {}),
    });
    const productIds = new Set(plan.entries.map(({ productId }) => productId));
    const known = await readKnown(productIds, connectionId, given);
    const planned = await inTurns(planEntries(plan, artifacts, known.product, onStale));
    const incoming = await inTurns(draftsOf(planned, artifacts, { ...given, connectionId }));
    const against = [
      ...artifacts.problems,
      ...planned.flatMap((entry) => entry.problems),
      ...incoming.flatMap(({ step, meeting }) => inTheWay(step, meeting)),
    ];
    if (against.length > 0) {
      const refused = new Set(against.map(({ entry }) => entry));
      const steps = planned.map(
        ({ step }): PlanStep => (refused.has(step.entry) ? { ...step, outcome: 'refused' } : step),
      );
      return { batch, steps, problems: against.toSorted((a, b) => (a.entry ?? 0) - (b.entry ?? 0)) };
    }

    const reviewed = await review(incoming, known);
    if (signal?.aborted) throw appError('cancelled');
    if (commit) {
      const needed = [...reviewed.values()].filter(({ isNeeded }) => isNeeded);
      await writeAllOrNone(needed, given.transaction, {
        write: (part) => {
          for (const { draft, meeting } of part) keepDraft(drafts, draft, meeting);
        },
        takeBack: (part) => {
          for (const { draft, meeting } of part) takeBackDraft(drafts, draft, meeting);
        },
      });
    }
    const steps = planned.map(({ step }): PlanStep => {
      const mine = reviewed.get(step.entry);
      if (!mine) return step;
      const { meeting, draft, isNeeded } = mine;
      const madeId = commit && isNeeded ? draft.id : null;
      return { ...mine.step, draftId: meeting.is === 'there' ? meeting.draft.id : madeId };
    });
    if (commit) {
      given.added(
        connectionId,
        steps.flatMap(({ draftId }) => draftId ?? []),
      );
    }
    return { batch, steps, problems: [] };
  };

  /** What preflight says of each; one that changes nothing, now and in its place, needs no draft. */
  const review = async (incoming: readonly Incoming[], known: Known) => {
    const { findings, idle } = await known.review(incoming.map(({ draft }) => draft));
    return new Map(
      incoming.map(({ step, draft, meeting }) => {
        const isNeeded = step.outcome !== 'nothing' || !idle.has(draft.id);
        const outcome = isNeeded && step.outcome === 'nothing' ? 'change' : step.outcome;
        const told = isNeeded ? withFindings({ ...step, outcome }, findings.get(draft.id) ?? []) : step;
        return [step.entry, { step: told, draft, meeting, isNeeded }];
      }),
    );
  };

  const planFor = async ({ connectionId, draftIds, ...batch }: ToExport): Promise<Plan> => {
    const found = await inTurns(mapInPieces(draftIds, entriesAtOnce, (id) => drafts.get(id)));
    const stored = found.filter((draft) => draft !== null);
    const products = catalogue.products(connectionId).items;
    const branches = [...new Set(stored.map(({ productId }) => productId))].flatMap((productId) =>
      catalogue.branches(connectionId, productId),
    );
    const names = new Map([...products, ...branches].map(({ id, name }) => [id, name]));
    const connection = connections.get(connectionId);
    return inTurns(planning({ connection, batch, drafts: stored, names }));
  };

  return {
    import: async (connectionId, file, options) => {
      const source = await openPlan(file);
      try {
        return await importOpened(connectionId, source, options);
      } finally {
        await source.close();
      }
    },
    importOpened,
    export: async (batch) => ({
      name: `${safeFileName(batch.name, 'plan')}${planExtension}`,
      text: await inTurns(writingPlan(await planFor(batch))),
    }),
    exportZip: async (batch, path, options) => writePlanZip(await planFor(batch), vault, path, options),
  };
}

const entriesAtOnce = 50;

function planEntries(
  { entries }: Plan,
  { taken }: TakenArtifacts,
  product: Known['product'],
  onStale: OnStale,
): Pieces<PlannedEntry[]> {
  return mapInPieces(entries, entriesAtOnce, (entry, index) => {
    const number = index + 1;
    const artifact = taken.get(number)?.artifact ?? null;
    return planEntry({ entry, number, artifact }, product(entry.productId), onStale);
  });
}

interface Incoming {
  readonly step: PlanStep;
  readonly draft: StoredDraft;
  readonly meeting: Meeting;
}

function* draftsOf(
  planned: readonly PlannedEntry[],
  { taken }: TakenArtifacts,
  { drafts, connectionId, isPublishing, newId, clock }: Dependencies & { connectionId: string },
): Pieces<Incoming[]> {
  const meet = createMeetings(drafts, connectionId, isPublishing);
  const at = isoNow(clock);
  const incoming = yield* mapInPieces(planned, entriesAtOnce, ({ step, draft }): Incoming[] => {
    if (draft === null) return [];
    const stored: StoredDraft = {
      id: newId(),
      connectionId,
      productId: step.productId,
      releaseId: step.releaseId,
      base: draft.base,
      fields: draft.meant.fields,
      file: draft.meant.file,
      source: taken.get(step.entry)?.source ?? null,
      createdAt: at,
      updatedAt: at,
    };
    return [{ step, draft: stored, meeting: meet(stored) }];
  });
  return incoming.flat();
}
