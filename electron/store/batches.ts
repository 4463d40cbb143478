import { z } from 'zod';
import { appError } from '../errors.ts';
import { type Batch, onFailureSchema } from '../model/batch.ts';
import { words } from '../texts/words.ts';
import type { Store } from './database.ts';

/** Batches, and which drafts are in them. Everything is on disk when a call returns, all of it or nothing. */
export interface BatchStore {
  /** Oldest first. Drafts that were discarded are left out, and come back to their place when they are restored. */
  list(connectionId: string): Batch[];
  get(id: string): Batch | null;
  /** The batch a draft is in. */
  ofDraft(draftId: string): Batch | null;
  /** Takes its drafts out of the batches they were in. Throws `not-known` where one is not a draft of the connection. */
  insert(batch: Batch): void;
  update(id: string, change: Pick<Batch, 'name' | 'onFailure' | 'startAt' | 'updatedAt'>): void;
  /**
   * Makes exactly these the drafts of the batch, in this order; others leave it, discarded ones keep their place.
   * Throws `not-known` where one is not a draft of the batch's connection.
   */
  setDrafts(id: string, draftIds: readonly string[], updatedAt: string): void;
  /** Puts drafts at the end of the batch, out of whichever they were in. Its own keep their place. Throws as `setDrafts`. */
  append(id: string, draftIds: readonly string[], updatedAt: string): void;
  /** Takes drafts out of whichever batches they are in. */
  takeOut(draftIds: readonly string[]): void;
  /**
   * Hides those batches of these drafts in which every draft is discarded by now, and answers what they are called.
   * `restoreOf` brings them back until `forgetDiscarded`. One that was emptied in another way stays.
   */
  discardEmptied(draftIds: readonly string[], at: string): string[];
  /** Brings back the batches that went with these drafts. */
  restoreOf(draftIds: readonly string[]): void;
  /** As `discardEmptied`, for those of these batches that hold no draft any more, wherever it went. */
  discardEmpty(ids: readonly string[], at: string): string[];
  /** Brings back a batch that went with its last draft; does nothing where it is there, or gone for good. */
  restore(id: string): void;
  forgetDiscarded(before: string): void;
  /** The ids of its drafts in their order, with those that are discarded and would come back there. */
  places(id: string): string[];
  /** Leaves its drafts as they are. */
  remove(id: string): void;
}

