import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { PlanReport } from '../../electron/model/plan.ts';
import { importPlan, type PlanFile } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { openBatch, rereadBatches, useBatches } from './batches.ts';
import { rereadNow } from './changed-drafts.ts';
import { useConnections } from './connections.ts';
import { notify } from './notices.ts';

type PlanImport = {
  /** The plan that is looked at; null while none is. */
  readonly file: PlanFile | null;
  readonly isBusy: boolean;
  /** What it would do; nothing is made before it has been looked at. */
  readonly report: PlanReport | null;
  readonly failure: Failure | null;
  /** What to do where the server has moved on since the plan was made. */
  readonly onStale: 'refuse' | 'take';
};

const none: PlanImport = { file: null, isBusy: false, report: null, failure: null, onStale: 'refuse' };

/** A plan file on its way in. */
export const usePlanImport = create<PlanImport>(() => none);

/** Reads a plan and shows what it would do. */
export async function lookAtPlan(file: PlanFile, onStale: PlanImport['onStale'] = 'refuse'): Promise<void> {
  const { currentId: connectionId } = useConnections.getState();
  if (connectionId === null) return;
  usePlanImport.setState({ ...none, file, isBusy: true, onStale });
  const answer = await importPlan({ connectionId, onStale, commit: false }, file);
  if (usePlanImport.getState().file !== file) return;
  if (answer.ok) usePlanImport.setState({ isBusy: false, report: answer.value });
  else usePlanImport.setState({ isBusy: false, failure: answer.failure });
}

/** Makes the drafts and their batch: all of them, or none and why. */
export async function makeDrafts(): Promise<void> {
  const { file, onStale } = usePlanImport.getState();
  const { currentId: connectionId } = useConnections.getState();
  if (file === null || connectionId === null) return;
  const former = new Set(useBatches.getState().batches.map(({ id }) => id));
  usePlanImport.setState({ isBusy: true, failure: null });
  const answer = await importPlan({ connectionId, onStale, commit: true }, file);
  if (!answer.ok) return usePlanImport.setState({ isBusy: false, failure: answer.failure });
  if (answer.value.problems.length > 0) {
    return usePlanImport.setState({ isBusy: false, report: answer.value });
  }
  closePlan();
  const made = answer.value.steps.flatMap(({ draftId }) => draftId ?? []);
  notify({ tone: 'success', message: texts.plans.made(made.length, count(made.length)) });
  await rereadNow(made);
  await rereadBatches();
  const batch = useBatches.getState().batches.find(({ id }) => !former.has(id));
  if (batch !== undefined) openBatch(batch.id);
}

export function closePlan(): void {
  usePlanImport.setState(none);
}
