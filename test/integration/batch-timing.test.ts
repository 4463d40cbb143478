import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState } from '../../electron/demo/state.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';

const updates = 23;
const waitMs = 305_000;

/** A team with so many releases in one product, on a server that counts requests on the test's clock. */
async function manyReleases(clock: FakeClock): Promise<DemoServer> {
  const state = createState();
  const team = addTeam(state);
  const product = addProduct(team, { name: 'Claims Guard' });
  for (let patch = 0; patch < updates; patch += 1) {
    addRelease(state, team, { productId: product.id, version: `1.0.${patch}` });
  }
  const demo = await startDemoServer({ clock, state });
  onTestFinished(() => demo.close());
  return demo;
}

async function publishAll(app: RunningApp): Promise<string[]> {
  const ids: string[] = [];
  for (const release of app.releases) {
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    ids.push((await app.services.handlers['jobs.publish']({ draftId: draft.id }, [])).id);
  }
  return ids;
}

const puts = ({ requests }: DemoServer) => requests.filter(({ method }) => method === 'PUT');

describe('a batch of 23 updates', () => {
  test('takes four waits of 305 s, to the second, and no request is refused', {
    timeout: 60_000,
  }, async () => {
    const clock = createFakeClock();
    const app = await runApp({ clock, demo: await manyReleases(clock) });
    const startedAt = clock.now();
    const ids = await publishAll(app);
    for (const id of ids) await app.drive(id, 'verified');
    const tookMs = clock.now() - startedAt;
    expect(tookMs).toBeGreaterThanOrEqual(4 * waitMs);
    expect(tookMs).toBeLessThanOrEqual(4 * waitMs + 1000);
    expect(puts(app.demo).filter(({ status }) => status === 429)).toEqual([]);
    expect(puts(app.demo)).toHaveLength(updates);
  });

  test('ends with at most one refusal a window while somebody else takes two slots of each', {
    timeout: 60_000,
  }, async () => {
    const clock = createFakeClock();
    const demo = await manyReleases(clock);
    const app = await runApp({ clock, demo });
    const stranger = takeSlotsOfEachWindow(demo);
    const ids = await publishAll(app);
    for (const id of ids) await app.drive(id, 'verified');
    await stranger.done();
    const refusals = puts(demo)
      .filter(({ status, path }) => status === 429 && !path.includes(stranger.releaseId))
      .map(({ at }) => at);
    for (const at of refusals) {
      expect(refusals.filter((other) => other >= at && other < at + 300_000)).toHaveLength(1);
    }
    expect(app.notices.join(' ')).toContain('others at this network address');
  });
});

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
      windowEndsAt = request.at + 300_000;
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
  onTestFinished(() => clearInterval(watching));
  return { releaseId, done: () => Promise.all(sent) };
}
