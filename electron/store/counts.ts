import { z } from 'zod';
import type { Store } from './database.ts';

/** How much there is of each thing a connection has. */
export interface Counts {
  readonly products: number;
  readonly releases: number;
  readonly licenses: number;
  readonly drafts: number;
  readonly batches: number;
  readonly jobs: number;
  readonly attempts: number;
}

const tables: Readonly<Record<keyof Counts, string>> = {
  products: '',
  releases: '',
  licenses: '',
  drafts: 'AND discarded_at IS NULL',
  batches: 'AND discarded_at IS NULL',
  jobs: 'AND dismissed_at IS NULL',
  attempts: '',
};

const rowSchema = z.object({
  products: z.number(),
  releases: z.number(),
  licenses: z.number(),
  drafts: z.number(),
  batches: z.number(),
  jobs: z.number(),
  attempts: z.number(),
});

/** Counts the rows of a connection, without reading what is in them. */
export function createCounter({ db }: Store): (connectionId: string) => Counts {
  const columns = Object.entries(tables).map(
    ([table, only]) =>
      `(SELECT COUNT(*) FROM ${table} WHERE connection_id = :connectionId ${only}) AS ${table}`,
  );
  const select = db.prepare(`SELECT ${columns.join(', ')}`);
  return (connectionId) => rowSchema.parse(select.get({ connectionId }));
}
