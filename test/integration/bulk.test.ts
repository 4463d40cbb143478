import { setImmediate as immediately } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../electron/pieces.ts';
import type { Chosen } from '../../electron/services/bulk-subjects.ts';
import { releaseOf } from '../support/batches.ts';
import { openBulkService } from '../support/bulk-service.ts';
import { exampleDraft } from '../support/examples.ts';

const archive = { change: 'status', status: 'ARCHIVED' } as const;
const none = { is: 'none' } as const;
const versions = (count: number) => Array.from({ length: count }, (_, at) => releaseOf(`1.${at}.0`));

/** A service with so many releases, all of them chosen. */
function open(count: number) {
  const releases = versions(count);
  const service = openBulkService(releases);
  const chosen: Chosen = {
    connectionId: service.connectionId,
    releaseIds: releases.map(({ id }) => id),
    draftIds: [],
  };
  const apply: typeof service.bulk.apply = async (what, change, _seen, batch) =>
    service.bulk.apply(what, change, (await service.bulk.preview(what, change)).seen, batch);
  return { ...service, releases, chosen, apply };
}

describe('a bulk change', () => {
  test('is shown without anything being written or told', async () => {
    const { bulk, chosen, drafts, told, connectionId } = open(3);
    const { rows, label, gone } = await bulk.preview(chosen, archive);
    expect(rows.map(({ version, outcome }) => [version, outcome.is])).toEqual([
      ['1.0.0', 'changed'],
      ['1.1.0', 'changed'],
      ['1.2.0', 'changed'],
    ]);
    expect({ label, gone }).toEqual({ label: 'Status', gone: 0 });
    expect(atOnce(drafts.reading(connectionId))).toEqual([]);
    expect(told).toEqual([]);
  });

  test('makes a draft of each release, told in one event', async () => {
    const { chosen, drafts, told, connectionId, apply } = open(3);
    const done = await apply(chosen, archive, '', none);
    expect(done).toMatchObject({ made: 3, changed: 0, batchId: null });
    const made = atOnce(drafts.reading(connectionId));
    expect(made.map(({ fields }) => [fields.version, fields.status])).toEqual([
      ['1.0.0', 'ARCHIVED'],
      ['1.1.0', 'ARCHIVED'],
      ['1.2.0', 'ARCHIVED'],
    ]);
    expect(told).toEqual([
      { name: 'drafts.changed', payload: { connectionId, draftIds: made.map(({ id }) => id) } },
    ]);
  });

  test('goes on top of what a draft says, file and all', async () => {
    const { releases, chosen, drafts, apply } = open(2);
    const [first] = releases;
    const draft = exampleDraft({
      id: 'mine',
      base: first ?? null,
      releaseId: first?.id ?? null,
      file: { kind: 'remove' },
    });
    drafts.insert({ ...draft, fields: { ...draft.fields, version: '1.0.1' } });
    expect(await apply(chosen, archive, '', none)).toMatchObject({ made: 1, changed: 1 });
    expect(drafts.get('mine')).toMatchObject({
      fields: { version: '1.0.1', status: 'ARCHIVED' },
      file: { kind: 'remove' },
      createdAt: draft.createdAt,
    });
  });

  test('takes a release that was only opened as one without a draft, as it was last seen', async () => {
    const { releases, chosen, drafts, apply, bulk, connectionId } = open(1);
    const base = releaseOf('1.0.0', { id: releases[0]?.id ?? '', metadata: [], status: 'DRAFT' });
    drafts.insert(exampleDraft({ id: 'opened', base, releaseId: base.id }));
    const done = await apply(chosen, archive, '', none);
    expect(done).toMatchObject({ made: 1, changed: 0 });
    expect(atOnce(drafts.reading(connectionId))).toMatchObject([
      { id: 'opened', base: { status: 'PUBLISHED' } },
    ]);
    await bulk.undo(done.bulkId);
    expect(drafts.get('opened')).toMatchObject({ base: { status: 'DRAFT' }, fields: { status: 'DRAFT' } });
  });

  test('counts what is no longer there, and does the rest', async () => {
    const { bulk, chosen, drafts, connectionId } = open(2);
    drafts.insert(exampleDraft({ id: 'elsewhere', base: null, releaseId: null }));
    drafts.insert(exampleDraft({ id: 'discarded', base: null, releaseId: null }));
    drafts.discard('discarded', '2026-01-01T12:00:00.000Z');
    const { rows, gone } = await bulk.preview(
      {
        ...chosen,
        releaseIds: [...chosen.releaseIds, 'gone'],
        draftIds: ['never', 'discarded', 'elsewhere'],
      },
      archive,
    );
    expect(rows).toHaveLength(3);
    expect(gone).toBe(3);
    const { rows: others } = await bulk.preview({ ...chosen, connectionId: `${connectionId} 2` }, archive);
    expect(others).toEqual([]);
  });

  test('takes a release that is named twice, by itself and by its draft, once', async () => {
    const { releases, chosen, drafts, bulk } = open(1);
    const [release] = releases;
    drafts.insert(exampleDraft({ id: 'mine', base: release ?? null, releaseId: release?.id ?? null }));
    const twice = {
      ...chosen,
      releaseIds: [...chosen.releaseIds, ...chosen.releaseIds],
      draftIds: ['mine', 'mine'],
    };
    const { rows, gone } = await bulk.preview(twice, archive);
    expect(rows).toHaveLength(1);
    expect(gone).toBe(0);
  });

  test('that is not what was shown any more is refused, and nothing is written', async () => {
    const { bulk, releases, chosen, drafts, connectionId } = open(2);
    const { seen } = await bulk.preview(chosen, archive);
    const base = releases[0] ?? null;
    drafts.insert(exampleDraft({ id: 'mine', base, releaseId: base?.id ?? null, file: { kind: 'remove' } }));
    await expect(bulk.apply(chosen, archive, seen, none)).rejects.toMatchObject({
      failure: { kind: 'conflict', message: 'Something has changed since this was shown.' },
    });
    expect(atOnce(drafts.reading(connectionId)).map(({ id }) => id)).toEqual(['mine']);
  });

  test('is refused as a whole where a draft is sent on its way, edited or made while it is worked out', async () => {
    for (const interfere of [
      ({ publishing }: ReturnType<typeof open>) => publishing.add('last'),
      ({ drafts, releases }: ReturnType<typeof open>) => {
        const base = releases.at(-1) ?? null;
        drafts.replace(
          exampleDraft({
            id: 'last',
            base,
            releaseId: base?.id ?? null,
            updatedAt: '2026-01-01T12:00:07.000Z',
          }),
          '2026-01-01T12:00:00.000Z',
        );
      },
      ({ drafts, releases }: ReturnType<typeof open>) => {
        const base = releases[300] ?? null;
        drafts.insert(exampleDraft({ id: 'between', base, releaseId: base?.id ?? null }));
      },
    ]) {
      const service = open(400);
      const { bulk, drafts, releases, chosen, connectionId, told } = service;
      const base = releases.at(-1) ?? null;
      drafts.insert(
        exampleDraft({ id: 'last', base, releaseId: base?.id ?? null, file: { kind: 'remove' } }),
      );
      const { seen } = await bulk.preview(chosen, archive);
      const before = atOnce(drafts.reading(connectionId)).length;
      const applying = bulk.apply(chosen, archive, seen, none);
      // Everything has been read by then, and nothing is written yet.
      for (let turn = 0; turn < 20; turn += 1) await immediately();
      interfere(service);
      const between = atOnce(drafts.reading(connectionId)).length;
      await expect(applying).rejects.toMatchObject({ failure: { kind: 'conflict' } });
      expect(atOnce(drafts.reading(connectionId))).toHaveLength(between);
      expect(between - before).toBeLessThanOrEqual(1);
      expect(told).toEqual([]);
    }
  });

  test('of which the last step fails has written nothing', async () => {
    const { chosen, drafts, told, connectionId, apply } = open(50);
    await expect(
      apply(chosen, archive, '', { is: 'existing', batchId: 'no such batch' }),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
    expect(atOnce(drafts.reading(connectionId))).toEqual([]);
    expect(told).toEqual([]);
  });

  test('that changes nothing is refused', async () => {
    const { chosen, apply } = open(2);
    await expect(apply(chosen, { change: 'status', status: 'PUBLISHED' }, '', none)).rejects.toMatchObject({
      failure: { kind: 'invalid-input', message: 'This changes nothing.' },
    });
  });

  test('leaves alone what is on its way', async () => {
    const { releases, chosen, drafts, publishing, apply } = open(2);
    const base = releases[0] ?? null;
    drafts.insert(exampleDraft({ id: 'mine', base, releaseId: base?.id ?? null }));
    publishing.add('mine');
    expect(await apply(chosen, archive, '', none)).toMatchObject({ made: 1, changed: 0 });
    expect(drafts.get('mine')).toMatchObject({ fields: { status: 'PUBLISHED' } });
  });
});

describe('undoing a bulk change', () => {
  test('discards what was made and gives back what was there, in one event', async () => {
    const { releases, chosen, drafts, bulk, apply, told, connectionId } = open(3);
    const base = releases[1] ?? null;
    const mine = exampleDraft({ id: 'mine', base, releaseId: base?.id ?? null, file: { kind: 'remove' } });
    drafts.insert(mine);
    const { bulkId } = await apply(chosen, archive, '', none);
    told.length = 0;
    expect(await bulk.undo(bulkId)).toEqual({ undone: 3, left: [] });
    expect(atOnce(drafts.reading(connectionId))).toEqual([mine]);
    expect(told).toHaveLength(1);
    await expect(bulk.undo(bulkId)).rejects.toThrow('can no longer be undone');
  });

  test('leaves what has been edited, queued or published since, and says so', async () => {
    const { chosen, drafts, bulk, apply, clock, publishing, connectionId } = open(4);
    const { bulkId } = await apply(chosen, archive, '', none);
    const [edited, queued, published] = atOnce(drafts.reading(connectionId));
    if (!edited || !queued || !published) throw new Error('there should be drafts');
    await clock.advance(1000);
    drafts.update(edited.id, { ...edited, updatedAt: new Date(clock.now()).toISOString() });
    publishing.add(queued.id);
    drafts.remove(published.id);
    expect(await bulk.undo(bulkId)).toEqual({
      undone: 1,
      left: [
        { version: '1.0.0', why: 'edited' },
        { version: '1.1.0', why: 'publishing' },
        { version: '1.2.0', why: 'gone' },
      ],
    });
    expect(atOnce(drafts.reading(connectionId)).map(({ id }) => id)).toEqual([edited.id, queued.id]);
  });

  test('is possible for one after the other, the last one first', async () => {
    const { chosen, drafts, bulk, apply, clock, connectionId } = open(2);
    const first = await apply(chosen, archive, '', none);
    await clock.advance(1000);
    const second = await apply(chosen, { change: 'status', status: 'DRAFT' }, '', none);
    expect(second).toMatchObject({ made: 0, changed: 2 });
    expect(await bulk.undo(second.bulkId)).toMatchObject({ undone: 2 });
    expect(atOnce(drafts.reading(connectionId)).map(({ fields }) => fields.status)).toEqual([
      'ARCHIVED',
      'ARCHIVED',
    ]);
    expect(await bulk.undo(first.bulkId)).toMatchObject({ undone: 2 });
    expect(atOnce(drafts.reading(connectionId))).toEqual([]);
  });

  test('is possible for the last ten, and refused for what was never done', async () => {
    const { chosen, bulk, apply, clock } = open(1);
    const ids: string[] = [];
    for (let round = 0; round < 11; round += 1) {
      await clock.advance(1000);
      const status = round % 2 === 0 ? 'ARCHIVED' : 'DRAFT';
      ids.push((await apply(chosen, { change: 'status', status }, '', none)).bulkId);
    }
    await expect(bulk.undo(ids[0] ?? '')).rejects.toThrow('can no longer be undone');
    await expect(bulk.undo('never')).rejects.toThrow('can no longer be undone');
    expect(await bulk.undo(ids[10] ?? '')).toMatchObject({ undone: 1 });
  });
});

describe('a bulk change that goes into a batch', () => {
  test('makes a new one, the oldest version first, and takes it away when it is undone', async () => {
    const { chosen, batches, drafts, bulk, apply, told, connectionId } = open(11);
    const done = await apply(chosen, archive, '', { is: 'new', name: ' End of life ' });
    const [batch] = batches.list(connectionId);
    expect(batch).toMatchObject({ id: done.batchId, name: 'End of life', onFailure: 'stop' });
    const order = batch?.draftIds.map((id) => drafts.get(id)?.fields.version);
    expect(order).toEqual(versions(11).map(({ version }) => version));
    expect(told.map(({ name }) => name)).toEqual(['drafts.changed', 'batches.changed']);
    await bulk.undo(done.bulkId);
    expect(batches.list(connectionId)).toEqual([]);
  });

  test('adds to one that is there, out of others, and puts all back when it is undone', async () => {
    const { releases, chosen, batches, drafts, bulk, apply, connectionId } = open(4);
    const batch = { connectionId, onFailure: 'stop', startAt: null } as const;
    const time = { createdAt: '2026-01-01T11:00:00.000Z', updatedAt: '2026-01-01T11:00:00.000Z' };
    for (const [id, base] of [
      ['a', releases[0]],
      ['b', releases[1]],
      ['c', releases[2]],
    ] as const) {
      drafts.insert(
        exampleDraft({ id, base: base ?? null, releaseId: base?.id ?? null, file: { kind: 'remove' } }),
      );
    }
    drafts.insert(exampleDraft({ id: 'other', base: null, releaseId: null }));
    batches.insert({ ...batch, ...time, id: 'from', name: 'From', draftIds: ['a', 'other', 'b'] });
    batches.insert({ ...batch, ...time, id: 'into', name: 'Into', draftIds: [] });

    const done = await apply(chosen, archive, '', { is: 'existing', batchId: 'into' });
    expect(done).toMatchObject({ made: 1, changed: 3, batchId: 'into' });
    expect(batches.get('from')?.draftIds).toEqual(['other']);
    expect(batches.get('into')?.draftIds).toEqual(['a', 'b', 'c', expect.any(String)]);

    await bulk.undo(done.bulkId);
    expect(batches.get('from')?.draftIds).toEqual(['a', 'other', 'b']);
    expect(batches.get('into')?.draftIds).toEqual([]);
    expect(batches.ofDraft('c')).toBeNull();
  });

  test('leaves every batch as it was where a draft of the last part is refused', async () => {
    const { releases, chosen, batches, drafts, bulk, publishing, connectionId, told } = open(600);
    const batch = { connectionId, onFailure: 'stop', startAt: null } as const;
    const time = { createdAt: '2026-01-01T11:00:00.000Z', updatedAt: '2026-01-01T11:00:00.000Z' };
    for (const [id, base] of [
      ['first', releases[0]],
      ['last', releases.at(-1)],
    ] as const) {
      const file = { kind: 'remove' } as const;
      drafts.insert(exampleDraft({ id, base: base ?? null, releaseId: base?.id ?? null, file }));
    }
    batches.insert({ ...batch, ...time, id: 'from', name: 'From', draftIds: ['last', 'first'] });
    const before = atOnce(drafts.reading(connectionId));
    const { seen } = await bulk.preview(chosen, archive);
    const applying = bulk.apply(chosen, archive, seen, { is: 'new', name: 'Many' });
    while (atOnce(drafts.reading(connectionId)).length === before.length) await immediately();
    publishing.add('last');
    await expect(applying).rejects.toMatchObject({ failure: { kind: 'conflict' } });
    expect(atOnce(drafts.reading(connectionId))).toEqual(before);
    expect(batches.list(connectionId).map(({ id, draftIds }) => [id, draftIds])).toEqual([
      ['from', ['last', 'first']],
    ]);
    expect(told).toEqual([]);
  });

  test('leaves the batch to what has happened in it since', async () => {
    const { chosen, batches, drafts, bulk, apply, clock, connectionId } = open(2);
    const { bulkId, batchId } = await apply(chosen, archive, '', { is: 'new', name: 'Mine' });
    const [edited] = atOnce(drafts.reading(connectionId));
    if (!edited || batchId === null) throw new Error('there should be a draft and a batch');
    await clock.advance(1000);
    drafts.update(edited.id, { ...edited, updatedAt: new Date(clock.now()).toISOString() });
    expect(await bulk.undo(bulkId)).toMatchObject({ undone: 1, left: [{ why: 'edited' }] });
    expect(batches.get(batchId)?.draftIds).toEqual([edited.id]);
  });
});

test('a thousand of ten thousand are changed and changed back in pieces, within two seconds', {
  timeout: 60_000,
}, async () => {
  const { chosen, bulk, drafts, connectionId } = open(10_000);
  const thousand = { ...chosen, releaseIds: chosen.releaseIds.slice(4000, 5000) };
  const { turnsWhile } = countTurns();
  const startedAt = performance.now();
  const shown = await turnsWhile(() => bulk.preview(thousand, archive));
  const done = await turnsWhile(() =>
    bulk.apply(thousand, archive, shown.value.seen, { is: 'new', name: 'Many' }),
  );
  expect(done.value).toMatchObject({ made: 1000, changed: 0 });
  const undone = await turnsWhile(() => bulk.undo(done.value.bulkId));
  expect(undone.value).toEqual({ undone: 1000, left: [] });
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(atOnce(drafts.reading(connectionId))).toEqual([]);
  // The releases are in memory; going through a thousand of them is not one piece of work all the same.
  expect(shown.turns).toBeGreaterThan(20);
  expect(done.turns).toBeGreaterThan(20);
  expect(undone.turns).toBeGreaterThan(2);
});

/** Counts how often others get their turn while something goes on. */
function countTurns() {
  return {
    turnsWhile: async <T>(work: () => Promise<T>) => {
      let turns = 0;
      let isOver = false;
      const counting = (async () => {
        while (!isOver) {
          await immediately();
          turns += 1;
        }
      })();
      const value = await work();
      isOver = true;
      await counting;
      return { value, turns };
    },
  };
}
