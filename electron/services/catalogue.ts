import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { LukittuClient } from '../lukittu/client.ts';
import {
  type Branch,
  type FoundRelease,
  givenIdSchema,
  type License,
  type Product,
  type Release,
} from '../model/release.ts';
import { sortingByVersion } from '../model/version.ts';
import { inTurns } from '../pieces.ts';
import type { CatalogueStore, Seen } from '../store/catalogue.ts';
import type { ReleaseQuery, ReleaseSearch } from '../store/release-search.ts';
import type { Piece, ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';

/** What a connection's server holds, as last seen and read anew on demand. Refreshes of the same list share one reading. */
export interface CatalogueService {
  products(connectionId: string): Seen<Product>;
  /** Reads products from licenses and statistics; those of known releases and typed-in ids stay. */
  refreshProducts(connectionId: string): Promise<Seen<Product>>;
  addProduct(connectionId: string, product: Product): Promise<Product>;
  /** As last read, the newest version first. */
  releases(connectionId: string, productId: string, piece?: Piece): Promise<Seen<Release>>;
  /** Reads them from the server, then answers as `releases` does. */
  refreshReleases(
    connectionId: string,
    productId: string,
    piece?: Piece,
  ): Promise<Seen<Release> & { isNew: boolean }>;
  /** Those of these that are known. */
  someReleases(connectionId: string, releaseIds: readonly string[]): Release[];
  /** Those of every product in whose version, branch and product every word of the text is found, the best first. */
  findReleases(
    connectionId: string,
    text: string,
    within: Pick<ReleaseQuery, 'exceptOf' | 'count'>,
  ): FoundRelease[];
  branches(connectionId: string, productId: string): Branch[];
  addBranch(connectionId: string, branch: Branch): Branch;
  licenses(connectionId: string, productId: string): Seen<License>;
  refreshLicenses(connectionId: string, productId: string): Promise<Seen<License>>;
}

interface Dependencies {
  catalogue: CatalogueStore;
  releases: ReleaseStore;
  searchReleases: ReleaseSearch;
  events: Events;
  clock: Clock;
  /** Runs a request of this connection; throws what the network or the server says. */
  ask: <T>(connectionId: string, request: (client: LukittuClient) => Promise<T>) => Promise<T>;
}

export function createCatalogueService(given: Dependencies): CatalogueService {
  const { catalogue, releases, searchReleases, events, clock, ask } = given;
  const onceProducts = createSharing<Seen<Product>>();
  const onceReleases = createSharing<boolean>();
  const onceLicenses = createSharing<Seen<License>>();

  /** Answers whether anything was new. */
  const readReleases = async (connectionId: string, productId: string): Promise<boolean> => {
    const readAt = isoNow(clock);
    const { releases: items, product } = await ask(connectionId, (client) => client.listReleases(productId));
    if (product) catalogue.addProducts(connectionId, [product], null);
    const sorted = await newestFirst(items);
    const isNew = await inTurns(releases.replacing(connectionId, productId, sorted, readAt));
    catalogue.addBranches(connectionId, branchesOf(items));
    if (isNew) events.emit('releases.changed', { connectionId, productId, releaseIds: null });
    return isNew;
  };

  const pieceOf: CatalogueService['releases'] = async (connectionId, productId, piece = {}) => {
    if (piece.count === undefined && piece.after === undefined) {
      return inTurns(releases.reading(connectionId, productId));
    }
    const some = await inTurns(releases.some(connectionId, productId, piece));
    if (some === null) throw appError('not-known', words().refusals.gone.listChanged);
    return some;
  };

  const readProducts = async (connectionId: string): Promise<Seen<Product>> => {
    const readAt = isoNow(clock);
    const products = await ask(connectionId, async (client) => {
      const top = await client.topProducts();
      const { products: licensed } = await client.listLicenses();
      return [...top, ...licensed];
    });
    catalogue.addProducts(connectionId, products, readAt);
    events.emit('products.changed', { connectionId });
    return catalogue.products(connectionId);
  };

  const readLicenses = async (connectionId: string, productId: string): Promise<Seen<License>> => {
    const readAt = isoNow(clock);
    const { licenses } = await ask(connectionId, (client) =>
      client.listLicenses({ productIds: [productId] }),
    );
    catalogue.replaceLicenses(connectionId, productId, licenses, readAt);
    return catalogue.licenses(connectionId, productId);
  };

  return {
    products: catalogue.products,
    refreshProducts: (connectionId) => onceProducts(connectionId, () => readProducts(connectionId)),
    addProduct: async (connectionId, { id, name }) => {
      const productId = checkedId(id, 'productId', 'product');
      const { releases: items, product: named } = await ask(connectionId, (client) =>
        client.listReleases(productId),
      );
      const product = { id: productId, name: name.trim() || named?.name || productId };
      catalogue.addProducts(connectionId, [product], null);
      const sorted = await newestFirst(items);
      await inTurns(releases.replacing(connectionId, productId, sorted, isoNow(clock)));
      catalogue.addBranches(connectionId, branchesOf(items));
      events.emit('products.changed', { connectionId });
      return product;
    },
    releases: pieceOf,
    refreshReleases: async (connectionId, productId, piece) => {
      const isNew = await onceReleases(`${connectionId} ${productId}`, () =>
        readReleases(connectionId, productId),
      );
      return { ...(await pieceOf(connectionId, productId, piece)), isNew };
    },
    someReleases: (connectionId, releaseIds) =>
      releaseIds.flatMap((id) => releases.get(connectionId, id) ?? []),
    findReleases: (connectionId, text, within) => {
      const wanted = text.trim().toLowerCase();
      if (wanted === '') return [];
      const products = catalogue.products(connectionId).items;
      const branches = catalogue.allBranches(connectionId);
      const words = wanted.split(/\s+/).map((word) => ({
        word,
        productIds: calledSo(products, word),
        branchIds: calledSo(branches, word),
      }));
      const productNames = namesOf(products);
      const branchNames = namesOf(branches);
      return searchReleases(connectionId, { text: wanted, words, ...within }).map(
        ({ branchId, ...found }) => ({
          ...found,
          branchName: branchId === null ? null : (branchNames.get(branchId) ?? branchId),
          productName: productNames.get(found.productId) ?? found.productId,
        }),
      );
    },
    branches: catalogue.branches,
    addBranch: (connectionId, { id: typed, name, productId }) => {
      const id = checkedId(typed, 'id', 'branch');
      const branch = { id, name: name.trim() || id, productId };
      catalogue.addBranches(connectionId, [branch]);
      return branch;
    },
    licenses: catalogue.licenses,
    refreshLicenses: (connectionId, productId) =>
      onceLicenses(`${connectionId} ${productId}`, () => readLicenses(connectionId, productId)),
  };
}

/** The order in which the list shows them first. */
async function newestFirst(releases: readonly Release[]): Promise<Release[]> {
  return (await inTurns(sortingByVersion(releases, ({ version }) => version))).reverse();
}

function checkedId(typed: string, path: string, what: 'product' | 'branch'): string {
  const id = givenIdSchema.safeParse(typed.trim());
  if (id.success) return id.data;
  const message = words().refusals.ids[what];
  throw appError('invalid-input', { message, fields: [{ path, message }] });
}

/** The branches releases are on: the server has no list of them. */
function branchesOf(releases: readonly Release[]): Branch[] {
  const found = new Map<string, Branch>();
  for (const { branchId, branchName, productId } of releases) {
    if (branchId !== null) found.set(branchId, { id: branchId, name: branchName ?? branchId, productId });
  }
  return [...found.values()];
}

type Named = Pick<Product, 'id' | 'name'>;

/** The ids of those in whose name a word in lower case is found. */
function calledSo(named: readonly Named[], word: string): string[] {
  return named.filter(({ name }) => name.toLowerCase().includes(word)).map(({ id }) => id);
}

const namesOf = (named: readonly Named[]): Map<string, string> =>
  new Map(named.map(({ id, name }) => [id, name]));

/** Runs a reading once for all who ask for it while it is under way. */
function createSharing<T>() {
  const underWay = new Map<string, Promise<T>>();
  return (name: string, read: () => Promise<T>): Promise<T> => {
    const running = underWay.get(name);
    if (running) return running;
    const started = read().finally(() => underWay.delete(name));
    underWay.set(name, started);
    return started;
  };
}
