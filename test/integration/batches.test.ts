import { describe, expect, test } from 'vitest';
import type { Release } from '../../electron/model/release.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';

/** A batch of drafts that deprecate these releases. */
async function batchOf(app: RunningApp, releases: readonly Release[]) {
  const { handlers } = app.services;
  const draftIds: string[] = [];
  for (const release of releases) {
    const { draft } = await app.edit(release, {
      fields: { metadata: [{ key: 'end', value: 'soon', locked: false }] },
    });
    draftIds.push(draft.id);
  }
  const batch = await handlers['batches.create'](
    { connectionId: app.connection.id, name: 'End of life', draftIds },
    [],
  );
  return { batch, draftIds };
}

const some = (app: RunningApp, count: number): Release[] =>
  app.releases.filter(({ latest }) => !latest).slice(0, count);
const puts = ({ demo }: RunningApp) => demo.requests.filter(({ method }) => method === 'PUT');

describe('a batch before it is published', () => {
  test('says what it costs and when it would be over', async () => {
    const app = await runApp();
    const { batch } = await batchOf(app, some(app, 7));
    const { cost, steps, stopsAt } = await app.services.handlers['batches.review']({ batchId: batch.id }, []);
    expect(cost).toMatchObject({ slots: { update: 7, create: 0 }, waits: 1 });
    expect(Date.parse(cost.finishesAt) - Date.parse(cost.startsAt)).toBeGreaterThan(300_000);
    expect(steps.map(({ outcome }) => outcome)).toEqual(Array(7).fill('published'));
    expect(stopsAt).toBeNull();
  });

  test('proposes the order in which a version is given up before it is taken', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const taker = (await app.edit(app.release('2.2.1'), { fields: { version: '2.2.0' } })).draft.id;
    const giver = (await app.edit(app.release('2.2.0'), { fields: { version: '2.2.0-old' } })).draft.id;
    const batch = await handlers['batches.create'](
      { connectionId, name: 'Swap', draftIds: [taker, giver] },
      [],
    );
    const { findings, order } = await handlers['batches.review']({ batchId: batch.id }, []);
    expect(findings.map(({ rule }) => rule)).toContain('version-freed-later');
    expect(order?.draftIds).toEqual([giver, taker]);
  });

  test('is not queued at all when one of its drafts is on its way already', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch, draftIds } = await batchOf(app, some(app, 3));
    const reading = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    await handlers['jobs.publish']({ draftId: draftIds[1] ?? '' }, []);
    await reading.reached;
    const publishing = Promise.resolve(handlers['batches.publish']({ batchId: batch.id }, []));
    await expect(publishing).rejects.toMatchObject({ failure: { kind: 'busy' } });
    expect(await handlers['jobs.list']({ connectionId: app.connection.id }, [])).toHaveLength(1);
  });

  test('is not begun at a time that has gone by', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch } = await batchOf(app, some(app, 2));
    const startAt = new Date(app.clock.now() + 3_600_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    await app.clock.advance(3_600_000);
    const publishing = Promise.resolve(handlers['batches.publish']({ batchId: batch.id }, []));
    await expect(publishing).rejects.toMatchObject({
      failure: { kind: 'invalid-input', fields: [{ path: 'startAt' }] },
    });
    expect(await handlers['jobs.list']({ connectionId: app.connection.id }, [])).toEqual([]);
  });

  test('is rid of what changes nothing, and says what that saves', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch } = await batchOf(app, some(app, 2));
    const release = some(app, 1)[0];
    await app.edit(release ?? null, { fields: { metadata: release?.metadata ?? [] } });
    const { compaction } = await handlers['batches.review']({ batchId: batch.id }, []);
    expect(compaction?.dropped).toHaveLength(1);
    const { review } = await handlers['batches.compact']({ batchId: batch.id }, []);
    expect(review?.compaction).toBeNull();
    expect(review?.steps).toHaveLength(1);
  });
});

