import type { Clock } from '../clock.ts';
import { type Pace, paceOf } from '../publish/batch/pace.ts';
import type { HistoryStore } from '../store/history.ts';

/** How many of the newest attempts tell the pace of a server. */
const attemptsForPace = 200;
/** A pace changes slowly, and reading so many attempts takes a while. */
const keptMs = 60_000;

/** How fast the server of a connection takes releases, as its newest attempts tell. */
export function createServerPace(history: HistoryStore, clock: Clock): (connectionId: string) => Pace {
  const known = new Map<string, { readonly pace: Pace; readonly at: number }>();
  return (connectionId) => {
    const last = known.get(connectionId);
    const now = clock.now();
    if (last && now >= last.at && now - last.at < keptMs) return last.pace;
    const pace = paceOf(history.list(connectionId, attemptsForPace));
    known.set(connectionId, { pace, at: now });
    return pace;
  };
}
