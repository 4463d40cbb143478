import { useDrafts } from '../../store/drafts.ts';
import { isUnderWay } from '../../store/job-progress.ts';
import { useJobs } from '../../store/jobs.ts';

/** How many drafts there are to work on. One on its way to the server is counted by the queue. */
export function useOpenDraftCount(): number {
  const drafts = useDrafts((state) => state.drafts);
  const jobs = useJobs((state) => state.jobs);
  const sent = new Set(jobs.filter(({ state }) => isUnderWay(state)).map(({ draftId }) => draftId));
  return drafts.filter(({ id }) => !sent.has(id)).length;
}
