import { create } from 'zustand';
import { isActive } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import type { Forecasts } from './batch-standing.ts';
import { useJobs } from './jobs.ts';

/** When each job that is not over goes and is done, by its id. */
export const useForecast = create<{ readonly byId: Forecasts }>(() => ({ byId: new Map() }));

/** Keeps the forecast up to date until the returned function is called: it changes with every job, and with time. */
export function followForecast(): () => void {
  const stop = useJobs.subscribe(() => ask());
  const timer = setInterval(ask, staleMs);
  return () => {
    stop();
    clearInterval(timer);
  };
}

/** Bytes move many times a second; a time of day is asked for once in one. */
const gatherMs = 1000;
/** What waits is asked about anew even when nothing happens: somebody else may have used up the slots. */
const staleMs = 30_000;
let isAsking = false;
let askAgain = false;

function ask(): void {
  if (isAsking) {
    askAgain = true;
    return;
  }
  const { connectionId, jobs } = useJobs.getState();
  if (connectionId === null || !jobs.some(isActive)) {
    if (useForecast.getState().byId.size > 0) useForecast.setState({ byId: new Map() });
    return;
  }
  isAsking = true;
  void read(connectionId).finally(() =>
    setTimeout(() => {
      isAsking = false;
      if (!askAgain) return;
      askAgain = false;
      ask();
    }, gatherMs),
  );
}

async function read(connectionId: string): Promise<void> {
  const answer = await call('jobs.forecast', { connectionId });
  if (!answer.ok || useJobs.getState().connectionId !== connectionId) return;
  useForecast.setState({ byId: new Map(answer.value.map((forecast) => [forecast.jobId, forecast])) });
}
