import { randomUUID } from 'node:crypto';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState } from '../../electron/demo/state.ts';
import { createFakeClock } from './fake-clock.ts';
import { runApp } from './running-app.ts';

/** So many updates; five pass in each window, so that they need five windows and four waits. */
export const updates = 23;
/** From the first request of a window until the next five may go, in ms. */
export const waitMs = 305_000;
/** How long the server counts, in ms. */
const windowMs = 300_000;

/** What came of a batch of 23. */
export interface BatchOf23 {
  /** By the simulated clock. */
  readonly tookMs: number;
  /** Requests of the app that reached the server. */
  readonly sent: number;
  /** When the server refused one of them (ms since 1970, simulated). */
  readonly refusals: readonly number[];
  /** What the person was told. */
  readonly notices: readonly string[];
}

interface Surroundings {
  /** For the app's data; empty. */
  readonly folder: string;
  /** Whether somebody else behind the same address takes two slots as soon as a window has begun. */
  readonly stranger: boolean;
  readonly atEnd: (end: () => Promise<void>) => void;
}

/** Publishes a batch of 23 updates on a server that takes five in five minutes, both on a clock that is moved by hand. */
export async function publishBatchOf23({ folder, stranger, atEnd }: Surroundings): Promise<BatchOf23> {
  const clock = createFakeClock();
  const demo = await startDemoServer({ clock, state: manyReleases() });
  atEnd(() => demo.close());
  const app = await runApp({ clock, demo, folder, atEnd });
  const other = stranger ? takeSlotsOfEachWindow(demo) : null;
  const startedAt = clock.now();
  const { handlers } = app.services;
  const draftIds: string[] = [];
  for (const release of app.releases) {
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    draftIds.push(draft.id);
  }
  const connectionId = app.connection.id;
  const { id: batchId } = await handlers['batches.create']({ connectionId, name: 'Winter', draftIds }, []);
  const jobs = await handlers['batches.publish']({ batchId }, []);
  try {
    for (const { id } of jobs) await app.drive(id, 'verified');
  } finally {
    await other?.end();
  }
  const tookMs = clock.now() - startedAt;
  const own = puts(demo).filter(({ path }) => other === null || !path.includes(other.releaseId));
  const refusals = own.filter(({ status }) => status === 429).map(({ at }) => at);
  return { tookMs, sent: own.length, refusals, notices: app.notices };
}

/** The most refusals that fall in one window of the server. */
export function refusalsAWindow({ refusals }: BatchOf23): number {
  return Math.max(
    0,
    ...refusals.map((at) => refusals.filter((other) => other >= at && other < at + windowMs).length),
  );
}

/** A team with so many releases in one product. */
function manyReleases() {
  const state = createState();
  const team = addTeam(state);
  const product = addProduct(team, { name: 'Claims Guard' });
  for (let patch = 0; patch < updates; patch += 1) {
    addRelease(state, team, { productId: product.id, version: `1.0.${patch}` });
  }
  return state;
}

const puts = ({ requests }: DemoServer) => requests.filter(({ method }) => method === 'PUT');

/** Somebody else behind the same address, who updates twice as soon as a window has begun. */
function takeSlotsOfEachWindow(demo: DemoServer) {
  const releaseId = randomUUID();
  const sent: Promise<unknown>[] = [];
  let windowEndsAt = 0;
  const seen = new Set<unknown>();
  const watching = setInterval(() => {
    for (const request of puts(demo)) {
      if (seen.has(request) || request.path.includes(releaseId)) continue;
      seen.add(request);
      if (request.at < windowEndsAt) continue;
      windowEndsAt = request.at + windowMs;
      for (let slot = 0; slot < 2; slot += 1) {
        sent.push(
          fetch(`${demo.origin}/api/v1/dev/teams/${demo.teamId}/releases/${releaseId}`, {
            method: 'PUT',
            headers: { authorization: `Bearer ${demo.apiKey}` },
            body: new FormData(),
          }),
        );
      }
    }
  }, 0);
  return {
    releaseId,
    end: async () => {
      clearInterval(watching);
      await Promise.all(sent);
    },
  };
}
