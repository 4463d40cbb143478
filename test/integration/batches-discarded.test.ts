import { describe, expect, test } from 'vitest';
import type { Batch } from '../../electron/model/batch.ts';
import { batchesOf, begin, draftsOf, entryOf, fileOf, make, planFor, undo } from '../support/imports.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';

const startAt = '2026-06-01T03:00:00.000Z';

/** A batch of drafts that archive these versions, with a policy, a time and an order of its own. */
async function batchOf(app: RunningApp, versions: readonly string[]): Promise<Batch> {
  const { handlers } = app.services;
  const draftIds: string[] = [];
  for (const version of versions) {
    draftIds.push((await app.edit(app.release(version), { fields: { status: 'ARCHIVED' } })).draft.id);
  }
  const made = await handlers['batches.create'](
    { connectionId: app.connection.id, name: 'Spring', draftIds: draftIds.toReversed() },
    [],
  );
  return handlers['batches.change']({ batchId: made.id, change: { onFailure: 'go-on', startAt } }, []);
}

const discardAll = ({ services }: RunningApp, draftIds: readonly string[]) =>
  services.handlers['drafts.discardAll']({ draftIds: [...draftIds] }, []);
const restoreAll = ({ services }: RunningApp, draftIds: readonly string[]) =>
  services.handlers['drafts.restoreAll']({ draftIds: [...draftIds] }, []);

/** The events of batches that changed from here on. */
function batchEvents({ services }: RunningApp): unknown[] {
  const told: unknown[] = [];
  services.events.listen((name, payload) => {
    if (name === 'batches.changed') told.push(payload);
  });
  return told;
}

describe('a batch whose drafts are all discarded', () => {
  test('goes with them, and comes back with them as it was', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1', '2.2.0', '2.1.0']);
    const told = batchEvents(app);
    expect(await discardAll(app, batch.draftIds)).toEqual({ batches: ['Spring'] });
    expect(await batchesOf(app)).toEqual([]);
    expect(told).toHaveLength(1);

    expect(await restoreAll(app, batch.draftIds)).toEqual({ problems: [] });
    expect(await batchesOf(app)).toEqual([batch]);
    expect(told).toHaveLength(2);
  });

  test('goes with the last of them when they are discarded one by one, and comes back with any', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, ['2.2.1', '2.2.0']);
    const [first = '', last = ''] = batch.draftIds;
    expect(await handlers['drafts.discard']({ draftId: first }, [])).toEqual({ batch: null });
    expect(await batchesOf(app)).toMatchObject([{ draftIds: [last] }]);
    expect(await handlers['drafts.discard']({ draftId: last }, [])).toEqual({ batch: 'Spring' });
    expect(await batchesOf(app)).toEqual([]);

    await handlers['drafts.restore']({ draftId: first }, []);
    expect(await batchesOf(app)).toEqual([{ ...batch, draftIds: [first] }]);
    await handlers['drafts.restore']({ draftId: last }, []);
    expect(await batchesOf(app)).toEqual([batch]);
  });

  test('can be had back after a restart', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1', '2.2.0']);
    await discardAll(app, batch.draftIds);
    const again = await app.restart();
    expect(await batchesOf(again)).toEqual([]);
    await restoreAll(again, batch.draftIds);
    expect(await batchesOf(again)).toEqual([batch]);
  });

  test('goes when none of its drafts changes anything and it is compacted, and comes back', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, ['2.2.1']);
    const { status } = app.release('2.2.1');
    await app.edit(app.release('2.2.1'), { fields: { status } });
    const { compactionId, review } = await handlers['batches.compact']({ batchId: batch.id }, []);
    expect(review).toBeNull();
    expect(await batchesOf(app)).toEqual([]);
    expect(await handlers['batches.takeApart']({ compactionId }, [])).toMatchObject({ review: { batch } });
  });
});

