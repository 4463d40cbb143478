import { z } from 'zod';
import {
  type Branch,
  branchSchema,
  type License,
  licenseSchema,
  type Product,
  productSchema,
} from '../model/release.ts';
import type { Store } from './database.ts';
import { jsonColumn } from './json-column.ts';

/** Lists as last read from the server, with the time of that reading (ISO 8601), or null before the first. */
export interface Seen<T> {
  items: T[];
  readAt: string | null;
}

/** The products, branches and licenses of a connection: what a release refers to. */
export interface CatalogueStore {
  products(connectionId: string): Seen<Product>;
  /** Adds what is new and renames what is known; a product is never forgotten because one source leaves it out. */
  addProducts(connectionId: string, products: readonly Product[], readAt: string | null): void;
  branches(connectionId: string, productId: string): Branch[];
  /** Of every product of the connection. */
  allBranches(connectionId: string): Branch[];
  addBranches(connectionId: string, branches: readonly Branch[]): void;
  licenses(connectionId: string, productId: string): Seen<License>;
  replaceLicenses(
    connectionId: string,
    productId: string,
    licenses: readonly License[],
    readAt: string,
  ): void;
}

export function createCatalogueStore(store: Store): CatalogueStore {
  const { db } = store;
  const readings = createReadings(store);
  const selectProducts = db.prepare(
    'SELECT id, name FROM products WHERE connection_id = ? ORDER BY name COLLATE NOCASE, id',
  );
  const upsertProduct = db.prepare(`
    INSERT INTO products (connection_id, id, name) VALUES (?, ?, ?)
    ON CONFLICT (connection_id, id) DO UPDATE SET name = excluded.name`);
  const selectBranches = db.prepare(
    'SELECT id, name, product_id AS productId FROM branches WHERE connection_id = ? AND product_id = ? ORDER BY name COLLATE NOCASE, id',
  );
  const selectAllBranches = db.prepare(
    'SELECT id, name, product_id AS productId FROM branches WHERE connection_id = ? ORDER BY product_id, id',
  );
  const upsertBranch = db.prepare(`
    INSERT INTO branches (connection_id, product_id, id, name) VALUES (?, ?, ?, ?)
    ON CONFLICT (connection_id, product_id, id) DO UPDATE SET name = excluded.name`);
  const selectLicenses = db.prepare(
    'SELECT data FROM licenses WHERE connection_id = ? AND product_id = ? ORDER BY rowid',
  );
  const deleteLicenses = db.prepare('DELETE FROM licenses WHERE connection_id = ? AND product_id = ?');
  const insertLicense = db.prepare(
    'INSERT OR REPLACE INTO licenses (connection_id, product_id, id, data) VALUES (?, ?, ?, ?)',
  );
  const licenseRows = z.array(z.object({ data: jsonColumn(licenseSchema) }).transform((row) => row.data));

  return {
    products: (connectionId) => ({
      items: z.array(productSchema).parse(selectProducts.all(connectionId)),
      readAt: readings.at(connectionId, 'products', ''),
    }),
    addProducts: (connectionId, products, readAt) =>
      store.transaction(() => {
        for (const { id, name } of products) upsertProduct.run(connectionId, id, name);
        if (readAt !== null) readings.mark(connectionId, 'products', '', readAt);
      }),
    branches: (connectionId, productId) =>
      z.array(branchSchema).parse(selectBranches.all(connectionId, productId)),
    allBranches: (connectionId) => z.array(branchSchema).parse(selectAllBranches.all(connectionId)),
    addBranches: (connectionId, branches) =>
      store.transaction(() => {
        for (const { productId, id, name } of branches) upsertBranch.run(connectionId, productId, id, name);
      }),
    licenses: (connectionId, productId) => ({
      items: licenseRows.parse(selectLicenses.all(connectionId, productId)),
      readAt: readings.at(connectionId, 'licenses', productId),
    }),
    replaceLicenses: (connectionId, productId, licenses, readAt) =>
      store.transaction(() => {
        deleteLicenses.run(connectionId, productId);
        for (const license of licenses)
          insertLicense.run(connectionId, productId, license.id, JSON.stringify(license));
        readings.mark(connectionId, 'licenses', productId, readAt);
      }),
  };
}

/** When each list was last read whole. */
export function createReadings({ db }: Store) {
  const select = db.prepare(
    'SELECT read_at FROM readings WHERE connection_id = ? AND list = ? AND scope = ?',
  );
  const upsert = db.prepare(`
    INSERT INTO readings (connection_id, list, scope, read_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (connection_id, list, scope) DO UPDATE SET read_at = excluded.read_at`);
  const rowSchema = z.object({ read_at: z.string() }).optional();
  return {
    at: (connectionId: string, list: string, scope: string): string | null =>
      rowSchema.parse(select.get(connectionId, list, scope))?.read_at ?? null,
    mark: (connectionId: string, list: string, scope: string, readAt: string): void => {
      upsert.run(connectionId, list, scope, readAt);
    },
  };
}
