import { setImmediate as turn } from 'node:timers/promises';
import type { JobRecord } from '../../../electron/publish/job-record.ts';
import type { Chance } from '../chance.ts';
import type { FakeClock } from '../fake-clock.ts';
import type { ClientSide } from './client-side.ts';
import type { ServerSide } from './server-side.ts';

export interface Stage {
  readonly server: ServerSide;
  readonly client: ClientSide;
  readonly clock: FakeClock;
  readonly chance: Chance;
  /** What has happened, for whoever looks into a seed that failed. */
  readonly log: string[];
  note(what: string): void;
  /** What the app could not know of, and when by the server's clock. */
  readonly blindness: {
    readonly at: number;
    readonly of: 'clock set forward' | 'clock set back' | 'lost answer';
  }[];
}

/** A server may be at work on a request whose client went away for as long, in ms: docs/lukittu.md. */
const longestAtWork = 32_000;

/** Lets what is under way go on for so many turns, and when everybody waits, time go by to what is waited for. */
export async function goOn({ server, client, clock, chance }: Stage, turns: number): Promise<void> {
  const waitsForHeld = ({ releaseId, phase }: JobRecord): boolean =>
    (phase.at === 'sending' || phase.at === 'answering') && server.isHeld(releaseId);
  for (let left = turns; client.atWork().some((job) => !waitsForHeld(job)); left -= 1) {
    if (left <= 0) return;
    await turn();
  }
  const isAbandoned = client.atWork().filter(waitsForHeld).length < server.heldCount();
  const until = isAbandoned ? server.heldUntil(clock.now() + longestAtWork) : clock.now() + 30_000;
  const [next = until] = clock.due();
  await clock.advance(Math.max(1, Math.min(until, next) - clock.now()));
  if (isAbandoned ? clock.now() >= until : chance.next() < 0.2) await server.letGo();
}
