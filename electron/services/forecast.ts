import type { Clock } from '../clock.ts';
import type { Connection } from '../model/connection.ts';
import type { JobForecast } from '../model/job.ts';
import type { Pace } from '../publish/batch/pace.ts';
import { schedule } from '../publish/batch/schedule.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { isOver } from '../publish/job-view.ts';
import type { BatchStore } from '../store/batches.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';
import { serverStanding } from './server-standing.ts';

interface Dependencies {
  queued: () => readonly JobRecord[];
  batches: BatchStore;
  windows: RateWindowStore;
  connections: { get(id: string): Connection };
  pace: (connectionId: string) => Pace;
  clock: Clock;
}

/** With a limit, what stands further back is a day away: nobody waits for the minute of it. */
const mostForecast = 2000;

/** Says of each job of a connection that is not over when its turn comes and when it will be verified. */
export function createForecaster(given: Dependencies): (connectionId: string) => JobForecast[] {
  return (connectionId) => {
    const isStanding = (record: JobRecord): boolean => !isOver(record);
    const { line, timing } = serverStanding(connectionId, given, isStanding, createStarts(given.batches));
    const { times } = schedule(line.slice(0, mostForecast), timing);
    return given
      .queued()
      .filter((record) => isStanding(record) && record.connectionId === connectionId)
      .map(({ id }) => {
        const at = times.get(id);
        return { jobId: id, goesAt: isoOf(at?.goesAt), doneAt: isoOf(at?.doneAt) };
      });
  };
}

/** When the batches of paused jobs begin, each looked up once. */
function createStarts(batches: BatchStore): (record: JobRecord) => number | null {
  const known = new Map<string, number | null>();
  return ({ batch }) => {
    if (batch === null) return null;
    const found = known.get(batch.id);
    if (found !== undefined) return found;
    const startAt = batches.get(batch.id)?.startAt ?? null;
    const at = startAt === null ? null : Date.parse(startAt);
    known.set(batch.id, at);
    return at;
  };
}

const isoOf = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();
