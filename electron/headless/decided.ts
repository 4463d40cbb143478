import type { Finding } from '../model/draft.ts';
import type { PlanProblem, PlanReport, PlanStep } from '../model/plan.ts';
import type { OnConflict } from './args.ts';

/**
 * What a plan comes to when nobody is asked: where others changed the same field, `--on-conflict` decides. With `stop`
 * such a plan has problems, and no steps with conflicts.
 */
export function decided(report: PlanReport, onConflict: OnConflict): PlanReport {
  if (onConflict === 'stop') return { ...report, problems: report.problems.map(withOption) };
  return { ...report, steps: report.steps.map((step) => decidedStep(step, onConflict)) };
}

/** How it is said here whose value counts. */
function withOption(problem: PlanProblem): PlanProblem {
  if (problem.kind !== 'stale') return problem;
  const remedy =
    'Plan this release again from what the server holds, or say with --on-conflict=mine or --on-conflict=theirs whose value counts.';
  return { ...problem, remedy };
}

function decidedStep(step: PlanStep, onConflict: 'mine' | 'theirs'): PlanStep {
  const conflicts = step.changes.filter(({ change }) => change === 'conflict');
  if (conflicts.length === 0) return step;
  const words = { mine: 'The plan’s value counts', theirs: 'It stays so' }[onConflict];
  const told = conflicts.map(
    ({ part, label, server }): Finding => ({
      rule: 'conflict',
      severity: 'warns',
      part,
      message: `${label}: others have made it “${server}” since. ${words}, as --on-conflict=${onConflict} says.`,
      fix: null,
    }),
  );
  const changes = step.changes.filter(({ change }) => change !== 'conflict' || onConflict === 'mine');
  return {
    ...step,
    outcome: step.outcome === 'change' && changes.length === 0 ? 'nothing' : step.outcome,
    changes,
    findings: [...told, ...step.findings.filter(({ rule }) => rule !== 'conflict')],
  };
}
