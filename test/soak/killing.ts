import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chance, createChance } from '../support/chance.ts';
import { publisherBundle } from './bundle.ts';
import { type Given, startLife, type Told } from './life.ts';
import { type Scenario, scenarioBy, smallScenario } from './scenario.ts';
import { md5Of, type SoakServer, startSoakServer } from './soak-server.ts';
import { faultsOf } from './verdict.ts';

/** What one batch went through, and what is wrong with the outcome: nothing, when all is as it must be. */
export interface SoakRun {
  readonly kills: number;
  /** Kills while a request was under way: the ones that matter. */
  readonly killsInFlight: number;
  /** What was sent that changes something, and how often at most for one release. */
  readonly requests: number;
  readonly mostSends: number;
  /** Those among them whose answer nobody heard, and those of these that were applied all the same. */
  readonly unheard: number;
  readonly appliedUnheard: number;
  /** Old files that were lost, and spoken of. */
  readonly lostFiles: number;
  readonly faults: readonly string[];
}

/** A life is cut at a random moment up to this many ms, or so long after a request has come in. */
const longestLifeMs = 1500;
const longestAfterRequestMs = 100;
/** A life that ends by itself ends within this many ms. */
const patienceMs = 120_000;
/** A request whose client was killed is worked on no longer than this, in ms: many times what this server takes. */
const settleMs = 1200;
const artifactBytes = 400_000;

/** Lives that are cut short, at most; then it is left to finish. */
const mostKills = 6;

/**
 * Publishes a batch of eight whose process is killed (SIGKILL) at random moments, so many times unless it is done
 * before, and started again until it is.
 */
export async function runWithKills(seed: number, wanted: number | null = null): Promise<SoakRun> {
  const chance = createChance(seed);
  const scenario = scenarioBy(chance);
  const most = wanted ?? 1 + chance.below(mostKills);
  return run(scenario, async ({ server, given, publisher }, told) => {
    let kills = 0;
    let killsInFlight = 0;
    for (;;) {
      const life = startLife(publisher, { ...given, writes: null });
      const moment = kills < most ? whenToKill(chance, server) : after(patienceMs);
      const code = await Promise.race([life.ended, moment]);
      if (code === 'now') {
        if (server.isAtWork()) killsInFlight += 1;
        life.child.kill('SIGKILL');
      }
      const ended = await life.ended;
      told.push(...life.told);
      if (ended === 0) return { kills, killsInFlight, broken: null };
      if (ended !== null)
        return { kills, killsInFlight, broken: `the app ended with ${ended}: ${life.errors()}` };
      if (kills === most) return { kills, killsInFlight, broken: `not done after ${patienceMs} ms` };
      kills += 1;
      // The next life begins while the server may still be at work on what the last one sent, or when it is not.
      if (chance.next() < 0.5) await server.demo.settled();
    }
  });
}

/** As `runWithKills`, of a small batch whose process ends by itself after so many writes to its database. */
export async function runDyingAfter(writes: number): Promise<SoakRun> {
  return run(smallScenario, async ({ server, given, publisher }, told) => {
    let kills = 0;
    for (const limit of [writes, null]) {
      const life = startLife(publisher, { ...given, writes: limit });
      const ended = await life.ended;
      told.push(...life.told);
      if (ended === 0) return { kills, killsInFlight: 0, broken: null };
      if (ended !== null)
        return { kills, killsInFlight: 0, broken: `the app ended with ${ended}: ${life.errors()}` };
      kills += 1;
      await server.demo.settled();
    }
    return { kills, killsInFlight: 0, broken: 'it was killed by nobody' };
  });
}

interface Stage {
  readonly server: SoakServer;
  readonly given: Omit<Given, 'writes'>;
  /** The program that is killed. */
  readonly publisher: string;
}

interface Lives {
  readonly kills: number;
  readonly killsInFlight: number;
  /** Why it did not come to an end. */
  readonly broken: string | null;
}

async function run(
  scenario: Scenario,
  live: (stage: Stage, told: Told[]) => Promise<Lives>,
): Promise<SoakRun> {
  const publisher = await publisherBundle();
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-soak-'));
  const server = await startSoakServer(scenario);
  const { demo, products } = server;
  const artifacts = join(folder, 'artifacts');
  const md5s = makeArtifacts(artifacts, scenario);
  const told: Told[] = [];
  try {
    const given = {
      dataFolder: join(folder, 'data'),
      artifacts,
      serverUrl: demo.origin,
      teamId: demo.teamId,
      apiKey: demo.apiKey,
      products: [...products],
      rateLimit: scenario.limit,
      changes: [...scenario.changes],
      settleMs,
    };
    const { kills, killsInFlight, broken } = await live({ server, given, publisher }, told);
    await demo.settled();
    const lostFiles = told.filter((one) => 'notice' in one && one.notice.includes('has lost')).length;
    const sent = demo.requests.filter(({ method }) => method !== 'GET');
    const unheard = sent.filter(({ outcome }) => outcome !== 'answered');
    return {
      kills,
      killsInFlight,
      requests: sent.length,
      mostSends: Math.max(...scenario.changes.map((change) => server.requestsOf(change).length)),
      unheard: unheard.length,
      appliedUnheard: unheard.filter(({ applied }) => applied).length,
      lostFiles,
      faults: broken === null ? faultsOf(server, scenario, { told, md5s, kills }) : [broken],
    };
  } finally {
    await demo.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function makeArtifacts(folder: string, { changes }: Scenario): Map<string, string> {
  mkdirSync(folder);
  return new Map(
    changes.flatMap(({ file }) => {
      if (file === null) return [];
      const bytes = randomBytes(artifactBytes);
      writeFileSync(join(folder, file), bytes);
      return [[file, md5Of(bytes)]];
    }),
  );
}

/** At any moment, or a moment after one of the next requests has come in. */
async function whenToKill(chance: Chance, server: SoakServer): Promise<'now'> {
  if (chance.next() < 0.25) return after(chance.below(longestLifeMs));
  for (let left = 1 + chance.below(3); left > 0; left -= 1) await server.nextChange();
  return after(chance.below(longestAfterRequestMs));
}

const after = (ms: number): Promise<'now'> =>
  new Promise((resolve) => setTimeout(resolve, ms, 'now' as const).unref());
