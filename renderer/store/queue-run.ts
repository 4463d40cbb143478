import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { useJobs } from './jobs.ts';

/** The jobs since the queue was last at rest: what "3 of 8" is counted of. */
export const useRun = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

/** The run after a change of the queue: over with its last active job, and longer by every new one. */
function nextRun(run: ReadonlySet<string>, jobs: readonly Job[]): ReadonlySet<string> {
  const active = jobs.filter(isActive).map(({ id }) => id);
  if (active.length === 0) return run.size === 0 ? run : new Set();
  return active.every((id) => run.has(id)) ? run : new Set([...run, ...active]);
}

/** Keeps the run up to date until the returned function is called. */
export function followRun(): () => void {
  return useJobs.subscribe(({ jobs }) => {
    const { ids } = useRun.getState();
    const next = nextRun(ids, jobs);
    if (next !== ids) useRun.setState({ ids: next });
  });
}
