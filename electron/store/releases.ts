import { z } from 'zod';
import { type Release, releaseSchema } from '../model/release.ts';
import { atOnce } from '../pieces.ts';
import { createReadings, type Seen } from './catalogue.ts';
import type { Store } from './database.ts';
import { createHeldLists } from './held-lists.ts';
import { jsonColumn } from './json-column.ts';
import { rowsAtOnce } from './rows-in-turn.ts';

/**
 * The releases as last read from the server: what is shown offline, and what new drafts start from. Lists stand in the
 * order in which they were given to `replacing`; a release that came by itself stands first. They are not to be changed:
 * who asks again may get the same one.
 */
export interface ReleaseStore {
  list(connectionId: string, productId: string): Seen<Release>;
  /** As `list`, in pieces of a few milliseconds; begins anew where they change meanwhile. */
  reading(connectionId: string, productId: string): Generator<void, Seen<Release>, void>;
  /** A part of a list, in pieces of a few milliseconds; null when the release it is to follow is not there. */
  some(connectionId: string, productId: string, piece: Piece): Generator<void, Seen<Release> | null, void>;
  get(connectionId: string, releaseId: string): Release | null;
  /**
   * Replaces a product's list by one read whole, in pieces of a few milliseconds, each on disk before the next; what is
   * put meanwhile stays. Answers whether anything is new but the time. A crash leaves some of them as they were, and the
   * time of the former reading.
   */
  replacing(
    connectionId: string,
    productId: string,
    releases: readonly Release[],
    readAt: string,
  ): Generator<void, boolean, void>;
  /** Takes in one release read by itself, for example after an update. */
  put(connectionId: string, release: Release): void;
  /** The ids of the products these releases are of, as far as they are known. */
  productIdsOf(connectionId: string, releaseIds: readonly string[]): string[];
  /** The ids of the products of which releases are known. */
  productIds(connectionId: string): string[];
}

/** A part of a list: what follows the one with an id, or its beginning; all of that, or at most so many. */
export interface Piece {
  readonly after?: string | undefined;
  readonly count?: number | undefined;
}

const dataRow = z.object({ data: jsonColumn(releaseSchema) }).transform((row) => row.data);
/** Made once: to make a schema costs more than to use it. */
const maybeData = dataRow.nullable();
const placeRow = z.object({ place: z.number(), rowid: z.number() });
const beforeAll = { place: Number.MAX_SAFE_INTEGER, rowid: Number.MAX_SAFE_INTEGER };

