import type { Job } from '../../../electron/model/job.ts';
import { isUnderWay } from '../../../electron/model/job-standing.ts';
import { useEditor } from '../../store/editor.ts';
import { useJobs } from '../../store/jobs.ts';
import { jobOf } from '../../store/which-job.ts';

/** The job that publishes what is open, or last did. */
export function useEditorJob(): Job | null {
  const subject = useEditor((state) => state.subject);
  const draft = useEditor((state) => state.draft);
  return useJobs((state) => jobOf(state.jobs, subject, draft));
}

/** Whether what is open may not be edited, because it is on its way to the server. */
export function useIsLocked(): boolean {
  const job = useEditorJob();
  return job !== null && isUnderWay(job.state);
}