const batchRow = z.object({
  id: z.string(),
  connection_id: z.string(),
  name: z.string(),
  on_failure: onFailureSchema,
  start_at: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
const memberRow = z.object({ batch_id: z.string(), draft_id: z.string() });
const ownRow = z.object({ draft_id: z.string() });
const nameRow = z.object({ name: z.string() });
const endRow = z.object({ position: z.number() });
const placeRow = z.object({ draft_id: z.string(), discarded_at: z.string().nullable() });

const namesIn = (rows: unknown): string[] =>
  z
    .array(nameRow)
    .parse(rows)
    .map(({ name }) => name);

export function createBatchStore(store: Store): BatchStore {
  const { db } = store;
  const selectList = db.prepare(
    'SELECT * FROM batches WHERE connection_id = ? AND discarded_at IS NULL ORDER BY created_at, rowid',
  );
  const selectOne = db.prepare('SELECT * FROM batches WHERE id = ? AND discarded_at IS NULL');
  const selectOfDraft = db.prepare(
    'SELECT batches.* FROM batches JOIN batch_drafts ON batch_id = batches.id WHERE draft_id = ?',
  );
  const inUse = `
    SELECT batch_id, draft_id FROM batch_drafts
      JOIN drafts ON drafts.id = draft_id
      JOIN batches ON batches.id = batch_id
    WHERE drafts.discarded_at IS NULL`;
  const selectMembers = db.prepare(`${inUse} AND batch_id = ? ORDER BY position`);
  const selectMembersOfAll = db.prepare(`${inUse} AND batches.connection_id = ? ORDER BY batch_id, position`);
  const selectPlaces = db.prepare(`
    SELECT draft_id, discarded_at FROM batch_drafts JOIN drafts ON drafts.id = draft_id
    WHERE batch_id = ? ORDER BY position`);
  const insertOne = db.prepare(`
    INSERT INTO batches (id, connection_id, name, on_failure, start_at, created_at, updated_at)
    VALUES (:id, :connectionId, :name, :onFailure, :startAt, :createdAt, :updatedAt)`);
  const updateOne = db.prepare(`
    UPDATE batches SET name = :name, on_failure = :onFailure, start_at = :startAt, updated_at = :updatedAt
    WHERE id = :id`);
  const touch = db.prepare('UPDATE batches SET updated_at = ? WHERE id = ?');
  const deleteOne = db.prepare('DELETE FROM batches WHERE id = ?');
  const empty = db.prepare('DELETE FROM batch_drafts WHERE batch_id = ?');
  const selectOwn = db.prepare('SELECT draft_id FROM batch_drafts WHERE batch_id = ?');
  const selectEnd = db.prepare(
    'SELECT coalesce(max(position), -1) + 1 AS position FROM batch_drafts WHERE batch_id = ?',
  );
  const put = db.prepare(`
    INSERT INTO batch_drafts (draft_id, batch_id, position)
    SELECT drafts.id, batches.id, :position + named.key
    FROM json_each(:draftIds) AS named
      CROSS JOIN drafts ON drafts.id = named.value
      CROSS JOIN batches ON batches.id = :id AND batches.connection_id = drafts.connection_id
        AND batches.discarded_at IS NULL
    WHERE true
    ON CONFLICT (draft_id) DO UPDATE SET batch_id = excluded.batch_id, position = excluded.position`);
  const take = db.prepare('DELETE FROM batch_drafts WHERE draft_id IN (SELECT value FROM json_each(?))');

  const ofThese =
    'SELECT batch_id FROM batch_drafts WHERE draft_id IN (SELECT value FROM json_each(:draftIds))';
  const discardIfEmpty = (ids: string): string => `
    UPDATE batches SET discarded_at = :at
    WHERE discarded_at IS NULL AND id IN (${ids})
      AND NOT EXISTS (
        SELECT 1 FROM batch_drafts JOIN drafts ON drafts.id = draft_id
        WHERE batch_id = batches.id AND drafts.discarded_at IS NULL)
    RETURNING name`;
  const discardEmptied = db.prepare(discardIfEmpty(ofThese));
  const discardEmpty = db.prepare(discardIfEmpty('SELECT value FROM json_each(:ids)'));
  const restoreOne = db.prepare('UPDATE batches SET discarded_at = NULL WHERE id = ?');
  const restoreOf = db.prepare(`UPDATE batches SET discarded_at = NULL WHERE id IN (${ofThese})`);
  const deleteDiscarded = db.prepare('DELETE FROM batches WHERE discarded_at < ?');

  const withDrafts = (row: z.infer<typeof batchRow>, draftIds: string[]): Batch => ({
    id: row.id,
    connectionId: row.connection_id,
    name: row.name,
    draftIds,
    onFailure: row.on_failure,
    startAt: row.start_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
  const one = (row: unknown): Batch | null => {
    if (row === undefined) return null;
    const batch = batchRow.parse(row);
    const members = z.array(memberRow).parse(selectMembers.all(batch.id));
    return withDrafts(
      batch,
      members.map((member) => member.draft_id),
    );
  };

  const setDrafts = (id: string, draftIds: readonly string[]): void => {
    const places = z.array(placeRow).parse(selectPlaces.all(id));
    const named = new Set(draftIds);
    const order = [...named];
    for (const [position, { draft_id, discarded_at }] of places.entries()) {
      if (discarded_at !== null && !named.has(draft_id)) order.splice(position, 0, draft_id);
    }
    empty.run(id);
    putAt(id, order, 0);
  };

  /** Puts drafts in a batch, one behind the other from a position on. */
  const putAt = (id: string, draftIds: readonly string[], position: number): void => {
    const { changes } = put.run({ id, draftIds: JSON.stringify(draftIds), position });
    if (changes === draftIds.length) return;
    throw appError('not-known', words().refusals.gone.inBatch);
  };

  return {
    list: (connectionId) => {
      const members = new Map<string, string[]>();
      for (const { batch_id, draft_id } of z.array(memberRow).parse(selectMembersOfAll.all(connectionId))) {
        const known = members.get(batch_id);
        if (known) known.push(draft_id);
        else members.set(batch_id, [draft_id]);
      }
      return z
        .array(batchRow)
        .parse(selectList.all(connectionId))
        .map((row) => withDrafts(row, members.get(row.id) ?? []));
    },
    get: (id) => one(selectOne.get(id)),
    ofDraft: (draftId) => one(selectOfDraft.get(draftId)),
    insert: ({ draftIds, ...batch }) =>
      store.transaction(() => {
        insertOne.run(batch);
        setDrafts(batch.id, draftIds);
      }),
    update: (id, { name, onFailure, startAt, updatedAt }) => {
      updateOne.run({ id, name, onFailure, startAt, updatedAt });
    },
    setDrafts: (id, draftIds, updatedAt) =>
      store.transaction(() => {
        setDrafts(id, draftIds);
        touch.run(updatedAt, id);
      }),
    append: (id, draftIds, updatedAt) =>
      store.transaction(() => {
        const own = new Set(
          z
            .array(ownRow)
            .parse(selectOwn.all(id))
            .map((row) => row.draft_id),
        );
        const { position } = endRow.parse(selectEnd.get(id));
        putAt(
          id,
          [...new Set(draftIds)].filter((draftId) => !own.has(draftId)),
          position,
        );
        touch.run(updatedAt, id);
      }),
    takeOut: (draftIds) => {
      take.run(JSON.stringify(draftIds));
    },
    discardEmptied: (draftIds, at) => namesIn(discardEmptied.all({ draftIds: JSON.stringify(draftIds), at })),
    discardEmpty: (ids, at) => namesIn(discardEmpty.all({ ids: JSON.stringify(ids), at })),
    restore: (id) => {
      restoreOne.run(id);
    },
    restoreOf: (draftIds) => {
      restoreOf.run({ draftIds: JSON.stringify(draftIds) });
    },
    forgetDiscarded: (before) => {
      deleteDiscarded.run(before);
    },
    places: (id) =>
      z
        .array(placeRow)
        .parse(selectPlaces.all(id))
        .map(({ draft_id }) => draft_id),
    remove: (id) => {
      deleteOne.run(id);
    },
  };
}
