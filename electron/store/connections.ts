import { z } from 'zod';
import { type Connection, rateLimitSchema } from '../model/connection.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** A connection as it is stored: everything but the key, and where the key is held. */
export type StoredConnection = Omit<Connection, 'keyHeld'>;

export interface ConnectionStore {
  /** In the order they were added. */
  list(): StoredConnection[];
  get(id: string): StoredConnection | null;
  save(connection: StoredConnection, at: string): void;
  /** Removes it with all that was cached and drafted for it. */
  remove(id: string): void;
}

const rowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    server_url: z.string(),
    team_id: z.string(),
    key_hint: z.string().nullable(),
    max_file_bytes: z.number(),
    rate_limit: jsonColumn(rateLimitSchema).nullable(),
    demo: z.number(),
  })
  .transform(
    (row): StoredConnection => ({
      id: row.id,
      name: row.name,
      serverUrl: row.server_url,
      teamId: row.team_id,
      keyHint: row.key_hint,
      maxFileBytes: row.max_file_bytes,
      rateLimit: row.rate_limit,
      demo: row.demo === 1,
    }),
  );

export function createConnectionStore({ db }: Store): ConnectionStore {
  const selectAll = db.prepare('SELECT * FROM connections ORDER BY created_at, rowid');
  const selectOne = db.prepare('SELECT * FROM connections WHERE id = ?');
  const upsert = db.prepare(`
    INSERT INTO connections (id, name, server_url, team_id, key_hint, max_file_bytes, rate_limit, demo, created_at)
    VALUES (:id, :name, :serverUrl, :teamId, :keyHint, :maxFileBytes, :rateLimit, :demo, :createdAt)
    ON CONFLICT (id) DO UPDATE SET
      name = excluded.name, server_url = excluded.server_url, team_id = excluded.team_id,
      key_hint = excluded.key_hint, max_file_bytes = excluded.max_file_bytes, rate_limit = excluded.rate_limit`);
  const deleteOne = db.prepare('DELETE FROM connections WHERE id = ?');
  return {
    list: () => z.array(rowSchema).parse(selectAll.all()),
    get: (id) => rowSchema.nullable().parse(selectOne.get(id) ?? null),
    save: (connection, at) => {
      upsert.run({
        ...connection,
        rateLimit: connection.rateLimit === null ? null : JSON.stringify(connection.rateLimit),
        demo: connection.demo ? 1 : 0,
        createdAt: at,
      });
    },
    remove: (id) => {
      deleteOne.run(id);
    },
  };
}
