import type { PlanProblem, PlanStep } from '../model/plan.ts';
import { compare, ownChanges } from '../publish/comparison.ts';
import { contentOf, isUntouched } from '../publish/draft-content.ts';
import { startingFields } from '../publish/request.ts';
import type { StoredDraft } from '../store/drafts.ts';
import { type Said, words } from '../texts/words.ts';
import { applyRow } from './apply-csv.ts';
import type { KnownProduct } from './import-plan.ts';
import type { CsvRow } from './read-csv.ts';

/** What a row of a CSV file comes to: the draft as it becomes, and as it was; nothing where it is refused. */
export interface PlannedRow {
  readonly step: PlanStep;
  readonly problem: PlanProblem | null;
  readonly draft: { readonly before: StoredDraft | null; readonly after: StoredDraft } | null;
}

export interface RowGround {
  readonly known: KnownProduct;
  /** The draft there is for the row: of its release, or of a new release with its version and branch. */
  readonly draft: StoredDraft | null;
  readonly isPublishing: boolean;
  /** A new draft, of this release or of one to be created. */
  begin(base: StoredDraft['base']): StoredDraft;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Puts a row into the draft of its release, or into a new one that starts from what was last seen. A row that changes
 * nothing makes no draft.
 */
export function planRow(row: CsvRow, ground: RowGround): PlannedRow {
  const { known, draft: before } = ground;
  const release = row.releaseId === null ? null : (known.releases.get(row.releaseId) ?? null);
  const refuse = (problem: PlanProblem): PlannedRow => ({
    step: stepOf(row, problem.version ?? '', { outcome: 'refused' }),
    problem,
    draft: null,
  });
  const problem = (kind: PlanProblem['kind'], field: string, said: Said): PlanProblem => ({
    kind,
    entry: row.row,
    version: row.fields.version ?? release?.version ?? null,
    field,
    ...said,
  });
  const said = words().plans;

  if (!known.wasRead) return refuse(problem('target', 'productId', said.target.neverRead));
  if (row.releaseId !== null && release === null) {
    return refuse(problem('target', 'releaseId', said.csv.noRelease));
  }
  if (ground.isPublishing) return refuse(problem('draft', '', said.csv.publishing));
  // One that was only opened starts anew from what was last seen, as one that is not there.
  const mine = before !== null && !(release !== null && isUntouched(before)) ? before : null;
  const start = mine ?? {
    ...(before ?? ground.begin(release)),
    base: release,
    fields: startingFields(release),
  };
  const applied = applyRow(start.fields, row);
  if (applied.fields === null) return refuse(applied.problem);
  const after = { ...start, fields: applied.fields, updatedAt: ground.now };
  const { rows, changesAnything } = compare({
    draft: after,
    server: release,
    names: { branches: known.branches, licenses: known.licenses },
  });
  const isIdle = mine === null ? release !== null && !changesAnything : contentOf(mine) === contentOf(after);
  return {
    step: stepOf(row, after.fields.version, {
      outcome: isIdle ? 'nothing' : 'change',
      draftId: mine?.id ?? null,
      changes: isIdle ? [] : ownChanges(rows),
    }),
    problem: null,
    draft: isIdle ? null : { before, after },
  };
}

function stepOf(
  { row, productId, releaseId }: CsvRow,
  version: string,
  told: Pick<PlanStep, 'outcome'> & Partial<Pick<PlanStep, 'changes' | 'draftId'>>,
): PlanStep {
  return {
    entry: row,
    productId,
    releaseId,
    version,
    draftId: null,
    changes: [],
    findings: [],
    merged: [],
    ...told,
  };
}
