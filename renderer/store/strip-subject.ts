import type { Job } from '../../electron/model/job.ts';
import { isActive, isUnderWay } from '../../electron/model/job-standing.ts';
import { needsPerson } from './job-progress.ts';
import { foremost } from './which-job.ts';

/** What is worth a line at the foot of the window. */
type StripSubject =
  | {
      readonly is: 'job';
      readonly job: Job;
      /** How many more wait, or for a person; those of its batch are not among them. */
      readonly more: number;
    }
  /** A batch of several of which nothing is on its way any more: how it ended says more than any one of its jobs. */
  | {
      readonly is: 'batch';
      readonly batchId: string;
      /** All of its jobs, in the order of the line. */
      readonly jobs: readonly Job[];
      readonly more: number;
    };

/** How long (ms) good news stays in the strip; the queue keeps it. */
export const goodNewsMs = 12_000;

/** `jobs` in the order of the line; `seen` has the news (`newsOf`) that was dismissed; `now` in ms. */
export function stripSubject(
  jobs: readonly Job[],
  seen: ReadonlySet<string>,
  now: number,
): StripSubject | null {
  const shown = jobs.filter(
    (job) => !seen.has(newsOf(job)) && (isUnderWay(job.state) || needsPerson(job.state) || isNews(job, now)),
  );
  const job = foremost(shown);
  if (job === null) return null;
  const { batch } = job;
  const others = shown.filter(({ id, state }) => id !== job.id && state.at !== 'verified');
  if (batch === null) return { is: 'job', job, more: others.length };
  const more = others.filter((other) => other.batch?.id !== batch.id).length;
  const together = jobs.filter((other) => other.batch?.id === batch.id);
  if (together.length < 2 || together.some(isActive)) return { is: 'job', job, more };
  return { is: 'batch', batchId: batch.id, jobs: together, more };
}

/** Names where a job stands: when it is tried again and ends the same way, that is news. */
export function newsOf({ id, state, attempts }: Job): string {
  return `${id} ${state.at} ${attempts}`;
}

/** Verified a moment ago. */
function isNews({ state }: Job, now: number): boolean {
  return state.at === 'verified' && now - Date.parse(state.finishedAt) < goodNewsMs;
}
