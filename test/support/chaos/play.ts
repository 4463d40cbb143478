import { createHash, randomBytes } from 'node:crypto';
import type { DemoRelease } from '../../../electron/demo/state.ts';
import type { RateLimit } from '../../../electron/model/connection.ts';
import { createChance } from '../chance.ts';
import { createFakeClock } from '../fake-clock.ts';
import { startClientSide } from './client-side.ts';
import { happen } from './happenings.ts';
import { startServerSide } from './server-side.ts';
import { goOn, type Stage } from './stage.ts';
import { type Wanted, whatIsWrong } from './verdict.ts';

export interface Play {
  /** What must not have happened, in words. */
  readonly faults: readonly string[];
  readonly log: readonly string[];
  /** How each request ended that was to change something; with “+” where it did. */
  readonly requests: readonly string[];
}

const limits = {
  hosted: { count: 5, windowSeconds: 300 },
  narrow: { count: 2, windowSeconds: 60 },
  none: null,
} as const satisfies Record<string, RateLimit | null>;

/**
 * Several releases on their way through two connections to one server, while everything happens that can: answers
 * get lost, files too, the process dies, the clock is set, others use the address, and a person cannot leave it
 * alone. In the end it is let go, and everything has to be as it was meant.
 */
export async function play(seed: number): Promise<Play> {
  const chance = createChance(seed);
  const clock = createFakeClock();
  const limit = limits[chance.pick<keyof typeof limits>(['hosted', 'narrow', 'none'])];
  const server = await startServerSide(clock, limit);
  const client = await startClientSide(clock, chance.next);
  const log: string[] = [];
  const note = (what: string) => void log.push(`${new Date(clock.now()).toISOString()} ${what}`);
  const stage: Stage = { server, client, clock, chance, log, note, blindness: [] };
  try {
    const wanted = await queueAll(stage, limit);
    for (let round = 0; round < 200; round += 1) {
      if (chance.next() < 0.4) await happen(stage);
      await goOn(stage, chance.below(8));
    }
    await letGo(stage);
    const requests = server
      .sent()
      .map(({ method, status, outcome, applied }) => `${method} ${status ?? outcome}${applied ? '+' : ''}`);
    return { faults: await whatIsWrong(stage, wanted), log: stage.log, requests };
  } finally {
    await server.letGo();
    await client.close();
    await server.demo.close();
  }
}

/** Queues changes of releases of both teams. */
async function queueAll(stage: Stage, rateLimit: RateLimit | null): Promise<Wanted[]> {
  const { server, client, chance } = stage;
  const wanted: Wanted[] = [];
  for (const [nth, team] of server.teams.entries()) {
    const connectionId = await client.connect(server.demo.origin, team, rateLimit);
    const releases = server.releasesOf(team);
    for (const release of releases) {
      if (chance.next() < 0.7) wanted.push(await queueOne(stage, connectionId, release, null));
    }
    const [one] = releases;
    if (one) wanted.push(await queueOne(stage, connectionId, one, `9.${nth}.0`));
  }
  for (const connectionId of new Set(wanted.map((one) => one.connectionId))) {
    await client.services.handlers['jobs.resumeAll']({ connectionId }, []);
  }
  return wanted;
}

/** Queues a change of a release, or one that makes another of its product; it waits for all the others. */
async function queueOne(
  { client, chance }: Stage,
  connectionId: string,
  { id, productId, version, file }: DemoRelease,
  created: string | null,
): Promise<Wanted> {
  const bytes = chance.next() < 0.6 ? randomBytes(1 + chance.below(40_000)) : null;
  const note = `note ${chance.below(1_000_000)}`;
  const metadata = [{ key: 'note', value: note, locked: false }];
  const releaseId = created === null ? id : null;
  const fields = created === null ? { metadata } : { metadata, version: created };
  const jobId = await client.queue(connectionId, { productId, releaseId, fields, file: bytes });
  await client.services.handlers['jobs.pause']({ jobId }, []);
  const kept = created === null ? (file?.checksum ?? null) : null;
  const md5 = bytes ? createHash('md5').update(bytes).digest('hex') : kept;
  return { connectionId, releaseId, productId, version: created ?? version, note, md5 };
}

/** From here on nothing bad happens any more, and a person wants everything published. */
async function letGo(stage: Stage): Promise<void> {
  const { server, client } = stage;
  server.demo.faults.clear();
  await server.letGo();
  for (let rounds = 0; rounds < 20_000; rounds += 1) {
    const open = client.jobs().filter(({ state }) => state.at !== 'verified');
    if (open.length === 0) return;
    const { handlers } = client.services;
    for (const { id: jobId, connectionId, state } of open) {
      if (state.at === 'paused') await handlers['jobs.resume']({ jobId }, []);
      if (['failed', 'cancelled', 'blocked'].includes(state.at)) await handlers['jobs.retry']({ jobId }, []);
      // A key that was refused twice is called wrong until the server takes it again: a look at the team shows that it does.
      if (state.at === 'waiting' && state.reason === 'key') {
        await handlers['products.refresh']({ connectionId }, []);
      }
    }
    await goOn(stage, 1000);
  }
}