describe('an empty batch', () => {
  test('stands when its last draft was taken out or moved to another: that was meant', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, ['2.2.1', '2.2.0']);
    const [first = '', last = ''] = batch.draftIds;
    await discardAll(app, [first]);
    await handlers['batches.takeOut']({ draftIds: [last] }, []);
    expect(await batchesOf(app)).toEqual([{ ...batch, draftIds: [] }]);

    await handlers['batches.add']({ batchId: batch.id, draftIds: [last] }, []);
    const { id: connectionId } = app.connection;
    await handlers['batches.create']({ connectionId, name: 'Other', draftIds: [last] }, []);
    expect(await batchesOf(app)).toMatchObject([
      { name: 'Spring', draftIds: [] },
      { name: 'Other', draftIds: [last] },
    ]);
  });

  test('does not stay behind when the last of its drafts is published by itself', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1', '2.2.0']);
    const told = batchEvents(app);
    const [first = '', last = ''] = batch.draftIds;
    await publish(app, { id: first });
    expect(await batchesOf(app)).toMatchObject([{ draftIds: [last] }]);
    await publish(app, { id: last });
    expect(await batchesOf(app)).toEqual([]);
    expect(told.length).toBeGreaterThan(1);
  });

  test('does not stay behind when the import that made it is undone', async () => {
    const app = await runApp();
    const releases = app.releases.filter(({ latest }) => !latest).slice(0, 2);
    const entries = releases.map((release) => entryOf(release, { status: 'ARCHIVED' }));
    const importId = await begin(app, fileOf('plan.json', planFor(app, entries)));
    const { report } = await make(app, importId);
    const [kept = ''] = report.steps.flatMap(({ draftId }) => draftId ?? []);
    await app.clock.advance(1000);
    await app.edit(releases[0] ?? null, { fields: { status: 'DEPRECATED' } });
    await app.services.handlers['batches.takeOut']({ draftIds: [kept] }, []);

    expect(await undo(app, importId)).toHaveLength(1);
    expect((await draftsOf(app)).map(({ id }) => id)).toEqual([kept]);
    expect(await batchesOf(app)).toEqual([]);
  });

  test('does not stay behind when an import takes its last draft, and comes back as it was with the undo', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1', '2.2.0']);
    const releases = ['2.2.1', '2.2.0'].map(app.release);
    const rows = releases.map(({ productId, id }) => `${productId},${id},DEPRECATED`);
    const importId = await begin(
      app,
      fileOf('table.csv', ['productId,releaseId,status', ...rows].join('\n')),
    );
    const { batchesGone } = await make(app, importId, { batchName: 'Table' });
    expect(batchesGone).toEqual(['Spring']);
    expect(await batchesOf(app)).toMatchObject([{ name: 'Table', draftIds: batch.draftIds.toReversed() }]);

    expect(await undo(app, importId)).toEqual([]);
    expect(await batchesOf(app)).toMatchObject([
      { id: batch.id, name: 'Spring', draftIds: batch.draftIds, onFailure: 'go-on', startAt },
    ]);
  });

  test('loses to an import only what that takes, and gets back what was not worked on since', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1', '2.2.0', '2.1.0']);
    const [third, second, first] = batch.draftIds;
    const rows = ['2.2.1', '2.2.0'].map((version) => {
      const { productId, id } = app.release(version);
      return `${productId},${id},DEPRECATED`;
    });
    const importId = await begin(
      app,
      fileOf('table.csv', ['productId,releaseId,status', ...rows].join('\n')),
    );
    expect((await make(app, importId, { batchName: 'Table' })).batchesGone).toEqual([]);
    expect(await batchesOf(app)).toMatchObject([{ draftIds: [third] }, { draftIds: [first, second] }]);
    await app.clock.advance(1000);
    await app.edit(app.release('2.2.0'), { fields: { status: 'PUBLISHED' } });

    expect(await undo(app, importId)).toHaveLength(1);
    expect(await batchesOf(app)).toMatchObject([
      { name: 'Spring', draftIds: [third, first] },
      { name: 'Table', draftIds: [second] },
    ]);
  });

  test('does not stay behind when a plan puts its last draft, which said nothing, aside', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1']);
    const release = app.release('2.2.1');
    await app.edit(release, { fields: { status: release.status } });
    const told = batchEvents(app);
    const importId = await begin(
      app,
      fileOf('plan.json', planFor(app, [entryOf(release, { status: 'DEPRECATED' })])),
    );
    expect(await make(app, importId)).toMatchObject({ made: 1, batchesGone: ['Spring'] });
    expect(await batchesOf(app)).toMatchObject([{ name: 'Winter' }]);
    expect(told.length).toBeGreaterThan(0);

    expect(await undo(app, importId)).toEqual([]);
    expect(await batchesOf(app)).toMatchObject([{ id: batch.id, draftIds: batch.draftIds, startAt }]);
  });

  test('that a person has removed does not come back with the undo of an import', async () => {
    const app = await runApp();
    const batch = await batchOf(app, ['2.2.1', '2.2.0']);
    const { productId, id } = app.release('2.2.1');
    const text = `productId,releaseId,status\n${productId},${id},DEPRECATED\n`;
    const importId = await begin(app, fileOf('table.csv', text));
    await make(app, importId, { batchName: 'Table' });
    await app.services.handlers['batches.remove']({ batchId: batch.id }, []);
    expect(await undo(app, importId)).toEqual([]);
    expect(await batchesOf(app)).toEqual([]);
    expect(await draftsOf(app)).toHaveLength(2);
  });

  test('that is gone takes in no draft, which stays where it is', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const batch = await batchOf(app, ['2.2.1']);
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    await handlers['drafts.discard']({ draftId: batch.draftIds[0] ?? '' }, []);
    await expect(async () =>
      handlers['batches.add']({ batchId: batch.id, draftIds: [draft.id] }, []),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
    await handlers['drafts.restore']({ draftId: batch.draftIds[0] ?? '' }, []);
    expect(await batchesOf(app)).toMatchObject([{ id: batch.id, draftIds: batch.draftIds }]);
  });

  test('that was given another draft stays when the import that made it is undone', async () => {
    const app = await runApp();
    const [release, other] = app.releases.filter(({ latest }) => !latest);
    if (!release) throw new Error('too few releases');
    const text = planFor(app, [entryOf(release, { status: 'ARCHIVED' })]);
    const importId = await begin(app, fileOf('plan.json', text));
    const { batchId } = await make(app, importId);
    const own = (await app.edit(other ?? null, { fields: { status: 'ARCHIVED' } })).draft.id;
    await app.services.handlers['batches.add']({ batchId: batchId ?? '', draftIds: [own] }, []);

    expect(await undo(app, importId)).toEqual([]);
    expect(await batchesOf(app)).toMatchObject([{ id: batchId, draftIds: [own] }]);
  });
});
