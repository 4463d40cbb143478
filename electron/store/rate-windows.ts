import { z } from 'zod';
import { type RateWindow, rateWindowSchema } from '../lukittu/rate-window.ts';
import type { ReleaseCall } from '../publish/turns.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** The slots spent at each server address. On disk when `save` returns. */
export interface RateWindowStore {
  get(origin: string, call: ReleaseCall): RateWindow | null;
  save(origin: string, call: ReleaseCall, window: RateWindow): void;
}

const rowSchema = z.object({ data: jsonColumn(rateWindowSchema) }).transform((row) => row.data);

export function createRateWindowStore({ db }: Store): RateWindowStore {
  const select = db.prepare('SELECT data FROM rate_windows WHERE origin = ? AND call = ?');
  const upsert = db.prepare(`
    INSERT INTO rate_windows (origin, call, data) VALUES (?, ?, ?)
    ON CONFLICT (origin, call) DO UPDATE SET data = excluded.data`);
  return {
    get: (origin, call) => rowSchema.nullable().parse(select.get(origin, call) ?? null),
    save: (origin, call, window) => {
      upsert.run(origin, call, JSON.stringify(window));
    },
  };
}
