import { z } from 'zod';
import {
  type Artifact,
  artifactSchema,
  type Draft,
  type DraftFields,
  draftFieldsSchema,
} from '../model/draft.ts';
import { type Release, releaseSchema } from '../model/release.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';
import type { Piece } from './releases.ts';
import { rowsAtOnce, rowsInTurn } from './rows-in-turn.ts';

/** Where an artifact was copied from, and how the file looked then. Stays in the main process. */
const artifactSourceSchema = z.object({
  path: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Milliseconds since 1970. */
  modifiedAt: z.number(),
});
export type ArtifactSource = z.infer<typeof artifactSourceSchema>;

/** What is meant to happen to the stored file, as it is kept: without a look at the disk. */
export const draftFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('replace'), artifact: artifactSchema }),
  z.object({ kind: z.literal('remove') }),
]);
export type DraftFile = z.infer<typeof draftFileSchema>;

/** A draft as it is stored. */
export interface StoredDraft extends Omit<Draft, 'file'> {
  file: DraftFile;
  source: ArtifactSource | null;
}

/** Drafts are on disk when a call returns. */
export interface DraftStore {
  /** A part of them, the newest change first; null when the draft it is to follow is not there. */
  newest(connectionId: string, piece: Piece): StoredDraft[] | null;
  /** All of them, oldest first, in pieces of a few milliseconds: each as it is when its piece is read. */
  reading(connectionId: string): Generator<void, StoredDraft[], void>;
  /** The ids of all of them. */
  ids(connectionId: string): Set<string>;
  get(id: string): StoredDraft | null;
  /** The same, unless it was discarded. */
  live(id: string): StoredDraft | null;
  ofRelease(connectionId: string, releaseId: string): StoredDraft | null;
  /** Those of releases that do not exist yet, oldest first. */
  ofNewReleases(connectionId: string): StoredDraft[];
  /** Those of a product that say this version. */
  ofVersion(connectionId: string, productId: string, version: string): StoredDraft[];
  insert(draft: StoredDraft): void;
  /** As `insert`; answers false, and does nothing, where the release has a draft already. */
  insertFirst(draft: StoredDraft): boolean;
  /** Writes all of a draft that is as it was at `since` and not discarded; answers whether it was. */
  replace(draft: StoredDraft, since: string): boolean;
  update(
    id: string,
    change: { fields: DraftFields; file: DraftFile; source: ArtifactSource | null; updatedAt: string },
  ): void;
  /** Starts the draft anew from what the server holds now; a draft of a new release is one of this release then. */
  rebase(id: string, base: Release, updatedAt: string): void;
  /** Hides a draft; `restore` brings it back until `forgetDiscarded`. */
  discard(id: string, at: string): void;
  /** As `discard`, for a draft that is as it was at `since`; answers whether it was. */
  discardUnchanged(id: string, since: string, at: string): boolean;
  restore(id: string): void;
  remove(id: string): void;
  forgetDiscarded(before: string): void;
  /** The artifacts drafts still need, discarded ones included. */
  artifacts(): Artifact[];
}

