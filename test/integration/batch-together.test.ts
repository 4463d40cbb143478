import { describe, expect, test } from 'vitest';
import type { Batch } from '../../electron/model/batch.ts';
import type { Job } from '../../electron/model/job.ts';
import type { Events } from '../../electron/services/events.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';

const puts = ({ demo }: RunningApp) => demo.requests.filter(({ method }) => method === 'PUT');
const jobsOf = ({ services, connection }: RunningApp): Job[] | Promise<Job[]> =>
  services.handlers['jobs.list']({ connectionId: connection.id }, []);
const batchesOf = ({ services, connection }: RunningApp): Batch[] | Promise<Batch[]> =>
  services.handlers['batches.list']({ connectionId: connection.id }, []);

/** A batch that adds a note to the first so many releases. */
async function batchOf(app: RunningApp, count: number, name = 'Spring') {
  const draftIds: string[] = [];
  for (const release of app.releases.filter(({ latest }) => !latest).slice(0, count)) {
    const metadata = [{ key: 'note', value: 'spring', locked: false }];
    draftIds.push((await app.edit(release, { fields: { metadata } })).draft.id);
  }
  return app.services.handlers['batches.create']({ connectionId: app.connection.id, name, draftIds }, []);
}

async function newRelease(app: RunningApp, fields: Parameters<RunningApp['edit']>[1]['fields']) {
  return (await app.edit(null, { fields })).draft.id;
}

/** A batch of two drafts that create the same release. */
async function batchOfTwins(app: RunningApp) {
  const one = await newRelease(app, { version: '3.0.0' });
  const other = await newRelease(app, { version: '3.0.0', status: 'PUBLISHED' });
  const of = { connectionId: app.connection.id, name: 'Twice', draftIds: [one, other] };
  return { one, other, batch: await app.services.handlers['batches.create'](of, []) };
}

describe('what only its order makes possible', () => {
  test('is published: a version is given up and then taken', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const giver = (await app.edit(app.release('2.2.0'), { fields: { version: '2.2.0-old' } })).draft.id;
    const taker = (await app.edit(app.release('2.2.1'), { fields: { version: '2.2.0' } })).draft.id;
    const batch = await handlers['batches.create'](
      { connectionId: app.connection.id, name: 'Handover', draftIds: [giver, taker] },
      [],
    );
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(jobs).toHaveLength(2);
    for (const { id } of jobs) await app.until(id, 'verified');
    expect(puts(app).map(({ status }) => status)).toEqual([200, 200]);
  });

  test('is refused as a whole the other way round, with the reason of the order', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const taker = (await app.edit(app.release('2.2.1'), { fields: { version: '2.2.0' } })).draft.id;
    const giver = (await app.edit(app.release('2.2.0'), { fields: { version: '2.2.0-old' } })).draft.id;
    const batch = await handlers['batches.create'](
      { connectionId: app.connection.id, name: 'Handover', draftIds: [taker, giver] },
      [],
    );
    await expect(handlers['batches.publish']({ batchId: batch.id }, [])).rejects.toMatchObject({
      failure: { fields: [{ path: '2.2.0', message: expect.stringContaining('gives up the version') }] },
    });
    expect(await jobsOf(app)).toEqual([]);
  });
});

