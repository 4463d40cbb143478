import { useMemo } from 'react';
import { isUnderWay } from '../../../electron/model/job-standing.ts';
import { useJobs } from '../../store/jobs.ts';

/** The drafts that are on their way to the server: those the queue counts, and nobody can edit. */
export function useDraftsInQueue(): ReadonlySet<string> {
  const jobs = useJobs((state) => state.jobs);
  return useMemo(
    () => new Set(jobs.filter(({ state }) => isUnderWay(state)).map(({ draftId }) => draftId)),
    [jobs],
  );
}
