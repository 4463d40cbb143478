import { z } from 'zod';
import type { Store } from './database.ts';

const rowSchema = z.object({ key: z.string(), value: z.string() });

/** Small things the app remembers between starts: the window's place, the split, the last product. Never a secret. */
export interface SettingStore {
  all(): Record<string, string>;
  get(key: string): string | null;
  set(key: string, value: string): void;
}

export function createSettingStore({ db }: Store): SettingStore {
  const selectAll = db.prepare('SELECT key, value FROM settings');
  const selectOne = db.prepare('SELECT key, value FROM settings WHERE key = ?');
  const upsert = db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    all: () =>
      Object.fromEntries(
        z
          .array(rowSchema)
          .parse(selectAll.all())
          .map(({ key, value }) => [key, value]),
      ),
    get: (key) => rowSchema.nullable().parse(selectOne.get(key) ?? null)?.value ?? null,
    set: (key, value) => {
      upsert.run(key, value);
    },
  };
}