describe('a batch', () => {
  test('is published in its own order', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const releases = some(app, 3);
    const { batch, draftIds } = await batchOf(app, releases);
    await handlers['batches.change']({ batchId: batch.id, change: { draftIds: draftIds.toReversed() } }, []);
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.until(id, 'verified');
    expect(puts(app).map(({ path }) => path.split('/').at(-1))).toEqual(
      releases.map(({ id }) => id).toReversed(),
    );
  });

  test('stops as one: none of it takes the turn that the one before it gives up', async () => {
    const app = await runApp();
    const { handlers, events } = app.services;
    const { batch } = await batchOf(app, some(app, 3));
    const reading = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const [first, ...others] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await reading.reached;
    const went: string[] = [];
    events.listen((name, payload) => {
      if (name === 'jobs.changed' && 'job' in payload && payload.job.state.at === 'reading')
        went.push(payload.job.id);
    });
    await handlers['batches.pause']({ batchId: batch.id }, []);
    for (const { id } of [...(first ? [first] : []), ...others]) await app.until(id, 'paused');
    expect(went).toEqual([]);
    expect(others).toHaveLength(2);
  });

  test('whose drafts only fit one after the other is published as the order makes them fit', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const giver = (await app.edit(app.release('2.2.0'), { fields: { version: '2.2.0-old' } })).draft.id;
    const taker = (await app.edit(app.release('2.2.1'), { fields: { version: '2.2.0' } })).draft.id;
    const maker = (await app.edit(null, { fields: { version: '2.2.1' } })).draft.id;
    const draftIds = [giver, taker, maker];
    const batch = await handlers['batches.create']({ connectionId, name: 'Swap', draftIds }, []);
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(jobs.map(({ draftId }) => draftId)).toEqual(draftIds);
    for (const { id } of jobs) await app.until(id, 'verified');
  });

  test('whose drafts do not fit in their order is refused, and says which and why', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const taker = (await app.edit(app.release('2.2.1'), { fields: { version: '2.2.0' } })).draft.id;
    const giver = (await app.edit(app.release('2.2.0'), { fields: { version: '2.2.0-old' } })).draft.id;
    const batch = await handlers['batches.create'](
      { connectionId, name: 'Swap', draftIds: [taker, giver] },
      [],
    );
    await expect(handlers['batches.publish']({ batchId: batch.id }, [])).rejects.toMatchObject({
      failure: { kind: 'invalid-input', fields: [{ path: '2.2.0', message: expect.stringContaining('2') }] },
    });
    await handlers['batches.change']({ batchId: batch.id, change: { onFailure: 'go-on' } }, []);
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(jobs.map(({ draftId }) => draftId)).toEqual([giver]);
    for (const { id } of jobs) await app.until(id, 'verified');
  });

  test('that stops at the first failure sends nothing more until a person resumes it', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch } = await batchOf(app, some(app, 3));
    app.demo.faults.add({
      method: 'PUT',
      at: 'received',
      effect: { kind: 'answer', status: 404, details: 'Release not found', data: null },
    });
    const [first, second, third] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await app.until(first?.id ?? '', 'failed');
    await app.until(second?.id ?? '', 'paused');
    await app.until(third?.id ?? '', 'paused');
    expect(puts(app)).toHaveLength(1);
    expect(app.notices.join(' ')).toContain('“End of life” is stopped');
    await handlers['jobs.resumeAll']({ connectionId: app.connection.id }, []);
    await app.until(third?.id ?? '', 'verified');
  });

  test('that goes on publishes what can be published', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch } = await batchOf(app, some(app, 3));
    await handlers['batches.change']({ batchId: batch.id, change: { onFailure: 'go-on' } }, []);
    app.demo.faults.add({
      method: 'PUT',
      at: 'received',
      effect: { kind: 'answer', status: 404, details: 'Release not found', data: null },
    });
    const [first, ...others] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await app.until(first?.id ?? '', 'failed');
    for (const { id } of others) await app.until(id, 'verified');
  });

  test('with a draft that cannot be sent is refused as a whole, before anything leaves', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const [release, other] = some(app, 2);
    const { batch } = await batchOf(app, release && other ? [release, other] : []);
    await app.edit(other ?? null, { fields: { version: 'a b' } });
    await expect(handlers['batches.publish']({ batchId: batch.id }, [])).rejects.toMatchObject({
      failure: { kind: 'invalid-input', fields: [{ path: 'a b' }] },
    });
    expect(puts(app)).toEqual([]);
    expect(await handlers['jobs.list']({ connectionId: app.connection.id }, [])).toEqual([]);
  });

  test('that is to begin later begins at its time, also after a restart', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch } = await batchOf(app, some(app, 2));
    const startAt = new Date(app.clock.now() + 3_600_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.until(id, 'paused');
    const again = await app.restart();
    await again.clock.advance(3_500_000);
    for (const { id } of jobs) await again.until(id, 'paused');
    await again.clock.advance(200_000);
    for (const { id } of jobs) await again.drive(id, 'verified');
  });

  test('whose time passed while the app was closed waits for a person', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { batch } = await batchOf(app, some(app, 1));
    const startAt = new Date(app.clock.now() + 3_600_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    const [job] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await app.until(job?.id ?? '', 'paused');
    await app.services.close();
    await app.clock.advance(7_200_000);
    const again = await app.restart();
    await again.clock.advance(60_000);
    await again.until(job?.id ?? '', 'paused');
    const { notices } = await again.services.handlers['app.info']({}, []);
    expect(notices.join(' ')).toContain('was to begin while the app was closed');
    expect(puts(again)).toEqual([]);
  });
});
