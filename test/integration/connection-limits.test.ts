import { describe, expect, onTestFinished, test } from 'vitest';
import type { RequestRecord } from '../../electron/demo/exchange.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState, type DemoRelease } from '../../electron/demo/state.ts';
import type { RateLimit } from '../../electron/model/connection.ts';
import { defaultRateLimit } from '../../electron/model/server-limits.ts';
import { eventually } from '../support/eventually.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';

interface Shop {
  app: RunningApp;
  demo: DemoServer;
  /** A release of each product, then a second one of the first. */
  releases: DemoRelease[];
}

/** A team with so many products, on a server with this limit, which the connection knows. */
async function openShop(products: number, limit: RateLimit | null, clock = createFakeClock()): Promise<Shop> {
  const state = createState();
  const team = addTeam(state);
  const made = Array.from({ length: products }, (_, at) =>
    addProduct(team, { name: at === 0 ? 'Claims Guard' : `Product ${at}` }),
  );
  const releases = made.map(({ id }, at) => addRelease(state, team, { productId: id, version: `1.${at}.0` }));
  releases.push(addRelease(state, team, { productId: made[0]?.id ?? '', version: '1.9.0' }));
  const demo = await startDemoServer({
    state,
    clock,
    limit: limit === null ? 'none' : { requests: limit.count, windowMs: limit.windowSeconds * 1000 },
  });
  onTestFinished(() => demo.close());
  const app = await runApp({ clock, demo });
  const { handlers } = app.services;
  const { id, name, serverUrl, teamId, maxFileBytes } = app.connection;
  const form = { name, serverUrl, teamId, apiKey: '', maxFileBytes, rateLimit: limit };
  await handlers['connections.update']({ connectionId: id, form }, []);
  for (const product of made) {
    await handlers['releases.refresh']({ connectionId: id, productId: product.id }, []);
  }
  return { app, demo, releases };
}

/** Queues a change of each of these; their jobs' ids. */
async function queueAll({ app }: Shop, releases: readonly DemoRelease[]): Promise<string[]> {
  const { handlers } = app.services;
  const connectionId = app.connection.id;
  const ids: string[] = [];
  for (const { id, productId } of releases) {
    const { draft } = await handlers['drafts.open']({ connectionId, productId, releaseId: id }, []);
    await handlers['drafts.change']({ draftId: draft.id, change: { fields: { status: 'DEPRECATED' } } }, []);
    ids.push((await handlers['jobs.publish']({ draftId: draft.id }, [])).id);
  }
  return ids;
}

const updates = ({ demo }: Shop): RequestRecord[] => demo.requests.filter(({ method }) => method === 'PUT');
const atWork = (shop: Shop): RequestRecord[] => updates(shop).filter(({ outcome }) => outcome === 'working');

/** Lets everything happen that can happen without time going by. */
async function settle(clock: FakeClock): Promise<void> {
  for (let round = 0; round < 200; round += 1) await clock.advance(0);
}

describe('the limit of a connection', () => {
  test('is five requests in 300 s unless another is set', () => {
    expect(defaultRateLimit).toEqual({ count: 5, windowSeconds: 300 });
  });

  test('is what is set: with two in a minute, the third waits for the next minute and its margin', async () => {
    const clock = createFakeClock();
    const shop = await openShop(3, { count: 2, windowSeconds: 60 }, clock);
    const ids = await queueAll(shop, shop.releases.slice(0, 3));
    for (const id of ids.slice(0, 2)) await shop.app.until(id, 'verified');
    expect(updates(shop).map(({ status }) => status)).toEqual([200, 200]);
    const third = await shop.app.until(ids[2] ?? '', 'waiting');
    expect(third.state).toMatchObject({ until: new Date(clock.now() + 65_000).toISOString() });
    await clock.advance(65_000);
    await shop.app.until(ids[2] ?? '', 'verified');
    expect(updates(shop).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('sends one release after the other where there is one', async () => {
    const clock = createFakeClock();
    const shop = await openShop(3, { count: 5, windowSeconds: 300 }, clock);
    const held = shop.demo.faults.add({
      method: 'PUT',
      times: 'always',
      at: 'received',
      effect: { kind: 'pause' },
    });
    await queueAll(shop, shop.releases.slice(0, 3));
    await held.reached;
    await settle(clock);
    expect(atWork(shop)).toHaveLength(1);
    shop.demo.faults.clear();
  });

  test('where there is none, four releases of different products go at a time, and never a fifth', async () => {
    const clock = createFakeClock();
    const shop = await openShop(6, null, clock);
    const held = shop.demo.faults.add({
      method: 'PUT',
      times: 'always',
      at: 'received',
      effect: { kind: 'pause' },
    });
    const ids = await queueAll(shop, shop.releases.slice(0, 6));
    await eventually(() => atWork(shop).length === 4);
    await settle(clock);
    expect(atWork(shop)).toHaveLength(4);
    expect(new Set(atWork(shop).map(({ path }) => path)).size).toBe(4);
    held.resume();
    await eventually(() => updates(shop).length === 6);
    held.resume();
    for (const id of ids) await shop.app.until(id, 'verified');
    expect(updates(shop).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test('where there is none, there are never two requests for one release, whatever a person does meanwhile', async () => {
    const clock = createFakeClock();
    const shop = await openShop(2, null, clock);
    const { handlers } = shop.app.services;
    const [release] = shop.releases;
    const held = shop.demo.faults.add({
      method: 'PUT',
      times: 'always',
      at: 'received',
      effect: { kind: 'pause' },
    });
    const [id = ''] = await queueAll(shop, shop.releases.slice(0, 1));
    await held.reached;
    const [job] = await handlers['jobs.list']({ connectionId: shop.app.connection.id }, []);
    await expect(async () =>
      handlers['jobs.publish']({ draftId: job?.draftId ?? '' }, []),
    ).rejects.toMatchObject({ failure: { kind: 'busy' } });
    for (const call of ['jobs.retry', 'jobs.pause', 'jobs.resume', 'jobs.retry'] as const) {
      await handlers[call]({ jobId: id }, []);
      await handlers['app.online']({}, []);
    }
    await settle(clock);
    expect(atWork(shop)).toHaveLength(1);
    held.resume();
    await shop.app.until(id, 'verified');
    expect(updates(shop).filter(({ path }) => path.includes(release?.id ?? ''))).toHaveLength(1);
    shop.demo.faults.clear();
  });

  test('where there is none, the releases of one product go one after the other', async () => {
    const clock = createFakeClock();
    const shop = await openShop(2, null, clock);
    const [first, second, again] = shop.releases;
    const held = shop.demo.faults.add({
      method: 'PUT',
      times: 'always',
      at: 'received',
      effect: { kind: 'pause' },
    });
    const both = [first, again].flatMap((release) => release ?? []);
    const ids = await queueAll(shop, [...both, ...(second ? [second] : [])]);
    await eventually(() => atWork(shop).length === 2);
    await settle(clock);
    expect(
      atWork(shop)
        .map(({ path }) => path.split('/').at(-1))
        .toSorted(),
    ).toEqual([first?.id, second?.id].toSorted());
    shop.demo.faults.clear();
    held.resume();
    for (const id of ids) await shop.app.until(id, 'verified');
  });
});
