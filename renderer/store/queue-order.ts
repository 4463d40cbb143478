import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';
import { isUnderWay } from '../../electron/model/job-standing.ts';

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

export function waitsForTurn({ state }: Job): boolean {
  return state.at === 'waiting' && state.reason === 'turn';
}

/** The version of the next job ahead in the line that goes before this one; null when there is none. */
export function versionAhead(jobs: readonly Job[], job: Job): string | null {
  const line = inOrder(jobs, useQueueOrder.getState().ids).filter(({ state }) => isUnderWay(state));
  return line[line.findIndex(({ id }) => id === job.id) - 1]?.version ?? null;
}
