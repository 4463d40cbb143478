import { z } from 'zod';
import { type JobRecord, jobRecordSchema } from '../publish/job-record.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** Jobs in the order in which they take their turns. A record is on disk when a call returns. */
export interface JobStore {
  /** All that were not dismissed, of every connection. */
  list(): JobRecord[];
  /** Inserts at the end of the line, or replaces the record and keeps its place. */
  save(record: JobRecord): void;
  /** The two change places in the line. */
  swap(id: string, otherId: string): void;
  dismiss(id: string, at: string): void;
  /** The artifacts that jobs still send, or would if they were tried again, by SHA-256. */
  artifactHashes(): string[];
}

const rowSchema = z.object({ record: jsonColumn(jobRecordSchema) }).transform((row) => row.record);

const hashSchema = z.object({ sha256: z.string() }).transform((row) => row.sha256);

export function createJobStore({ db }: Store): JobStore {
  const selectAll = db.prepare('SELECT record FROM jobs WHERE dismissed_at IS NULL ORDER BY position');
  const upsert = db.prepare(`
    INSERT INTO jobs (id, connection_id, position, record, created_at, updated_at)
    VALUES (:id, :connectionId, (SELECT coalesce(max(position), 0) + 1 FROM jobs), :record, :createdAt, :updatedAt)
    ON CONFLICT (id) DO UPDATE SET record = excluded.record, updated_at = excluded.updated_at`);
  const dismissOne = db.prepare('UPDATE jobs SET dismissed_at = ? WHERE id = ?');
  const swapTwo = db.prepare(`
    UPDATE jobs SET position = (SELECT sum(position) FROM jobs WHERE id IN (:id, :otherId)) - position
    WHERE id IN (:id, :otherId)`);
  const selectHashes = db.prepare(`
    SELECT DISTINCT record ->> '$.meant.file.artifact.sha256' AS sha256 FROM jobs
    WHERE dismissed_at IS NULL AND record ->> '$.phase.at' != 'verified'
      AND record ->> '$.meant.file.kind' = 'replace'`);
  const list = (): JobRecord[] => z.array(rowSchema).parse(selectAll.all());
  return {
    list,
    save: (record) => {
      upsert.run({
        id: record.id,
        connectionId: record.connectionId,
        record: JSON.stringify(record),
        createdAt: new Date(record.createdAt).toISOString(),
        updatedAt: new Date(record.updatedAt).toISOString(),
      });
    },
    swap: (id, otherId) => {
      swapTwo.run({ id, otherId });
    },
    dismiss: (id, at) => {
      dismissOne.run(at, id);
    },
    artifactHashes: () => z.array(hashSchema).parse(selectHashes.all()),
  };
}
