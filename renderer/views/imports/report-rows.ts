import type { ComparisonRow } from '../../../electron/model/draft.ts';
import type { ImportKind } from '../../../electron/model/import.ts';
import type { PlanProblem, PlanReport, PlanStep } from '../../../electron/model/plan.ts';

/** One entry of a plan, or one row of a CSV file, with what it does or why it cannot be used. */
export type ReportRow = {
  readonly entry: number;
  readonly version: string;
  /** Null where the file could not be read so far. */
  readonly step: PlanStep | null;
  readonly problems: readonly PlanProblem[];
};

export const reportViews = ['all', 'look', 'nothing', 'refused'] as const;
export type ReportView = (typeof reportViews)[number];

export type ReportRows = Readonly<Record<ReportView, readonly ReportRow[]>> & {
  /** What is wrong with all of it, not with one entry. */
  readonly general: readonly PlanProblem[];
  /** How many drafts it makes, or changes. */
  readonly drafts: number;
  /** How many of a plan's are there already, and say the same. */
  readonly there: number;
};

/** A report as it is shown: an entry with its problems in one row, and the rows that want to be looked at by themselves. */
export function reportRows({ steps, problems }: PlanReport, kind: ImportKind): ReportRows {
  const byEntry = new Map<number, ReportRow>();
  for (const step of steps) byEntry.set(step.entry, { ...step, step, problems: [] });
  for (const problem of problems) {
    const { entry, version } = problem;
    if (entry === null) continue;
    const row = byEntry.get(entry) ?? { entry, version: version ?? '', step: null, problems: [] };
    byEntry.set(entry, { ...row, problems: [...row.problems, problem] });
  }
  const all = [...byEntry.values()].sort((a, b) => a.entry - b.entry);
  const becoming = steps.filter(({ outcome }) => outcome === 'change' || outcome === 'blocked');
  const there = kind === 'plan' ? becoming.filter(({ draftId }) => draftId !== null).length : 0;
  const isRefused = ({ step, problems }: ReportRow) => problems.length > 0 || step?.outcome === 'refused';
  return {
    all,
    look: all.filter((row) => !isRefused(row) && wantsALook(row)),
    nothing: all.filter((row) => !isRefused(row) && row.step?.outcome === 'nothing'),
    refused: all.filter(isRefused),
    general: problems.filter(({ entry }) => entry === null),
    drafts: becoming.length - there,
    there,
  };
}

/** Whether nothing stands against a plan but what others have changed meanwhile. */
export function isOnlyStale({ problems }: PlanReport): boolean {
  return problems.length > 0 && problems.every(({ kind }) => kind === 'stale');
}

function wantsALook({ step }: ReportRow): boolean {
  if (step === null) return false;
  const { outcome, findings, merged } = step;
  return outcome === 'blocked' || merged.length > 0 || findings.some(({ severity }) => severity !== 'tells');
}

/** So many changes are told of one release; the others are counted. */
export const mostChanges = 6;

/** The changes that are told: what a release is to be called stands beside those that create it. */
export function toldChanges({ releaseId, changes }: PlanStep): readonly ComparisonRow[] {
  return releaseId === null ? changes.filter(({ part }) => part !== 'version') : changes;
}

/** About how many pixels a row takes, where nothing of it needs more than a line but problems with their remedies. */
export function heightOfRow({ step, problems }: ReportRow): number {
  const told = problems.length > 0 || step === null ? linesOfAll(problems) : linesOf(step);
  return paddingAndLine + 20 * Math.max(step === null ? 1 : 2, told);
}

/** Pixels. */
const paddingAndLine = 13;
/** Characters, in a small window. */
const lineLength = 80;

function linesOfAll(problems: readonly PlanProblem[]): number {
  const lengths = problems.map(({ field, message, remedy }) => field.length + message.length + remedy.length);
  return lengths.reduce((sum, length) => sum + Math.ceil(length / lineLength), 0);
}

function linesOf(step: PlanStep): number {
  const changes = Math.min(mostChanges + 1, toldChanges(step).length);
  return changes + step.findings.length + step.merged.length + (step.outcome === 'blocked' ? 1 : 0);
}
