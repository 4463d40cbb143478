import { isUnderWay } from '../../../electron/model/job-standing.ts';
import { useDrafts } from '../../store/drafts.ts';
import { useJobs } from '../../store/jobs.ts';

/** How many drafts there are to work on, as soon as that is known. One on its way is counted by the queue. */
export function useOpenDraftCount(): number {
  const { drafts, known } = useDrafts();
  const jobs = useJobs((state) => state.jobs);
  const sent = new Set(jobs.filter(({ state }) => isUnderWay(state)).map(({ draftId }) => draftId));
  if (!known) return 0;
  return drafts.filter(({ id }) => !sent.has(id)).length;
}
