import type { Result } from '../../electron/model/failure.ts';
import type { Job } from '../../electron/model/job.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { announce } from './announcements.ts';
import { adoptJob, dismissJob, useJobs } from './jobs.ts';
import { notifyFailure } from './notices.ts';
import { adoptOrder, inOrder, useQueueOrder } from './queue-order.ts';
import { finishedJobs } from './queue-standing.ts';

/** Stops the whole queue before its next request. */
export async function pauseAll(): Promise<void> {
  const { connectionId } = useJobs.getState();
  if (connectionId === null) return;
  if (adoptAll(await call('jobs.pauseAll', { connectionId }))) announce(texts.queue.allPaused);
}

export async function resumeAll(): Promise<void> {
  const { connectionId } = useJobs.getState();
  if (connectionId === null) return;
  if (adoptAll(await call('jobs.resumeAll', { connectionId }))) announce(texts.queue.allResumed);
}

/** Takes what is over and went as it should off the list. */
export function clearFinished(): void {
  for (const { id } of finishedJobs(useJobs.getState().jobs)) void dismissJob(id);
}

/** Changes places with the neighbour in the line, and says where the job stands now. */
export async function moveJob(job: Job, to: 'earlier' | 'later'): Promise<void> {
  if (!canMove(job, to)) return;
  if (!adoptAll(await call('jobs.move', { jobId: job.id, to }))) return;
  const { place, of } = placeInLine(job);
  announce(texts.queue.moved(shown(job.version), count(place), count(of)));
}

/** Only what has not begun can change places. */
export function canMove(job: Job, to: 'earlier' | 'later'): boolean {
  if (job.state.at !== 'waiting' && job.state.at !== 'paused') return false;
  const { place, of } = placeInLine(job);
  return to === 'earlier' ? place > 1 : place < of;
}

/** The place of a job among those that are not over, from 1; 0 when it is not among them. */
export function placeInLine({ id }: Job): { readonly place: number; readonly of: number } {
  const line = inOrder(useJobs.getState().jobs, useQueueOrder.getState().ids).filter(isActive);
  return { place: line.findIndex((job) => job.id === id) + 1, of: line.length };
}

function adoptAll(answer: Result<Job[]>): boolean {
  if (!answer.ok) notifyFailure(answer.failure);
  else {
    for (const job of answer.value) adoptJob(job);
    adoptOrder(answer.value);
  }
  return answer.ok;
}
