import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Plan, PlanReport, PlanStep } from '../model/plan.ts';
import { inTurns, mapInPieces, type Pieces } from '../pieces.ts';
import { type OnStale, type PlannedEntry, planEntry, targetProblem } from '../plan/import-plan.ts';
import { type TakenArtifacts, takeArtifacts } from '../plan/plan-artifacts.ts';
import type { PlanSource } from '../plan/plan-source.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { writeAllOrNone } from '../store/in-parts.ts';
import {
  createMeetings,
  inTheWay,
  keepDraft,
  type Meeting,
  setAsideBy,
  takeBackDraft,
} from './plan-drafts.ts';
import { type Known, type KnownFrom, readKnown } from './plan-known.ts';
import { withFindings } from './plan-steps.ts';

export interface LookOptions {
  readonly onStale: OnStale;
  readonly signal?: AbortSignal;
  /** How many entries have been looked at, and of how many. */
  readonly progress?: (done: number, of: number) => void;
}

/** What a plan would do, and the drafts that it would make; none where something stands against it. */
export interface LookedPlan {
  readonly report: PlanReport;
  /** In its order. */
  readonly drafts: readonly PlannedDraft[];
}

interface PlannedDraft {
  /** From 1. */
  readonly entry: number;
  readonly draft: StoredDraft;
  readonly meeting: Meeting;
}

/** What a plan has come to: its report with the drafts it has now, and those of them that were written. */
export interface MadePlan {
  readonly report: PlanReport;
  readonly written: readonly { readonly entry: number; readonly draft: StoredDraft }[];
  /** Drafts that said nothing and made way, and what the batches are called that went with the last of theirs. */
  readonly aside: readonly string[];
  readonly gone: readonly string[];
}

export interface PlanDependencies extends KnownFrom {
  readonly drafts: DraftStore;
  readonly storedBatches: Pick<BatchStore, 'discardEmptied' | 'restoreOf'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly transaction: (work: () => void) => void;
  readonly isPublishing: (draftId: string) => boolean;
  /** These drafts have come in. */
  readonly added: (connectionId: string, draftIds: readonly string[]) => void;
}

/** Holds a plan against what was last seen of the server. Its artifacts are taken into the vault; no draft is made. */
export async function lookAtPlan(
  connectionId: string,
  { read, files }: PlanSource,
  { onStale, signal, progress }: LookOptions,
  given: PlanDependencies,
): Promise<LookedPlan> {
  const { plan, problems } = read;
  if (plan === null) return against({ batch: null, steps: [], problems: [...problems] });
  const { batch } = plan;
  const wrongTarget = targetProblem(plan, given.connections.get(connectionId));
  if (wrongTarget) return against({ batch, steps: [], problems: [wrongTarget] });

  const artifacts = await takeArtifacts(plan, files, {
    vault: given.vault,
    clock: given.clock,
    ...(signal ? { signal } : {}),
    ...(progress ? { progress } : {}),
  });
  const productIds = new Set(plan.entries.map(({ productId }) => productId));
  const known = await readKnown(productIds, connectionId, given);
  const planned = await inTurns(planEntries(plan, artifacts, known.product, onStale));
  const incoming = await inTurns(draftsOf(planned, artifacts, { ...given, connectionId }));
  const found = [
    ...artifacts.problems,
    ...planned.flatMap((entry) => entry.problems),
    ...incoming.flatMap(({ step, meeting }) => inTheWay(step, meeting)),
  ];
  if (found.length > 0) {
    const refused = new Set(found.map(({ entry }) => entry));
    const steps = planned.map(
      ({ step }): PlanStep => (refused.has(step.entry) ? { ...step, outcome: 'refused' } : step),
    );
    return against({ batch, steps, problems: found.toSorted((a, b) => (a.entry ?? 0) - (b.entry ?? 0)) });
  }
  const reviewed = await review(incoming, known);
  if (signal?.aborted) throw appError('cancelled');
  const steps = planned.map(({ step }): PlanStep => {
    const mine = reviewed.get(step.entry);
    if (!mine) return step;
    return { ...mine.step, draftId: mine.meeting.is === 'there' ? mine.meeting.draft.id : null };
  });
  const drafts = [...reviewed.values()].filter(({ isNeeded, meeting }) => isNeeded && meeting.is !== 'there');
  return {
    report: { batch, steps, problems: [] },
    drafts: drafts.map(({ step, draft, meeting }) => ({ entry: step.entry, draft, meeting })),
  };
}

/** Writes the drafts of a plan as it was looked at: all of them, or none. What it was held against must be as it was. */
export async function makePlanned(
  connectionId: string,
  { report, drafts: planned }: LookedPlan,
  { drafts, storedBatches, clock, transaction, added }: PlanDependencies,
): Promise<MadePlan> {
  const at = isoNow(clock);
  const coming = planned.map(({ entry, draft, meeting }) => ({
    entry,
    meeting,
    draft: { ...draft, createdAt: at, updatedAt: at },
  }));
  const stores = { drafts, batches: storedBatches };
  const gone: string[] = [];
  await writeAllOrNone(coming, transaction, {
    write: (part) => {
      for (const { draft, meeting } of part) gone.push(...keepDraft(stores, draft, meeting, at));
    },
    takeBack: (part) => {
      for (const { draft, meeting } of part) takeBackDraft(stores, draft, meeting);
    },
  });
  const madeIds = new Map(coming.map(({ entry, draft }) => [entry, draft.id]));
  const steps = report.steps.map((step) => ({ ...step, draftId: madeIds.get(step.entry) ?? step.draftId }));
  const draftIds = steps.flatMap(({ draftId }) => draftId ?? []);
  if (draftIds.length > 0) added(connectionId, draftIds);
  const aside = coming.flatMap(({ meeting }) => setAsideBy(meeting));
  return { report: { ...report, steps }, written: coming, aside, gone };
}

const against = (report: PlanReport): LookedPlan => ({ report, drafts: [] });

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
  { drafts, connectionId, isPublishing, newId, clock }: PlanDependencies & { connectionId: string },
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

/** What preflight says of each; one that changes nothing, now and in its place, needs no draft. */
async function review(incoming: readonly Incoming[], known: Known) {
  const { findings, idle } = await known.review(incoming.map(({ draft }) => draft));
  return new Map(
    incoming.map(({ step, draft, meeting }) => {
      const isNeeded = step.outcome !== 'nothing' || !idle.has(draft.id);
      const outcome = isNeeded && step.outcome === 'nothing' ? 'change' : step.outcome;
      const told = isNeeded ? withFindings({ ...step, outcome }, findings.get(draft.id) ?? []) : step;
      return [step.entry, { step: told, draft, meeting, isNeeded }];
    }),
  );
}
