import type { Batch } from '../../electron/model/batch.ts';
import type { Job } from '../../electron/model/job.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { type BatchStanding, batchStanding } from './batch-standing.ts';
import { useBatches } from './batches.ts';
import { useEditor } from './editor.ts';
import { useJobs } from './jobs.ts';
import { useNavigation } from './navigation.ts';
import { inOrder, useQueueOrder } from './queue-order.ts';
import { selectedAmong, useSelectedJob } from './selected-job.ts';
import { jobOf } from './which-job.ts';

/** What commands are about that speak of one job or one batch: what is looked at in the place that is shown. */

/** The job chosen in the queue; elsewhere that of what is open. */
export function jobAtHand(): Job | null {
  const { place, subjects } = useNavigation.getState();
  const { jobs } = useJobs.getState();
  if (place === 'queue') {
    const line = inOrder(jobs, useQueueOrder.getState().ids);
    return selectedAmong(line, useSelectedJob.getState().id, subjects.queue) ?? null;
  }
  const { subject, draft } = useEditor.getState();
  return jobOf(jobs, subject, draft);
}

/** A batch that is put together, or one that was queued; null for none. */
export type BatchAtHand =
  | { readonly at: 'drafts'; readonly batch: Batch }
  | { readonly at: 'queue'; readonly batchId: string; readonly phase: BatchStanding['phase'] };

/** The batch that is shown among the drafts; in the queue the one chosen, that of the job chosen, or the only one there. */
export function batchAtHand(): BatchAtHand | null {
  const { batches } = useBatches.getState();
  const batchId = shownBatchId();
  if (batchId === null) return null;
  const batch = batches.find(({ id }) => id === batchId);
  const jobs = useJobs.getState().jobs.filter((job) => job.batch?.id === batchId);
  if (batch !== undefined && !jobs.some(isActive)) return { at: 'drafts', batch };
  if (jobs.length === 0) return null;
  // When it is done is not asked here.
  const { phase } = batchStanding(jobs, batch?.startAt ?? null, new Map());
  return { at: 'queue', batchId, phase };
}

function shownBatchId(): string | null {
  const { place, subjects } = useNavigation.getState();
  if (place === 'drafts') return useBatches.getState().openId;
  if (place !== 'queue') return null;
  if (subjects.queue !== null) return jobAtHand()?.batch?.id ?? null;
  return useSelectedJob.getState().batch?.id ?? onlyBatchUnderWay();
}

/** Whoever has just published a batch has chosen nothing in the queue yet. */
function onlyBatchUnderWay(): string | null {
  const { jobs } = useJobs.getState();
  const [id, ...others] = new Set(jobs.filter(isActive).flatMap(({ batch }) => batch?.id ?? []));
  return others.length === 0 ? (id ?? null) : null;
}
