import type { Finding } from '../model/draft.ts';
import type { PlanStep } from '../model/plan.ts';

/** A step with what preflight says of it; what blocks keeps it from being sent. */
export function withFindings(step: PlanStep, findings: Finding[]): PlanStep {
  const isBlocked = step.outcome === 'change' && findings.some(({ severity }) => severity === 'blocks');
  return { ...step, outcome: isBlocked ? 'blocked' : step.outcome, findings };
}
