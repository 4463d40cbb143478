import { useMemo } from 'react';
import type { Job } from '../../../electron/model/job.ts';
import { type BatchStanding, batchStanding } from '../../store/batch-standing.ts';
import { useBatches } from '../../store/batches.ts';
import { useForecast } from '../../store/forecast.ts';
import { useJobs } from '../../store/jobs.ts';
import { inOrder, useQueueOrder } from '../../store/queue-order.ts';

type RunningBatch = {
  /** As it is called now; as it was when it was queued, where it is gone. */
  readonly name: string;
  /** In the order of the line. */
  readonly jobs: readonly Job[];
  readonly standing: BatchStanding;
};

/** How a batch stands that was queued; null for one that has no jobs. */
export function useBatchStanding(batchId: string | null): RunningBatch | null {
  const all = useJobs((state) => state.jobs);
  const order = useQueueOrder((state) => state.ids);
  const forecasts = useForecast((state) => state.byId);
  const batch = useBatches(({ batches }) => batches.find(({ id }) => id === batchId));
  const jobs = useMemo(
    () =>
      batchId === null
        ? []
        : inOrder(
            all.filter((job) => job.batch?.id === batchId),
            order,
          ),
    [all, order, batchId],
  );
  const startAt = batch?.startAt ?? null;
  return useMemo(() => {
    const [first] = jobs;
    if (first === undefined) return null;
    const name = batch?.name ?? first.batch?.name ?? '';
    return { name, jobs, standing: batchStanding(jobs, startAt, forecasts) };
  }, [jobs, batch, startAt, forecasts]);
}
