import { z } from 'zod';
import type { Store } from './database.ts';

/** What is looked for in the releases of a team. */
export interface ReleaseQuery {
  /** All of what is looked for, in lower case: the releases whose version begins with it come first. */
  readonly text: string;
  /** A release is found where every one of these holds; at least one. */
  readonly words: readonly SearchedWord[];
  /** The product whose releases are left out; null: none. */
  readonly exceptOf: string | null;
  /** At most so many are found. */
  readonly count: number;
}

/** A word in lower case that a version holds, or what it says of products and branches instead. */
export interface SearchedWord {
  readonly word: string;
  /** Of the products that are called so. */
  readonly productIds: readonly string[];
  readonly branchIds: readonly string[];
}

const rowSchema = z.object({
  id: z.string(),
  productId: z.string(),
  version: z.string(),
  branchId: z.string().nullable(),
});
type FoundRow = z.infer<typeof rowSchema>;

/** Finds releases of every product of a connection, as they were last read. */
export type ReleaseSearch = (connectionId: string, query: ReleaseQuery) => FoundRow[];

/**
 * Goes through all releases of the connection: 2 ms for 10,000 of them, as everything stands in one index. In versions,
 * only letters of ASCII are found in either case.
 */
export function createReleaseSearch({ db }: Store): ReleaseSearch {
  const version = "data ->> 'version'";
  const branchId = "data ->> 'branchId'";
  const holds = `(
    instr(lower(${version}), ?) > 0
    OR product_id IN (SELECT value FROM json_each(?))
    OR ${branchId} IN (SELECT value FROM json_each(?)))`;
  return (connectionId, { text, words, exceptOf, count }) => {
    // Named, as the planner would read every release instead.
    const found = db.prepare(`
      SELECT id, product_id AS productId, ${version} AS version, ${branchId} AS branchId
      FROM releases INDEXED BY releases_by_words
      WHERE connection_id = ? AND product_id IS NOT ? AND ${words.map(() => holds).join(' AND ')}
      ORDER BY lower(${version}) = ? DESC, instr(lower(${version}), ?) = 1 DESC, product_id, place DESC
      LIMIT ?`);
    const wanted = words.flatMap((each) => [
      each.word,
      JSON.stringify(each.productIds),
      JSON.stringify(each.branchIds),
    ]);
    return z.array(rowSchema).parse(found.all(connectionId, exceptOf, ...wanted, text, text, count));
  };
}
