import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';

/** The ids of the jobs in the order of the line, as the main process last told it. */
export const useQueueOrder = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

/** Takes over the order of a list as the main process gives it. */
export function adoptOrder(jobs: readonly Job[]): void {
  useQueueOrder.setState({ ids: jobs.map(({ id }) => id) });
}

/** The jobs, which are newest first, as they stand in line; those the order does not know yet come last. */
export function inOrder(jobs: readonly Job[], ids: readonly string[]): readonly Job[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ id }: Job) => places.get(id) ?? ids.length;
  return jobs.toReversed().sort((a, b) => placeOf(a) - placeOf(b));
}
