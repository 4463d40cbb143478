import { type Clock, isoNow } from '../clock.ts';
import type { PlanProblem, PlanReport, PlanStep } from '../model/plan.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import { type PlannedRow, planRow } from '../plan/plan-csv.ts';
import type { CsvRow, ReadCsv } from '../plan/read-csv.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { beginDraft } from './begin-draft.ts';
import type { FilledDraft } from './made-drafts.ts';
import { type KnownFrom, readKnown } from './plan-known.ts';
import { withFindings } from './plan-steps.ts';

export interface CsvDependencies extends KnownFrom {
  readonly drafts: DraftStore;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The drafts that are on their way to the server. */
  readonly publishing: () => ReadonlySet<string>;
}

/** What a CSV file would do, and the drafts as it would leave them; none where something stands against it. */
export interface PlannedCsv {
  readonly report: PlanReport;
  readonly filled: readonly FilledDraft[];
}

/** Holds a CSV file against what was last seen of the server. Nothing is written. */
export async function planCsv(
  connectionId: string,
  { rows, problems }: ReadCsv,
  given: CsvDependencies,
): Promise<PlannedCsv> {
  given.connections.get(connectionId);
  if (problems.length > 0) return refused([], [...problems]);
  const known = await readKnown(new Set(rows.map(({ productId }) => productId)), connectionId, given);
  const draftOf = createDraftLookup(given.drafts, connectionId);
  const publishing = given.publishing();
  const now = isoNow(given.clock);
  const planned = await inTurns(
    mapInPieces(rows, 50, (row): PlannedRow => {
      const draft = draftOf(row);
      return planRow(row, {
        known: known.product(row.productId),
        draft,
        isPublishing: draft !== null && publishing.has(draft.id),
        begin: (base) =>
          beginDraft({ id: given.newId(), connectionId, productId: row.productId, at: now }, base),
        now,
      });
    }),
  );
  const against = planned.flatMap(({ problem }) => problem ?? []);
  if (against.length > 0)
    return refused(
      planned.map(({ step }) => step),
      against,
    );
  const changed = planned.flatMap(({ step, draft }) =>
    draft === null ? [] : [{ ...draft, index: step.entry }],
  );
  const { findings } = await known.review(changed.map(({ after }) => after));
  const steps = planned.map(
    ({ step, draft }): PlanStep =>
      draft === null ? step : withFindings(step, findings.get(draft.after.id) ?? []),
  );
  return { report: { batch: null, steps, problems: [] }, filled: changed };
}

const refused = (steps: PlanStep[], problems: PlanProblem[]): PlannedCsv => ({
  report: { batch: null, steps, problems },
  filled: [],
});

/** Finds the draft a row is about; the same one for one row only. */
function createDraftLookup(drafts: DraftStore, connectionId: string): (row: CsvRow) => StoredDraft | null {
  const ofNewReleases = new Map<string, StoredDraft[]>();
  for (const draft of drafts.ofNewReleases(connectionId)) {
    const key = newReleaseKey(draft.productId, draft.fields.version, draft.fields.branchId);
    ofNewReleases.set(key, [...(ofNewReleases.get(key) ?? []), draft]);
  }
  return ({ releaseId, productId, fields }) => {
    if (releaseId !== null) return drafts.ofRelease(connectionId, releaseId);
    const { version = '', branchId = null } = fields;
    return ofNewReleases.get(newReleaseKey(productId, version, branchId))?.shift() ?? null;
  };
}

const newReleaseKey = (productId: string, version: string, branchId: string | null): string =>
  JSON.stringify([productId, version, branchId]);
