import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { ConflictChoice, Job } from '../../electron/model/job.ts';
import { call } from '../api.ts';
import { announceJob } from './announce-job.ts';
import { adoptJobElsewhere } from './jobs-elsewhere.ts';
import { notifyFailure, withdrawNotices } from './notices.ts';
import { adoptOrder } from './queue-order.ts';
import { byNewest, madeGoodBy } from './which-job.ts';

type Jobs = {
  readonly connectionId: string | null;
  readonly jobs: readonly Job[];
  /** False until they were read once; those that have changed since may be there before. */
  readonly known: boolean;
  /** Why the last reading failed; null when it did not. */
  readonly failure: Failure | null;
};

const none: Jobs = { connectionId: null, jobs: [], known: false, failure: null };

/** The queue of the team that is shown, newest first. */
export const useJobs = create<Jobs>(() => none);

/** Shows a team's queue; what is shown of the same team stays until the answer is there. */
export async function openJobs(connectionId: string | null): Promise<void> {
  if (useJobs.getState().connectionId !== connectionId) useJobs.setState({ ...none, connectionId });
  if (connectionId === null) return;
  const answer = await call('jobs.list', { connectionId });
  if (useJobs.getState().connectionId !== connectionId) return;
  if (!answer.ok) return useJobs.setState({ failure: answer.failure });
  adoptOrder(answer.value);
  useJobs.setState({ jobs: answer.value.toSorted(byNewest), known: true, failure: null });
}

/** Takes over a job's new state. */
export function adoptJob(job: Job): void {
  const { connectionId, jobs } = useJobs.getState();
  if (job.connectionId !== connectionId) {
    // Before a team is shown at all, nothing is elsewhere.
    if (connectionId !== null) adoptJobElsewhere(job);
    return;
  }
  const former = jobs.find(({ id }) => id === job.id);
  announceJob(former ?? null, job);
  if (job.state.at === 'verified') withdrawNotices(job.id);
  // A batch that goes on is not stopped any more.
  if (job.batch !== null && former?.state.at === 'paused' && job.state.at !== 'paused')
    withdrawNotices(job.batch.id);
  for (const { id } of madeGoodBy(jobs, job)) void dismissJob(id);
  // With a draft's new job, the main process has let go of what came to nothing before.
  const others = jobs.filter(({ draftId }) => draftId !== job.draftId);
  useJobs.setState({
    jobs: former === undefined ? [job, ...others] : jobs.map((each) => (each.id === job.id ? job : each)),
  });
}

export async function cancelJob(jobId: string): Promise<void> {
  settle(await call('jobs.cancel', { jobId }));
}

export async function retryJob(jobId: string): Promise<void> {
  settle(await call('jobs.retry', { jobId }));
}

/** Stops a job before its next request. */
export async function pauseJob(jobId: string): Promise<void> {
  settle(await call('jobs.pause', { jobId }));
}

export async function resumeJob(jobId: string): Promise<void> {
  settle(await call('jobs.resume', { jobId }));
}

export async function resolveJob(jobId: string, choices: Record<string, ConflictChoice>): Promise<void> {
  settle(await call('jobs.resolve', { jobId, choices }));
}

/** Takes a finished job off the list. */
export async function dismissJob(jobId: string): Promise<void> {
  const answer = await call('jobs.dismiss', { jobId });
  // One that is gone already is what was wanted.
  if (!answer.ok && answer.failure.kind !== 'not-known') return notifyFailure(answer.failure);
  withdrawNotices(jobId);
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== jobId) }));
}

function settle(answer: Awaited<ReturnType<typeof call<'jobs.cancel'>>>): void {
  if (answer.ok) adoptJob(answer.value);
  else notifyFailure(answer.failure);
}