describe('a batch on its way', () => {
  test('is known by its jobs, also when it is gone', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 2);
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.until(id, 'verified');

    expect(await batchesOf(app)).toEqual([]);
    expect((await jobsOf(app)).map((job) => job.batch)).toEqual(
      Array(2).fill({ id: batch.id, name: 'Spring' }),
    );
    const again = await app.restart();
    expect((await jobsOf(again)).map((job) => job.batch?.name)).toEqual(['Spring', 'Spring']);
  });

  test('keeps the drafts that were not published', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 2);
    await handlers['batches.change']({ batchId: batch.id, change: { onFailure: 'go-on' } }, []);
    app.demo.faults.add({
      method: 'PUT',
      at: 'received',
      effect: { kind: 'answer', status: 404, details: 'Release not found', data: null },
    });
    const [first, second] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await app.until(first?.id ?? '', 'failed');
    await app.until(second?.id ?? '', 'verified');
    expect(await batchesOf(app)).toMatchObject([{ id: batch.id, draftIds: [batch.draftIds[0]] }]);
  });

  test('is paused, resumed and cancelled as one, and leaves other jobs alone', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 3);
    const [other] = app.releases.filter(({ latest }) => !latest).slice(3);
    const { draft } = await app.edit(other ?? null, { fields: { metadata: [], status: 'ARCHIVED' } });
    await app.demo.stop();
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    const alone = await handlers['jobs.publish']({ draftId: draft.id }, []);

    await handlers['batches.pause']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.until(id, 'paused');
    expect((await app.until(alone.id, 'waiting', 'reading')).batch).toBeNull();

    await handlers['batches.resume']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.until(id, 'waiting');
    await handlers['batches.cancel']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.until(id, 'cancelled');

    await app.demo.start();
    await handlers['app.online']({}, []);
    await app.drive(alone.id, 'verified');
    expect(puts(app)).toHaveLength(1);
    expect(await batchesOf(app)).toMatchObject([{ id: batch.id, draftIds: batch.draftIds }]);
  });

  test('that waits for its time begins at once when it is resumed', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 1);
    const startAt = new Date(app.clock.now() + 3_600_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    const [job] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await app.until(job?.id ?? '', 'paused');
    await handlers['batches.resume']({ batchId: batch.id }, []);
    await app.drive(job?.id ?? '', 'verified');
  });

  test('that loses a draft while it is queued goes without it, at its time', async () => {
    const app = await runApp();
    const { handlers, events } = app.services;
    const batch = await batchOf(app, 3);
    const startAt = new Date(app.clock.now() + 60_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    whenFirstIsQueued(events, () => handlers['drafts.discard']({ draftId: batch.draftIds[1] ?? '' }, []));
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(jobs.map(({ draftId, state }) => [draftId, state.at])).toEqual([
      [batch.draftIds[0], 'paused'],
      [batch.draftIds[2], 'paused'],
    ]);
    await app.clock.advance(61_000);
    for (const { id } of jobs) await app.drive(id, 'verified');
    expect(puts(app)).toHaveLength(2);
  });

  test('that is paused while it is queued is paused as a whole', async () => {
    const app = await runApp();
    const { handlers, events } = app.services;
    const batch = await batchOf(app, 4);
    whenFirstIsQueued(events, () => handlers['batches.pause']({ batchId: batch.id }, []));
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(jobs.map(({ state }) => state.at)).toEqual(Array(4).fill('paused'));
    expect(puts(app)).toEqual([]);
    await handlers['batches.resume']({ batchId: batch.id }, []);
    for (const { id } of jobs) await app.drive(id, 'verified');
  });

  test('that is cancelled while it is queued sends nothing, and can be published again', async () => {
    const app = await runApp();
    const { handlers, events } = app.services;
    const batch = await batchOf(app, 4);
    whenFirstIsQueued(events, () => handlers['batches.cancel']({ batchId: batch.id }, []));
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(jobs.map(({ state }) => state.at)).toEqual(['cancelled']);
    expect(puts(app)).toEqual([]);
    const again = await handlers['batches.publish']({ batchId: batch.id }, []);
    expect(again).toHaveLength(4);
    for (const { id } of again) await app.drive(id, 'verified');
  });

  test('that was cancelled while it waited for its time does not begin then', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 1);
    const startAt = new Date(app.clock.now() + 3_600_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    const [job] = await handlers['batches.publish']({ batchId: batch.id }, []);
    await handlers['batches.cancel']({ batchId: batch.id }, []);
    await app.until(job?.id ?? '', 'cancelled');
    await app.clock.advance(4_000_000);
    expect(await batchesOf(app)).toMatchObject([{ startAt }]);
    expect(puts(app)).toEqual([]);
  });

  test('cannot be removed, nor published a second time', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 1);
    await app.demo.stop();
    await handlers['batches.publish']({ batchId: batch.id }, []);
    await expect(async () => handlers['batches.remove']({ batchId: batch.id }, [])).rejects.toMatchObject({
      failure: { kind: 'busy' },
    });
    await expect(async () => handlers['batches.publish']({ batchId: batch.id }, [])).rejects.toMatchObject({
      failure: { kind: 'busy' },
    });
    expect(await jobsOf(app)).toHaveLength(1);
  });
});

