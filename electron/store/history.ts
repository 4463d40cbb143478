import { z } from 'zod';
import { type Attempt, attemptSchema } from '../model/attempt.ts';
import { type Artifact, artifactSchema } from '../model/draft.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** An artifact that was sent, and for which version the last time. */
export interface SentArtifact {
  readonly artifact: Artifact;
  readonly version: string;
}

/** So many of them, newest first, and where the next ones begin; null when there are none. */
export interface HistoryPage<T> {
  readonly items: T[];
  readonly next: HistoryPlace | null;
}
export type HistoryPlace = number;

/**
 * Every attempt: written before the first byte leaves, completed when its outcome is known. The newest are those that
 * were written last, whatever the clock said.
 */
export interface HistoryStore {
  save(attempt: Attempt): void;
  get(id: string): Attempt | null;
  ofJob(jobId: string): Attempt[];
  /** Those of these releases that tell something of a file, the newest first: verified, or with one before them. */
  withFiles(connectionId: string, releaseIds: readonly string[]): Attempt[];
  list(connectionId: string, limit: number): Attempt[];
  /** A part of the list, for who looks through all of it. `from` null for the newest. */
  page(connectionId: string, size: number, from: HistoryPlace | null): HistoryPage<Attempt>;
  /** The artifacts that were sent, by every connection, in parts; one that was sent twice is there twice. */
  sentArtifacts(size: number, from: HistoryPlace | null): HistoryPage<SentArtifact>;
  /** The artifact that was sent last with this MD5; null when none was. */
  artifactOf(md5: string): Artifact | null;
}

const rowSchema = z.object({ data: jsonColumn(attemptSchema) }).transform((row) => row.data);
const artifactRowSchema = z.object({ artifact: jsonColumn(artifactSchema), version: z.string() });
const placeSchema = z.object({ row: z.number() }).transform(({ row }) => row);
/** Made once: to make a schema costs more than to use it. */
const maybeArtifact = artifactRowSchema.nullable();

export function createHistoryStore({ db }: Store): HistoryStore {
  const upsert = db.prepare(`
    INSERT INTO attempts (id, connection_id, job_id, release_id, started_at, data)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET release_id = excluded.release_id, data = excluded.data`);
  const selectOne = db.prepare('SELECT data FROM attempts WHERE id = ?');
  const selectOfJob = db.prepare('SELECT data FROM attempts WHERE job_id = ? ORDER BY rowid DESC');
  const selectWithFiles = db.prepare(`
    SELECT data FROM attempts
    WHERE connection_id = :connectionId AND release_id IN (SELECT value FROM json_each(:releaseIds))
      AND (data ->> '$.outcome' = 'verified' OR data ->> '$.before.file.name' IS NOT NULL)
    ORDER BY rowid DESC`);
  // The plus keeps SQLite from gathering all of a connection's attempts by its index to sort them.
  const selectPage = db.prepare(`
    SELECT data, rowid AS row FROM attempts WHERE +connection_id = :connectionId AND rowid < :from
    ORDER BY rowid DESC LIMIT :size`);
  const selectWithFile = db.prepare(`
    SELECT data -> '$.sent.artifact' AS artifact, data ->> '$.version' AS version, rowid AS row FROM attempts
    WHERE data ->> '$.sent.artifact.md5' IS NOT NULL AND rowid < :from ORDER BY rowid DESC LIMIT :size`);
  const selectByMd5 = db.prepare(`
    SELECT data -> '$.sent.artifact' AS artifact, data ->> '$.version' AS version FROM attempts
    WHERE data ->> '$.sent.artifact.md5' = ? ORDER BY rowid DESC LIMIT 1`);

  return {
    save: (attempt) => {
      upsert.run(
        attempt.id,
        attempt.connectionId,
        attempt.jobId,
        attempt.releaseId,
        attempt.startedAt,
        JSON.stringify(attempt),
      );
    },
    get: (id) => rowSchema.nullable().parse(selectOne.get(id) ?? null),
    ofJob: (jobId) => z.array(rowSchema).parse(selectOfJob.all(jobId)),
    withFiles: (connectionId, releaseIds) =>
      z.array(rowSchema).parse(selectWithFiles.all({ connectionId, releaseIds: JSON.stringify(releaseIds) })),
    list: (connectionId, size) =>
      z.array(rowSchema).parse(selectPage.all({ connectionId, size, from: latest })),
    page: (connectionId, size, from) =>
      pageOf(selectPage.all({ connectionId, size, from: from ?? latest }), size, rowSchema),
    sentArtifacts: (size, from) =>
      pageOf(selectWithFile.all({ size, from: from ?? latest }), size, artifactRowSchema),
    artifactOf: (md5) => {
      const found = maybeArtifact.parse(selectByMd5.get(md5) ?? null);
      return found?.artifact ?? null;
    },
  };
}

/** Behind every row there is. */
const latest = Number.MAX_SAFE_INTEGER;

function pageOf<T extends z.ZodType>(
  rows: readonly unknown[],
  size: number,
  schema: T,
): HistoryPage<z.infer<T>> {
  return {
    items: z.array(schema).parse(rows),
    next: rows.length === size ? placeSchema.parse(rows.at(-1)) : null,
  };
}
