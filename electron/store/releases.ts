import { z } from 'zod';
import { type Release, releaseSchema } from '../model/release.ts';
import { createReadings, type Seen } from './catalogue.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';
import { rowsAtOnce, rowsInTurn } from './rows-in-turn.ts';

/** The releases as last read from the server: what is shown offline, and what new drafts start from. */
export interface ReleaseStore {
  list(connectionId: string, productId: string): Seen<Release>;
  /** As `list`, in pieces of a few milliseconds; begins anew where they change meanwhile. */
  reading(connectionId: string, productId: string): Generator<void, Seen<Release>, void>;
  get(connectionId: string, releaseId: string): Release | null;
  /** Replaces a product's list by one read whole. */
  replace(connectionId: string, productId: string, releases: readonly Release[], readAt: string): void;
  /** Takes in one release read by itself, for example after an update. */
  put(connectionId: string, release: Release): void;
  /** The ids of the products these releases are of, as far as they are known. */
  productIdsOf(connectionId: string, releaseIds: readonly string[]): string[];
  /** The ids of the products of which releases are known. */
  productIds(connectionId: string): string[];
}

const rowSchema = z.object({ data: jsonColumn(releaseSchema) }).transform((row) => row.data);

export function createReleaseStore(store: Store): ReleaseStore {
  const { db } = store;
  const readings = createReadings(store);
  const selectList = db.prepare(
    'SELECT data FROM releases WHERE connection_id = ? AND product_id = ? ORDER BY rowid',
  );
  // The pluses keep SQLite from sorting all of them for each piece.
  const selectSome = db.prepare(`
    SELECT rowid, data FROM releases
    WHERE rowid > ? AND +connection_id = ? AND +product_id = ? ORDER BY rowid LIMIT ${rowsAtOnce}`);
  const selectOne = db.prepare('SELECT data FROM releases WHERE connection_id = ? AND id = ?');
  const deleteList = db.prepare('DELETE FROM releases WHERE connection_id = ? AND product_id = ?');
  const upsert = db.prepare(`
    INSERT INTO releases (connection_id, product_id, id, data) VALUES (?, ?, ?, ?)
    ON CONFLICT (connection_id, product_id, id) DO UPDATE SET data = excluded.data`);
  const selectProducts = db.prepare('SELECT DISTINCT product_id FROM releases WHERE connection_id = ?');
  const selectProductsOf = db.prepare(`
    SELECT DISTINCT product_id FROM releases
    WHERE connection_id = ? AND id IN (SELECT value FROM json_each(?))`);
  const productIdsIn = (rows: unknown): string[] =>
    z
      .array(z.object({ product_id: z.string() }))
      .parse(rows)
      .map((row) => row.product_id);

  /** How often something was written. */
  let writes = 0;

  const put = (connectionId: string, release: Release): void => {
    writes += 1;
    upsert.run(connectionId, release.productId, release.id, JSON.stringify(release));
  };
  return {
    list: (connectionId, productId) => ({
      items: z.array(rowSchema).parse(selectList.all(connectionId, productId)),
      readAt: readings.at(connectionId, 'releases', productId),
    }),
    *reading(connectionId, productId) {
      for (;;) {
        const [since, readAt] = [writes, readings.at(connectionId, 'releases', productId)];
        const behind = (rowid: number) =>
          writes === since ? selectSome.all(rowid, connectionId, productId) : [];
        const items = yield* rowsInTurn(behind, rowSchema);
        if (writes === since) return { items, readAt };
      }
    },
    get: (connectionId, releaseId) =>
      rowSchema.nullable().parse(selectOne.get(connectionId, releaseId) ?? null),
    replace: (connectionId, productId, releases, readAt) =>
      store.transaction(() => {
        writes += 1;
        deleteList.run(connectionId, productId);
        for (const release of releases) put(connectionId, release);
        readings.mark(connectionId, 'releases', productId, readAt);
      }),
    put,
    productIdsOf: (connectionId, releaseIds) =>
      productIdsIn(selectProductsOf.all(connectionId, JSON.stringify(releaseIds))),
    productIds: (connectionId) => productIdsIn(selectProducts.all(connectionId)),
  };
}
