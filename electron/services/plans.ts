import { type Clock, isoNow } from '../clock.ts';
import type { IncomingFile } from '../contract.ts';
import type { Batch } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { Plan, PlanReport, PlanStep } from '../model/plan.ts';
import type { Release } from '../model/release.ts';
import { planExtension } from '../opening/plan-name.ts';
import {
  type KnownProduct,
  type OnStale,
  type PlannedEntry,
  planEntry,
  targetProblem,
} from '../plan/import-plan.ts';
import { type TakenArtifacts, takeArtifacts } from '../plan/plan-artifacts.ts';
import { openPlan, type PlanSource } from '../plan/plan-source.ts';
import { reviewPlan } from '../plan/review-plan.ts';
import { planOf, planText } from '../plan/write-plan.ts';
import { writePlanZip } from '../plan/write-plan-zip.ts';
import { inTurns, mapInPieces, type Pieces } from '../publish/batch/pieces.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import type { HistoryStore } from '../store/history.ts';
import { writeAllOrNone } from '../store/in-parts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { createMeetings, inTheWay, keepDraft, type Meeting, takeBackDraft } from './plan-drafts.ts';

export interface ImportOptions {
  readonly onStale: OnStale;
  /** False: only look; no draft is made. */
  readonly commit: boolean;
  readonly signal?: AbortSignal;
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
  export(batch: ToExport): { name: string; text: string };
  /** The same with its artifacts, as a ZIP at `path`. */
  exportZip(batch: ToExport, path: string): Promise<void>;
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

    const { signal, onStale, commit } = options;
    const artifacts = await takeArtifacts(plan, source.files, {
      vault,
      clock,
      ...(signal ? { signal } : {}),
    });
    const known = await readKnown(plan, given, connectionId);
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

    const reviewed = await review(incoming, known, connections.get(connectionId));
    if (commit) {
      await writeAllOrNone(incoming, given.transaction, {
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
      const stored = commit || mine.meeting.is === 'there';
      return { ...mine.step, draftId: stored ? mine.id : null };
    });
    if (commit) {
      given.added(
        connectionId,
        steps.flatMap(({ draftId }) => draftId ?? []),
      );
    }
    return { batch, steps, problems: [] };
  };

  /** What preflight says of each, and under which id it is stored. */
  const review = async (incoming: readonly Incoming[], known: Known, connection: Connection) => {
    const kept = await filesInVault(given, known.releases());
    const review = reviewPlan({
      drafts: incoming.map(({ draft }) => draft),
      releases: known.releases(),
      maxFileBytes: connection.maxFileBytes,
      around: (productId) => ({ ...known.product(productId), licenses: known.licenses(productId) }),
      oldFileInVault: (release) => kept.has(release?.file?.checksum ?? ''),
    });
    const findings = await inTurns(review);
    return new Map(
      incoming.map(({ step, draft, meeting }) => {
        const own = findings.get(draft.id) ?? [];
        const blocked = step.outcome === 'change' && own.some(({ severity }) => severity === 'blocks');
        const told: PlanStep = {
          ...step,
          outcome: blocked ? 'blocked' : step.outcome,
          findings: own,
        };
        const id = meeting.is === 'there' ? meeting.draft.id : draft.id;
        return [step.entry, { step: told, meeting, id }];
      }),
    );
  };

  const planFor = ({ connectionId, draftIds, ...batch }: ToExport): Plan => {
    const stored = draftIds.flatMap((id) => drafts.get(id) ?? []);
    const products = catalogue.products(connectionId).items;
    const branches = [...new Set(stored.map(({ productId }) => productId))].flatMap((productId) =>
      catalogue.branches(connectionId, productId),
    );
    const names = new Map([...products, ...branches].map(({ id, name }) => [id, name]));
    return planOf({ connection: connections.get(connectionId), batch, drafts: stored, names });
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
    export: (batch) => ({ name: `${fileName(batch.name)}${planExtension}`, text: planText(planFor(batch)) }),
    exportZip: (batch, path) => writePlanZip(planFor(batch), vault, path),
  };
}

/** What was last read of the products a plan is about, each looked up once. */
interface Known {
  product(productId: string): KnownProduct;
  /** Null when they were never read. */
  licenses(productId: string): KnownProduct['licenses'] | null;
  /** Those of every product that was asked for. */
  releases(): readonly Release[];
}

async function readKnown(
  { entries }: Plan,
  { releases, catalogue }: Dependencies,
  connectionId: string,
): Promise<Known> {
  const products = new Map<string, KnownProduct & { list: readonly Release[]; licensesRead: boolean }>();
  for (const productId of new Set(entries.map((entry) => entry.productId))) {
    const { items, readAt } = await inTurns(releases.reading(connectionId, productId));
    const licenses = catalogue.licenses(connectionId, productId);
    products.set(productId, {
      list: items,
      releases: new Map(items.map((release) => [release.id, release])),
      wasRead: readAt !== null,
      branches: catalogue.branches(connectionId, productId),
      licenses: licenses.items,
      licensesRead: licenses.readAt !== null,
    });
  }
  const product = (productId: string) => products.get(productId) ?? nothingKnown;
  const lists = [...products.values()].map((known) => known.list);
  const all = lists.length === 1 ? (lists[0] ?? []) : lists.flat();
  return {
    product,
    licenses: (productId) => (product(productId).licensesRead ? product(productId).licenses : null),
    releases: () => all,
  };
}

const nothingKnown = {
  releases: new Map<string, Release>(),
  wasRead: false,
  branches: [],
  licenses: [],
  licensesRead: false,
};

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

/** The MD5s of the releases' files of which the vault has a copy. */
async function filesInVault(
  { history, vault }: Dependencies,
  releases: readonly Release[],
): Promise<Set<string>> {
  const wanted = [...new Set(releases.flatMap(({ file }) => file?.checksum ?? []))];
  const found = new Set<string>();
  for (const artifact of await inTurns(mapInPieces(wanted, entriesAtOnce, history.artifactOf))) {
    if (artifact && (await vault.has(artifact.sha256, artifact.size))) found.add(artifact.md5);
  }
  return found;
}

/** A file name that every system takes, from what a person called the batch. */
function fileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return plain.slice(0, 100) || 'plan';
}
