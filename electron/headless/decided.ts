import type { Finding } from '../model/draft.ts';
import type { PlanReport, PlanStep } from '../model/plan.ts';
import type { OnConflict } from './args.ts';

/**
 * What a plan comes to when nobody is asked: where others changed the same field, `--on-conflict` decides. With `stop`
 * such a plan has problems, and no steps with conflicts.
 */
export function decided(report: PlanReport, onConflict: OnConflict): PlanReport {
  if (onConflict === 'stop') return report;
  return { ...report, steps: report.steps.map((step) => decidedStep(step, onConflict)) };
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