const rowSchema = z
  .object({
    id: z.string(),
    connection_id: z.string(),
    product_id: z.string(),
    release_id: z.string().nullable(),
    base: jsonColumn(releaseSchema).nullable(),
    fields: jsonColumn(draftFieldsSchema),
    file: jsonColumn(draftFileSchema),
    source: jsonColumn(artifactSourceSchema).nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform(
    (row): StoredDraft => ({
      id: row.id,
      connectionId: row.connection_id,
      productId: row.product_id,
      releaseId: row.release_id,
      base: row.base,
      fields: row.fields,
      file: row.file,
      source: row.source,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }),
  );

/** Made once: to make a schema costs more than to use it. */
const maybeRow = rowSchema.nullable();
const rows = z.array(rowSchema);
const idRow = z.object({ id: z.string() });
const placeRow = z.object({ updatedAt: z.string(), rowid: z.number() });

const columnOf = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

const columnsOf = ({ base, fields, file, source }: StoredDraft) => ({
  base: columnOf(base),
  fields: columnOf(fields),
  file: columnOf(file),
  source: columnOf(source),
});

export function createDraftStore({ db }: Store): DraftStore {
  // The plus keeps SQLite from sorting all of them for each piece.
  const selectSome = db.prepare(`
    SELECT rowid, * FROM drafts
    WHERE rowid > ? AND +connection_id = ? AND discarded_at IS NULL ORDER BY rowid LIMIT ${rowsAtOnce}`);
  const selectNewest = db.prepare(`
    SELECT * FROM drafts WHERE connection_id = :connectionId AND discarded_at IS NULL
    ORDER BY updated_at DESC, rowid LIMIT :count`);
  const selectOlder = db.prepare(`
    SELECT * FROM drafts WHERE connection_id = :connectionId AND discarded_at IS NULL
      AND updated_at <= :updatedAt AND (updated_at < :updatedAt OR rowid > :rowid)
    ORDER BY updated_at DESC, rowid LIMIT :count`);
  const selectPlace = db.prepare(
    'SELECT updated_at AS updatedAt, rowid FROM drafts WHERE id = ? AND discarded_at IS NULL',
  );
  const selectIds = db.prepare('SELECT id FROM drafts WHERE connection_id = ? AND discarded_at IS NULL');
  const selectOne = db.prepare('SELECT * FROM drafts WHERE id = ?');
  const selectLive = db.prepare('SELECT * FROM drafts WHERE id = ? AND discarded_at IS NULL');
  const selectOfRelease = db.prepare(
    'SELECT * FROM drafts WHERE connection_id = ? AND release_id = ? AND discarded_at IS NULL',
  );
  const selectOfNew = db.prepare(`
    SELECT * FROM drafts WHERE connection_id = ? AND release_id IS NULL AND discarded_at IS NULL
    ORDER BY created_at, rowid`);
  const selectOfVersion = db.prepare(`
    SELECT * FROM drafts
    WHERE connection_id = ? AND product_id = ? AND fields ->> 'version' = ? AND discarded_at IS NULL
    ORDER BY created_at, rowid`);
  const insertSql = `
    INSERT INTO drafts (id, connection_id, product_id, release_id, base, fields, file, source, created_at, updated_at)
    VALUES (:id, :connectionId, :productId, :releaseId, :base, :fields, :file, :source, :createdAt, :updatedAt)`;
  const insertOne = db.prepare(insertSql);
  const insertFirst = db.prepare(`${insertSql} ON CONFLICT DO NOTHING`);
  const replaceOne = db.prepare(`
    UPDATE drafts SET base = :base, fields = :fields, file = :file, source = :source, updated_at = :updatedAt
    WHERE id = :id AND updated_at = :since AND discarded_at IS NULL`);
  const updateOne = db.prepare(
    'UPDATE drafts SET fields = :fields, file = :file, source = :source, updated_at = :updatedAt WHERE id = :id',
  );
  const rebaseOne = db.prepare(
    'UPDATE drafts SET base = :base, release_id = :releaseId, updated_at = :updatedAt WHERE id = :id',
  );
  const discardOne = db.prepare('UPDATE drafts SET discarded_at = ? WHERE id = ?');
  const discardUnchanged = db.prepare(
    'UPDATE drafts SET discarded_at = ? WHERE id = ? AND updated_at = ? AND discarded_at IS NULL',
  );
  const restoreOne = db.prepare('UPDATE drafts SET discarded_at = NULL WHERE id = ?');
  const deleteOne = db.prepare('DELETE FROM drafts WHERE id = ?');
  const deleteDiscarded = db.prepare('DELETE FROM drafts WHERE discarded_at < ?');
  const selectFiles = db.prepare(`SELECT file FROM drafts WHERE file ->> 'kind' = 'replace'`);

  return {
    newest: (connectionId, { after, count = -1 }) => {
      if (after === undefined) return rows.parse(selectNewest.all({ connectionId, count }));
      const place = placeRow.optional().parse(selectPlace.get(after));
      return place ? rows.parse(selectOlder.all({ connectionId, count, ...place })) : null;
    },
    *reading(connectionId) {
      const drafts = yield* rowsInTurn((rowid) => selectSome.all(rowid, connectionId), rowSchema);
      return drafts.sort((a, b) => (a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt)));
    },
    ids: (connectionId) =>
      new Set(
        z
          .array(idRow)
          .parse(selectIds.all(connectionId))
          .map(({ id }) => id),
      ),
    get: (id) => maybeRow.parse(selectOne.get(id) ?? null),
    live: (id) => maybeRow.parse(selectLive.get(id) ?? null),
    ofRelease: (connectionId, releaseId) =>
      maybeRow.parse(selectOfRelease.get(connectionId, releaseId) ?? null),
    ofNewReleases: (connectionId) => rows.parse(selectOfNew.all(connectionId)),
    ofVersion: (connectionId, productId, version) =>
      rows.parse(selectOfVersion.all(connectionId, productId, version)),
    insert: (draft) => {
      insertOne.run({ ...draft, ...columnsOf(draft) });
    },
    insertFirst: (draft) => insertFirst.run({ ...draft, ...columnsOf(draft) }).changes === 1,
    replace: (draft, since) => {
      const { id, updatedAt } = draft;
      return replaceOne.run({ ...columnsOf(draft), id, updatedAt, since }).changes === 1;
    },
    update: (id, { fields, file, source, updatedAt }) => {
      updateOne.run({
        id,
        fields: columnOf(fields),
        file: columnOf(file),
        source: columnOf(source),
        updatedAt,
      });
    },
    rebase: (id, base, updatedAt) => {
      rebaseOne.run({ id, base: columnOf(base), releaseId: base.id, updatedAt });
    },
    discard: (id, at) => {
      discardOne.run(at, id);
    },
    discardUnchanged: (id, since, at) => discardUnchanged.run(at, id, since).changes === 1,
    restore: (id) => {
      restoreOne.run(id);
    },
    remove: (id) => {
      deleteOne.run(id);
    },
    forgetDiscarded: (before) => {
      deleteDiscarded.run(before);
    },
    artifacts: () =>
      z
        .array(z.object({ file: jsonColumn(draftFileSchema) }))
        .parse(selectFiles.all())
        .flatMap(({ file }) => (file.kind === 'replace' ? [file.artifact] : [])),
  };
}
