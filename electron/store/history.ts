import { z } from 'zod';
import { type Attempt, attemptSchema } from '../model/attempt.ts';
import type { Artifact } from '../model/draft.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** Every attempt, newest first: written before the first byte leaves, completed when its outcome is known. */
export interface HistoryStore {
  save(attempt: Attempt): void;
  get(id: string): Attempt | null;
  ofJob(jobId: string): Attempt[];
  list(connectionId: string, limit: number): Attempt[];
  /** Artifacts that history can still put back, the last sent first. */
  artifacts(): Artifact[];
}

const rowSchema = z.object({ data: jsonColumn(attemptSchema) }).transform((row) => row.data);

export function createHistoryStore({ db }: Store): HistoryStore {
  const upsert = db.prepare(`
    INSERT INTO attempts (id, connection_id, job_id, release_id, started_at, data)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET release_id = excluded.release_id, data = excluded.data`);
  const selectOne = db.prepare('SELECT data FROM attempts WHERE id = ?');
  const selectOfJob = db.prepare(
    'SELECT data FROM attempts WHERE job_id = ? ORDER BY started_at DESC, rowid DESC',
  );
  const selectList = db.prepare(
    'SELECT data FROM attempts WHERE connection_id = ? ORDER BY started_at DESC, rowid DESC LIMIT ?',
  );
  const selectWithFile = db.prepare(
    `SELECT data FROM attempts WHERE data -> '$.sent.artifact' != 'null' ORDER BY started_at DESC, rowid DESC`,
  );
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
    list: (connectionId, limit) => z.array(rowSchema).parse(selectList.all(connectionId, limit)),
    artifacts: () =>
      z
        .array(rowSchema)
        .parse(selectWithFile.all())
        .flatMap(({ sent }) => (sent.artifact === null ? [] : [sent.artifact])),
  };
}
