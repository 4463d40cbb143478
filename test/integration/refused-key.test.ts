import { describe, expect, test } from 'vitest';
import type { Job } from '../../electron/model/job.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';

/** Queues a change of one release of each product of the team. */
async function queueEach({ services, connection }: RunningApp): Promise<string[]> {
  const { handlers } = services;
  const connectionId = connection.id;
  const { items: products } = await handlers['products.list']({ connectionId }, []);
  const ids: string[] = [];
  for (const { id: productId } of products) {
    const { items } = await handlers['releases.refresh']({ connectionId, productId }, []);
    const release = items.find(({ latest }) => !latest);
    if (!release) continue;
    const { draft } = await handlers['drafts.open']({ connectionId, productId, releaseId: release.id }, []);
    const fields = { metadata: [{ key: 'queued', value: '1', locked: false }] };
    await handlers['drafts.change']({ draftId: draft.id, change: { fields } }, []);
    ids.push((await handlers['jobs.publish']({ draftId: draft.id }, [])).id);
  }
  return ids;
}

/** Whether it is found that the key is no good, and not only being found out. */
const lacksKey =
  ({ services }: RunningApp) =>
  ({ id }: Job): boolean =>
    services.record(id)?.phase.at === 'resting';

/** A batch over several products whose key is another since its first request came to the server. */
async function refusedInTheMiddle() {
  const app = await runApp();
  const team = app.demo.state.teams.get(app.demo.teamId);
  const arrival = app.demo.faults.add({ method: 'PUT', at: 'arrival', effect: { kind: 'pause' } });
  const ids = await queueEach(app);
  await arrival.reached;
  if (team) team.apiKey = 'another-key';
  app.demo.forgetRequests();
  arrival.resume();
  const [first = ''] = ids;
  await app.untilJob(first, lacksKey(app));
  return { app, ids, first };
}

describe('a key that is refused in the middle of a batch', () => {
  test('is tried on a list, and then not again by anybody; a person hears of it once', async () => {
    const { app, ids } = await refusedInTheMiddle();
    await app.clock.advance(600_000);
    expect(app.demo.requests.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      ['statistics', 401],
    ]);
    expect(app.notices.filter((notice) => notice.includes('refuses the API key'))).toHaveLength(1);
    const jobs = await app.services.handlers['jobs.list']({ connectionId: app.connection.id }, []);
    expect(jobs.map(({ state }) => state.at)).toEqual(ids.map(() => 'waiting'));
    expect(ids.length).toBeGreaterThan(3);
  });

  test('lets all go on as soon as there is another', async () => {
    const { app, ids } = await refusedInTheMiddle();
    const { id: connectionId, keyHint: _hint, keyHeld: _held, demo: _demo, ...form } = app.connection;
    await app.services.handlers['connections.update'](
      { connectionId, form: { ...form, apiKey: 'another-key' } },
      [],
    );
    for (const jobId of ids) await app.drive(jobId, 'verified');
  });

  test('is asked about again when the one that found out is cancelled', async () => {
    const { app, ids, first } = await refusedInTheMiddle();
    await app.services.handlers['jobs.cancel']({ jobId: first }, []);
    await app.untilJob(ids[1] ?? '', lacksKey(app));
    expect(app.notices.filter((notice) => notice.includes('refuses the API key'))).toHaveLength(2);
  });

  test('is heard of once, too, where several requests were under way at the same time', async () => {
    const app = await runApp({ rateLimit: null });
    const team = app.demo.state.teams.get(app.demo.teamId);
    const refused = { kind: 'answer', status: 401, details: 'Invalid API key' } as const;
    app.demo.faults.add({ method: 'PUT', times: 'always', at: 'authorization', effect: refused });
    const lists = app.demo.faults.add({
      path: '/statistics',
      times: 'always',
      at: 'arrival',
      effect: { kind: 'pause' },
    });
    const ids = await queueEach(app);
    await lists.reachedTimes(4);
    if (team) team.apiKey = 'another-key';
    lists.resume();
    for (const id of ids.slice(0, 4)) await app.untilJob(id, lacksKey(app));
    expect(app.notices.filter((notice) => notice.includes('refuses the API key'))).toHaveLength(1);
  });
});

test('a key is not called refused by a 401 after which the server does not answer', async () => {
  const app = await runApp();
  app.demo.faults.add({
    method: 'PUT',
    at: 'authorization',
    effect: { kind: 'answer', status: 401, details: 'Invalid API key' },
  });
  app.demo.faults.add({ path: '/statistics', at: 'arrival', effect: { kind: 'drop' } });
  const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
  const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
  await app.drive(id, 'verified');
  expect(app.notices.filter((notice) => notice.includes('API key'))).toEqual([]);
});
