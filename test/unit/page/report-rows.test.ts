import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../electron/model/draft.ts';
import type { ImportKind } from '../../../electron/model/import.ts';
import type { PlanProblem, PlanReport, PlanStep } from '../../../electron/model/plan.ts';
import { isOnlyStale, reportRows } from '../../../renderer/views/imports/report-rows.ts';

const step = (entry: number, change: Partial<PlanStep> = {}): PlanStep => ({
  entry,
  productId: 'product',
  releaseId: `release ${entry}`,
  version: `1.${entry}.0`,
  draftId: null,
  outcome: 'change',
  changes: [],
  findings: [],
  merged: [],
  ...change,
});

const problem = (entry: number | null, change: Partial<PlanProblem> = {}): PlanProblem => ({
  kind: 'form',
  entry,
  version: null,
  field: 'fields.version',
  message: 'It is empty.',
  remedy: 'Write one.',
  ...change,
});

const finding = (severity: Finding['severity']): Finding => ({
  rule: 'file-missing',
  severity,
  part: 'file',
  message: 'There is no file.',
  fix: null,
});

const rowsOf = (report: Partial<PlanReport>, kind: ImportKind = 'plan') =>
  reportRows({ batch: null, steps: [], problems: [], ...report }, kind);

describe('a report', () => {
  test('has a row for each entry, with its problems', () => {
    const { all, refused } = rowsOf({
      steps: [step(1), step(2, { outcome: 'refused' })],
      problems: [problem(2), problem(2, { field: 'fields.status' })],
    });
    expect(all.map(({ entry, problems }) => [entry, problems.length])).toEqual([
      [1, 0],
      [2, 2],
    ]);
    expect(refused.map(({ entry }) => entry)).toEqual([2]);
  });

  test('of a file that could not be read has rows for what is wrong, in the order of the file', () => {
    const { all, general } = rowsOf({
      problems: [problem(9, { version: '9.0.0' }), problem(null), problem(3)],
    });
    expect(all.map(({ entry, version }) => [entry, version])).toEqual([
      [3, ''],
      [9, '9.0.0'],
    ]);
    expect(general).toHaveLength(1);
  });

  test('has what wants a look by itself: what cannot be sent, warnings, and what others changed', () => {
    const { look } = rowsOf({
      steps: [
        step(1),
        step(2, { outcome: 'blocked', findings: [finding('blocks')] }),
        step(3, { findings: [finding('warns')] }),
        step(4, { findings: [finding('tells')] }),
        step(5, { merged: ['The status was changed.'] }),
      ],
    });
    expect(look.map(({ entry }) => entry)).toEqual([2, 3, 5]);
  });

  test('counts the drafts: those that cannot be sent yet too, and none for what changes nothing', () => {
    const steps = [step(1), step(2, { outcome: 'blocked' }), step(3, { outcome: 'nothing' })];
    const { drafts, nothing } = rowsOf({ steps });
    expect(drafts).toBe(2);
    expect(nothing.map(({ entry }) => entry)).toEqual([3]);
  });

  test('counts those of a plan that are there already by themselves; a row of a CSV file changes its draft', () => {
    const steps = [step(1), step(2, { draftId: 'draft' }), step(3, { draftId: 'x', outcome: 'nothing' })];
    expect(rowsOf({ steps })).toMatchObject({ drafts: 1, there: 1 });
    expect(rowsOf({ steps }, 'csv')).toMatchObject({ drafts: 2, there: 0 });
  });
});

describe('a plan can be taken all the same', () => {
  const isTakeable = (problems: PlanProblem[]) => isOnlyStale({ batch: null, steps: [], problems });

  test('where others have changed what it changes, and nothing else is against it', () => {
    expect(isTakeable([problem(1, { kind: 'stale' }), problem(4, { kind: 'stale' })])).toBe(true);
    expect(isTakeable([problem(1, { kind: 'stale' }), problem(2)])).toBe(false);
    expect(isTakeable([])).toBe(false);
  });
});
