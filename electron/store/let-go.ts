import { z } from 'zod';
import { type LetGo, letGoSchema } from '../model/vault.ts';
import type { Store } from './database.ts';

export interface LetGoCopy extends LetGo {
  readonly sha256: string;
}

/** What the vault has let go of to stay within its limit: so that it can be said, and said again. */
export interface LetGoStore {
  add(gone: readonly LetGoCopy[]): void;
  /** The newest first. A copy may have come in again since. */
  list(limit: number): LetGoCopy[];
  /** When it was let go of the last time (ISO 8601); null for a copy that never was. */
  when(sha256: string): string | null;
}

const rowSchema = letGoSchema.extend({ sha256: z.string() });
const timeSchema = z.object({ at: z.string() });

export function createLetGoStore(store: Store): LetGoStore {
  const { db } = store;
  const upsert = db.prepare(`
    INSERT INTO let_go (sha256, name, version, size, at) VALUES (:sha256, :name, :version, :size, :at)
    ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, version = excluded.version, at = excluded.at`);
  const selectList = db.prepare(
    'SELECT sha256, name, version, size, at FROM let_go ORDER BY at DESC, rowid DESC LIMIT ?',
  );
  const selectOne = db.prepare('SELECT at FROM let_go WHERE sha256 = ?');
  return {
    add: (gone) =>
      store.transaction(() => {
        for (const one of gone) upsert.run({ ...one });
      }),
    list: (limit) => z.array(rowSchema).parse(selectList.all(limit)),
    when: (sha256) => timeSchema.nullable().parse(selectOne.get(sha256) ?? null)?.at ?? null,
  };
}
