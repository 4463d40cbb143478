import type { Clock } from '../clock.ts';
import { emptyRateWindow } from '../lukittu/rate-window.ts';
import { originOf } from '../lukittu/url.ts';
import type { Connection } from '../model/connection.ts';
import type { JobForecast } from '../model/job.ts';
import type { Pace } from '../publish/batch/pace.ts';
import { schedule } from '../publish/batch/schedule.ts';
import { standingLine } from '../publish/batch/standing-line.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { isOver } from '../publish/job-view.ts';
import type { BatchStore } from '../store/batches.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';

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
  const { batches, windows, connections, clock } = given;
  return (connectionId) => {
    const connection = connections.get(connectionId);
    const origin = originOf(connection.serverUrl);
    // Slots and turns are shared by everything that goes to one server.
    const records = given
      .queued()
      .filter(
        (record) => !isOver(record) && originOf(connections.get(record.connectionId).serverUrl) === origin,
      );
    const startOf = createStarts(batches);
    const { line, underWay } = standingLine(records, startOf);
    const { times } = schedule(line.slice(0, mostForecast), {
      underWay,
      windows: {
        update: windows.get(origin, 'update') ?? emptyRateWindow,
        create: windows.get(origin, 'create') ?? emptyRateWindow,
      },
      limit: connection.rateLimit,
      pace: given.pace(connectionId),
      now: clock.now(),
    });
    return records
      .filter((record) => record.connectionId === connectionId)
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
