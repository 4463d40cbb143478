import { describe, expect, test } from 'vitest';
import type { Batch } from '../../electron/model/batch.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';

/** A batch of four drafts, of which some are put elsewhere. */
async function withBatch() {
  const app = await runApp();
  const releases = app.releases.filter(({ latest }) => !latest).slice(0, 4);
  const draftIds: string[] = [];
  for (const release of releases) {
    draftIds.push((await app.edit(release, { fields: { status: 'ARCHIVED' } })).draft.id);
  }
  const first = await make(app, 'First', draftIds);
  const [one = '', two = '', three = '', four = ''] = draftIds;
  return { app, handlers: app.services.handlers, first, one, two, three, four };
}

const make = async ({ services, connection }: RunningApp, name: string, draftIds: string[]): Promise<Batch> =>
  services.handlers['batches.create']({ connectionId: connection.id, name, draftIds }, []);

/** The drafts of each batch, by its name. */
async function batchesOf({ services, connection }: RunningApp): Promise<Record<string, string[]>> {
  const batches = await services.handlers['batches.list']({ connectionId: connection.id }, []);
  return Object.fromEntries(batches.map(({ name, draftIds }) => [name, draftIds]));
}

describe('drafts that were put in another batch', () => {
  test('go back to their places when it is undone that it was made, and it is gone', async () => {
    const { app, handlers, one, two, three, four } = await withBatch();
    const second = await make(app, 'Second', [three, one]);
    expect(await batchesOf(app)).toEqual({ First: [two, four], Second: [three, one] });
    expect(await handlers['batches.moveBack']({ batchId: second.id, draftIds: [three, one] }, [])).toEqual({
      isDone: true,
    });
    expect(await batchesOf(app)).toEqual({ First: [one, two, three, four] });
    await expect(
      Promise.resolve().then(() =>
        handlers['batches.moveBack']({ batchId: second.id, draftIds: [three, one] }, []),
      ),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
  });

  test('stay where they are once something was made of it since', async () => {
    const { app, handlers, one, two, three, four } = await withBatch();
    const { id } = await make(app, 'Second', [three, one]);
    await handlers['batches.change']({ batchId: id, change: { name: 'Autumn' } }, []);
    expect(await handlers['batches.moveBack']({ batchId: id, draftIds: [three, one] }, [])).toEqual({
      isDone: false,
    });
    expect(await batchesOf(app)).toEqual({ First: [two, four], Autumn: [three, one] });
  });

  test('go back when it is undone that they were added, but for those that have left it since', async () => {
    const { app, handlers, first, one, two, three, four } = await withBatch();
    const { id } = await make(app, 'Second', [two]);
    await handlers['batches.add']({ batchId: id, draftIds: [two, one, four] }, []);
    await handlers['batches.add']({ batchId: first.id, draftIds: [four] }, []);
    expect(await batchesOf(app)).toEqual({ First: [three, four], Second: [two, one] });
    const added = { batchId: id, draftIds: [two, one, four] };
    expect(await handlers['batches.moveBack'](added, [])).toEqual({ isDone: true });
    expect(await batchesOf(app)).toEqual({ First: [one, three, four], Second: [two] });
    expect(await handlers['batches.moveBack'](added, [])).toEqual({ isDone: false });
  });

  test('go back step by step, and each time only those that were put there then', async () => {
    const { app, handlers, one, two, three, four } = await withBatch();
    const { id } = await make(app, 'Second', [four]);
    await handlers['batches.add']({ batchId: id, draftIds: [three] }, []);
    await handlers['batches.add']({ batchId: id, draftIds: [one] }, []);
    const back = async (draftIds: string[]) =>
      (await handlers['batches.moveBack']({ batchId: id, draftIds }, [])).isDone;
    expect(await back([four])).toBe(false);
    expect(await back([three])).toBe(true);
    expect(await batchesOf(app)).toEqual({ First: [two, three], Second: [four, one] });
    expect(await back([one])).toBe(true);
    expect(await back([four])).toBe(true);
    expect(await batchesOf(app)).toEqual({ First: [one, two, three, four] });
  });

  test('go back however many were moved since', async () => {
    const { app, handlers, first, one } = await withBatch();
    const { id } = await make(app, 'Second', [one]);
    const others = [first.id, id];
    for (let time = 0; time < 40; time += 1) {
      await handlers['batches.add']({ batchId: others[time % 2] ?? '', draftIds: [one] }, []);
    }
    for (let time = 39; time >= 0; time -= 1) {
      const move = { batchId: others[time % 2] ?? '', draftIds: [one] };
      expect(await handlers['batches.moveBack'](move, [])).toEqual({ isDone: true });
    }
    expect((await batchesOf(app)).Second).toEqual([one]);
  });

  test('are not moved by being put where they are, which leaves nothing to undo but what was done before', async () => {
    const { app, handlers, one, two, three, four } = await withBatch();
    const { id } = await make(app, 'Second', [two]);
    const added = { batchId: id, draftIds: [one] };
    await handlers['batches.add'](added, []);
    await handlers['batches.add'](added, []);
    expect(await handlers['batches.moveBack'](added, [])).toEqual({ isDone: true });
    expect(await batchesOf(app)).toEqual({ First: [one, three, four], Second: [two] });
  });

  test('stay while the batch that was made of them is on its way', async () => {
    const { app, handlers, one, two } = await withBatch();
    const { id } = await make(app, 'Second', [one, two]);
    const reading = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    await handlers['batches.publish']({ batchId: id }, []);
    await reading.reached;
    await expect(
      Promise.resolve().then(() => handlers['batches.moveBack']({ batchId: id, draftIds: [one, two] }, [])),
    ).rejects.toMatchObject({ failure: { kind: 'busy' } });
    expect((await batchesOf(app)).Second).toEqual([one, two]);
  });
});
