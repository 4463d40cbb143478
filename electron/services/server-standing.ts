import type { Clock } from '../clock.ts';
import { emptyRateWindow } from '../lukittu/rate-window.ts';
import { originOf } from '../lukittu/url.ts';
import type { Connection } from '../model/connection.ts';
import type { Pace } from '../publish/batch/pace.ts';
import type { InLine, Timing } from '../publish/batch/schedule.ts';
import { standingLine } from '../publish/batch/standing-line.ts';
import type { JobRecord } from '../publish/job-record.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';

interface Dependencies {
  readonly queued: () => readonly JobRecord[];
  readonly windows: RateWindowStore;
  readonly connections: { get(id: string): Connection };
  readonly pace: (connectionId: string) => Pace;
  readonly clock: Clock;
}

/**
 * Where the queue of a connection's server stands now, and how fast it moves: what a play of it starts from. Slots and
 * turns are shared by everything that goes to one server.
 *
 * @param counts which of the jobs there are looked at
 * @param beginsAt when a paused one goes on by itself, as `standingLine` asks
 */
export function serverStanding(
  connectionId: string,
  given: Dependencies,
  counts: (record: JobRecord) => boolean,
  beginsAt: (record: JobRecord) => number | null,
): { readonly line: readonly InLine[]; readonly timing: Timing } {
  const { queued, windows, connections, pace, clock } = given;
  const connection = connections.get(connectionId);
  const origin = originOf(connection.serverUrl);
  const there = queued().filter(
    (record) => counts(record) && originOf(connections.get(record.connectionId).serverUrl) === origin,
  );
  const { line, underWay } = standingLine(there, beginsAt);
  const timing = {
    underWay,
    windows: {
      update: windows.get(origin, 'update') ?? emptyRateWindow,
      create: windows.get(origin, 'create') ?? emptyRateWindow,
    },
    limit: connection.rateLimit,
    pace: pace(connectionId),
    now: clock.now(),
  };
  return { line, timing };
}
