import type { EventPayload } from '../../electron/contract.ts';
import { announce } from './announcements.ts';
import { notify } from './notices.ts';

/** Shows what the main process tells; where the job that says the same is looked at, it is only read out. */
export function adoptNotice({ isOnJob, ...notice }: EventPayload<'notice'>): void {
  if (isOnJob && notice.about !== null && isLookedAt(notice.about)) announce(notice.message);
  else notify(notice);
}

/** Whether the editor shows how a job fares. */
function isLookedAt(jobId: string): boolean {
  return document.querySelector(`[data-job="${CSS.escape(jobId)}"]`)?.checkVisibility() === true;
}
