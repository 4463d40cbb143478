import { create } from 'zustand';
import type { Job } from '../../electron/model/job.ts';
import { isActive } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import type { Forecasts } from './batch-standing.ts';
import { useJobs } from './jobs.ts';
import { useSession } from './session.ts';

/** When each job that is not over goes and is done, by its id; nothing while there is no network to go through. */
export const useForecast = create<{ readonly byId: Forecasts }>(() => ({ byId: new Map() }));

/** Keeps the forecast up to date until the returned function is called: it changes with every job, and with time. */
export function followForecast(): () => void {
  const stop = useJobs.subscribe(({ jobs }, former) =>
    askAfter(haveMoved(jobs, former.jobs) ? movedMs : bytesMs),
  );
  const stopSession = useSession.subscribe(({ online }, former) => {
    if (online !== former.online) askAfter(0);
  });
  return () => {
    stop();
    stopSession();
    clearTimeout(timer);
  };
}

/** Bytes move many times a second; a time of day is asked for once in one. */
const bytesMs = 1000;
/** A job that has come or stands elsewhere makes the times untrue at once; a burst of that is one question. */
const movedMs = 100;
/** While a job waits it is asked about anew even when nothing happens: somebody else may have used up the slots. */
const staleMs = 30_000;

/** Whether there are other jobs, or one stands elsewhere than before. */
function haveMoved(jobs: readonly Job[], former: readonly Job[]): boolean {
  if (jobs.length !== former.length) return true;
  return jobs.some((job, at) => {
    const before = former[at];
    return job !== before && (job.id !== before?.id || standing(job) !== standing(before));
  });
}

function standing({ state }: Job): string {
  if (state.at === 'waiting') return `${state.at} ${state.reason}`;
  return state.at === 'unknown' || state.at === 'verifying' ? `${state.at} ${state.until}` : state.at;
}

let isAsking = false;
let answeredAt = Number.NEGATIVE_INFINITY;
/** How long after the last answer the next question is wanted, in ms; null: no question is. */
let wantedMs: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks as soon as so much time (ms) has passed since the last answer; the shortest that is wanted counts. */
function askAfter(ms: number): void {
  wantedMs = Math.min(wantedMs ?? ms, ms);
  if (isAsking) return;
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), Math.max(0, answeredAt + wantedMs - performance.now()));
}

async function ask(): Promise<void> {
  wantedMs = null;
  const { connectionId, jobs } = useJobs.getState();
  if (connectionId === null || !jobs.some(isActive) || !useSession.getState().online) {
    if (useForecast.getState().byId.size > 0) useForecast.setState({ byId: new Map() });
    return;
  }
  isAsking = true;
  const answer = await call('jobs.forecast', { connectionId });
  isAsking = false;
  answeredAt = performance.now();
  const isWanted = useJobs.getState().connectionId === connectionId && useSession.getState().online;
  if (answer.ok && isWanted) {
    useForecast.setState({ byId: new Map(answer.value.map((forecast) => [forecast.jobId, forecast])) });
  }
  askAfter(wantedMs ?? staleMs);
}