describe('a forecast', () => {
  test('says when each job of a batch is done, and that is when it is', { timeout: 30_000 }, async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { id: connectionId } = app.connection;
    const batch = await batchOf(app, 7);
    const jobs = await handlers['batches.publish']({ batchId: batch.id }, []);
    const forecast = await handlers['jobs.forecast']({ connectionId }, []);
    expect(forecast.map(({ jobId }) => jobId)).toEqual(jobs.map(({ id }) => id));
    const doneAt = (nth: number): number => Date.parse(forecast[nth]?.doneAt ?? '');
    expect(doneAt(4) - app.clock.now()).toBeLessThan(20_000);
    expect(doneAt(5) - app.clock.now()).toBeGreaterThan(300_000);

    for (const [nth, { id }] of jobs.entries()) {
      const { state } = await app.drive(id, 'verified');
      const verifiedAt = state.at === 'verified' ? Date.parse(state.finishedAt) : 0;
      // On this clock reading and answering take no time; the forecast counts what they usually take.
      expect(Math.abs(verifiedAt - doneAt(nth))).toBeLessThan(20_000);
    }
    expect(await handlers['jobs.forecast']({ connectionId }, [])).toEqual([]);
  });

  test('knows when a batch begins, and says nothing of what a person has paused', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { id: connectionId } = app.connection;
    const batch = await batchOf(app, 2);
    const startAt = new Date(app.clock.now() + 3_600_000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    await handlers['batches.publish']({ batchId: batch.id }, []);
    const [first] = await handlers['jobs.forecast']({ connectionId }, []);
    expect(first?.goesAt).toBe(startAt);

    await app.demo.stop();
    await handlers['batches.resume']({ batchId: batch.id }, []);
    await handlers['batches.pause']({ batchId: batch.id }, []);
    for (const { id } of await jobsOf(app)) await app.until(id, 'paused');
    const paused = await handlers['jobs.forecast']({ connectionId }, []);
    expect(paused.map(({ goesAt, doneAt }) => [goesAt, doneAt])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('what is taken back', () => {
  test('a removed batch is there again, with the drafts nothing else has taken', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 3);
    await handlers['batches.change']({ batchId: batch.id, change: { onFailure: 'go-on' } }, []);
    await handlers['batches.remove']({ batchId: batch.id }, []);
    const [first, second = '', third] = batch.draftIds;
    await handlers['batches.create'](
      { connectionId: app.connection.id, name: 'Other', draftIds: [second] },
      [],
    );
    const back = await handlers['batches.restore']({ batchId: batch.id }, []);
    expect(back).toMatchObject({
      id: batch.id,
      name: 'Spring',
      onFailure: 'go-on',
      draftIds: [first, third],
    });
  });

  test('a draft that was discarded before its batch was removed comes back to its place in it', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, 3);
    const [, second = ''] = batch.draftIds;
    await handlers['drafts.discard']({ draftId: second }, []);
    await handlers['batches.remove']({ batchId: batch.id }, []);
    await handlers['batches.restore']({ batchId: batch.id }, []);
    await handlers['drafts.restore']({ draftId: second }, []);
    expect(await batchesOf(app)).toMatchObject([{ id: batch.id, draftIds: batch.draftIds }]);
  });

  test('drafts that create the same release become one, and two again', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const one = await newRelease(app, { version: '3.0.0', status: 'PUBLISHED' });
    const other = await newRelease(app, {
      version: '3.0.0',
      metadata: [{ key: 'note', value: 'new', locked: false }],
    });
    const batch = await handlers['batches.create'](
      { connectionId: app.connection.id, name: 'Twice', draftIds: [one, other] },
      [],
    );
    const { compaction } = await handlers['batches.review']({ batchId: batch.id }, []);
    expect(compaction).toMatchObject({
      joined: [{ into: one, draftIds: [one, other] }],
      saved: { slots: 1 },
    });

    const { compactionId, review } = await handlers['batches.compact']({ batchId: batch.id }, []);
    expect(review).toMatchObject({ compaction: null, batch: { draftIds: [one] } });
    const { draft } = await handlers['drafts.review']({ draftId: one }, []);
    expect(draft.fields).toMatchObject({ status: 'PUBLISHED', metadata: [{ key: 'note', value: 'new' }] });

    const apart = await handlers['batches.takeApart']({ compactionId }, []);
    expect(apart).toMatchObject({ review: { batch: { draftIds: [one, other] } }, problems: [] });
    expect((await handlers['drafts.review']({ draftId: one }, [])).draft.fields.metadata).toEqual([]);
  });

  test('what was put together and changed since stays together', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { one, batch } = await batchOfTwins(app);
    const { compactionId } = await handlers['batches.compact']({ batchId: batch.id }, []);
    await handlers['drafts.change']({ draftId: one, change: { fields: { version: '3.0.1' } } }, []);
    await expect(handlers['batches.takeApart']({ compactionId }, [])).rejects.toMatchObject({
      failure: { kind: 'conflict' },
    });
    expect(await handlers['drafts.list']({ connectionId: app.connection.id }, [])).toHaveLength(1);
  });

  test('what was put together twice comes apart as it was asked for, but for what there is a newer draft of', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { one, other, batch } = await batchOfTwins(app);
    const first = await handlers['batches.compact']({ batchId: batch.id }, []);
    const idle = await app.edit(app.release('2.2.1'), { fields: { status: 'ARCHIVED' } });
    await app.edit(app.release('2.2.1'), { fields: { status: app.release('2.2.1').status } });
    await handlers['batches.add']({ batchId: batch.id, draftIds: [idle.draft.id] }, []);
    const second = await handlers['batches.compact']({ batchId: batch.id }, []);
    await app.edit(app.release('2.2.1'), { fields: { status: 'DRAFT' } });

    const late = await handlers['batches.takeApart']({ compactionId: second.compactionId }, []);
    expect(late.problems).toEqual([expect.stringContaining('There is a newer draft')]);
    expect(late.review?.batch.draftIds).toEqual([one]);
    await expect(
      handlers['batches.takeApart']({ compactionId: second.compactionId }, []),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
    const early = await handlers['batches.takeApart']({ compactionId: first.compactionId }, []);
    expect(early).toMatchObject({ review: { batch: { draftIds: [one, other] } }, problems: [] });
  });
});

/** Does something as soon as the first job is in line, while the others of its batch are still to come. */
function whenFirstIsQueued({ listen }: Events, act: () => unknown): void {
  const stop = listen((...[name]) => {
    if (name !== 'jobs.changed') return;
    stop();
    act();
  });
}