export function createReleaseStore(store: Store): ReleaseStore {
  const { db } = store;
  const readings = createReadings(store);
  const ofProduct = 'connection_id = :connectionId AND product_id = :productId';
  const selectSome = db.prepare(`
    SELECT data, place, rowid FROM releases
    WHERE ${ofProduct} AND (place, rowid) < (:place, :rowid) ORDER BY place DESC, rowid DESC LIMIT :count`);
  const selectPlace = db.prepare(`SELECT place, rowid FROM releases WHERE ${ofProduct} AND id = :id`);
  const selectOne = db.prepare('SELECT data FROM releases WHERE connection_id = ? AND id = ?');
  const deleteOthers = db.prepare(`
    DELETE FROM releases WHERE ${ofProduct} AND id NOT IN (SELECT value FROM json_each(:ids))`);
  // What says the same already is not written.
  const upsertInPlace = db.prepare(`
    INSERT INTO releases (connection_id, product_id, id, data, place)
    VALUES (:connectionId, :productId, :id, :data, :place)
    ON CONFLICT (connection_id, product_id, id) DO UPDATE SET data = excluded.data, place = excluded.place
    WHERE data != excluded.data OR place != excluded.place`);
  const upsert = db.prepare(`
    INSERT INTO releases (connection_id, product_id, id, data, place)
    VALUES (:connectionId, :productId, :id, :data,
      (SELECT coalesce(max(place), -1) + 1 FROM releases WHERE ${ofProduct}))
    ON CONFLICT (connection_id, product_id, id) DO UPDATE SET data = excluded.data`);
  const selectProducts = db.prepare('SELECT DISTINCT product_id FROM releases WHERE connection_id = ?');
  const selectProductsOf = db.prepare(`
    SELECT DISTINCT product_id FROM releases
    WHERE connection_id = ? AND id IN (SELECT value FROM json_each(?))`);

  const held = createHeldLists<Release>();
  /** How often something of a list was written, and what was put while it is replaced. */
  const writes = new Map<string, number>();
  const putMeanwhile = new Map<string, Set<string>>();
  const wrote = (name: string): void => void writes.set(name, (writes.get(name) ?? 0) + 1);

  const productIdsIn = (rows: unknown): string[] =>
    z
      .array(z.object({ product_id: z.string() }))
      .parse(rows)
      .map((row) => row.product_id);

  /** All of a list, or null as soon as it changes meanwhile. */
  function* readingOnce(connectionId: string, productId: string): Generator<void, Release[] | null, void> {
    const name = nameOf(connectionId, productId);
    const since = writes.get(name);
    const items: Release[] = [];
    for (let before = beforeAll; ; ) {
      const rows = selectSome.all({ connectionId, productId, ...before, count: rowsAtOnce });
      for (const row of rows) items.push(dataRow.parse(row));
      if (rows.length < rowsAtOnce) return items;
      before = placeRow.parse(rows.at(-1));
      yield;
      if (writes.get(name) !== since) return null;
    }
  }

  const reading: ReleaseStore['reading'] = function* (connectionId, productId) {
    const name = nameOf(connectionId, productId);
    for (;;) {
      const readAt = readings.at(connectionId, 'releases', productId);
      const known = held.get(name, readAt);
      const items = known ?? (yield* readingOnce(connectionId, productId));
      if (items === null) continue;
      if (known === null) held.hold(name, { items, readAt });
      return { items, readAt };
    }
  };

  const replacing: ReleaseStore['replacing'] = function* (connectionId, productId, releases, readAt) {
    const name = nameOf(connectionId, productId);
    const put = new Set<string>();
    putMeanwhile.set(name, put);
    let changes = 0;
    const writeSome = (from: number): void =>
      store.transaction(() => {
        for (const [index, release] of releases.slice(from, from + rowsAtOnce).entries()) {
          const { id } = release;
          if (put.has(id)) continue;
          const place = releases.length - 1 - from - index;
          const data = JSON.stringify(release);
          changes += Number(upsertInPlace.run({ connectionId, productId, id, data, place }).changes);
        }
        wrote(name);
      });
    try {
      for (let from = 0; from < releases.length; from += rowsAtOnce) {
        writeSome(from);
        yield;
      }
      store.transaction(() => {
        const ids = JSON.stringify([...releases.map(({ id }) => id), ...put]);
        changes += Number(deleteOthers.run({ connectionId, productId, ids }).changes);
        readings.mark(connectionId, 'releases', productId, readAt);
        wrote(name);
      });
    } finally {
      putMeanwhile.delete(name);
    }
    if (put.size === 0) held.hold(name, { items: [...releases], readAt });
    else held.drop(name);
    return changes > 0;
  };

  return {
    list: (connectionId, productId) => atOnce(reading(connectionId, productId)),
    reading,
    *some(connectionId, productId, { after, count = Number.POSITIVE_INFINITY }) {
      const found = after === undefined ? beforeAll : selectPlace.get({ connectionId, productId, id: after });
      if (found === undefined) return null;
      const items: Release[] = [];
      for (let before = placeRow.parse(found); ; ) {
        const atOnce = Math.min(rowsAtOnce, count - items.length);
        const rows = selectSome.all({ connectionId, productId, ...before, count: atOnce });
        for (const row of rows) items.push(dataRow.parse(row));
        if (rows.length < atOnce || items.length === count) break;
        before = placeRow.parse(rows.at(-1));
        yield;
      }
      return { items, readAt: readings.at(connectionId, 'releases', productId) };
    },
    get: (connectionId, releaseId) => maybeData.parse(selectOne.get(connectionId, releaseId) ?? null),
    replacing,
    put: (connectionId, release) => {
      const { id, productId } = release;
      const name = nameOf(connectionId, productId);
      upsert.run({ connectionId, productId, id, data: JSON.stringify(release) });
      wrote(name);
      putMeanwhile.get(name)?.add(id);
      const readAt = readings.at(connectionId, 'releases', productId);
      const known = held.get(name, readAt);
      // What is undone with the transaction must not stay in memory.
      if (known === null || db.isTransaction) held.drop(name);
      else held.hold(name, { items: withRelease(known, release), readAt });
    },
    productIdsOf: (connectionId, releaseIds) =>
      productIdsIn(selectProductsOf.all(connectionId, JSON.stringify(releaseIds))),
    productIds: (connectionId) => productIdsIn(selectProducts.all(connectionId)),
  };
}

const nameOf = (connectionId: string, productId: string): string => JSON.stringify([connectionId, productId]);

/** The list with a release in the place of its former self, or at the beginning. */
function withRelease(releases: readonly Release[], release: Release): Release[] {
  const isKnown = releases.some(({ id }) => id === release.id);
  if (!isKnown) return [release, ...releases];
  return releases.map((other) => (other.id === release.id ? release : other));
}
