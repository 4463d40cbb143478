import { type Clock, systemClock } from '../clock.ts';
import type { License, MetadataEntry, Product, Release, ReleaseStatus } from '../model/release.ts';
import type { FileToSend } from './multipart.ts';
import { licensePageSchema, releasePageSchema, type SentRelease, topProductsSchema } from './schema.ts';
import { createTeamRequests, type Limits, type RequestOptions, type SendOptions } from './team-requests.ts';
import { defaultTimeouts, type Timeouts } from './transport.ts';

export interface LukittuClientOptions {
  /** From `parseServerUrl`. */
  readonly serverUrl: string;
  readonly teamId: string;
  /** From `cleanApiKey`. */
  readonly apiKey: string;
  readonly clock?: Clock;
  readonly timeouts?: Partial<Timeouts>;
  readonly limits?: Partial<Limits>;
  /** Whether this computer has a network at all; by default, whether an interface has an address. */
  readonly online?: () => boolean;
  /** Certificates to trust in place of those built in, as PEM: for a server with an authority of its own. */
  readonly ca?: readonly string[];
}

/** A page of 100 releases with every field at its longest is about 7 MB; 10,000 as they usually are, 20 MB. */
const defaultLimits: Limits = {
  answerBytes: 8 * 1024 * 1024,
  pages: 500,
  listBytes: 256 * 1024 * 1024,
  listMs: 10 * 60_000,
};

/** The fields of a create or an update, all of them: what is not sent is reset. */
export interface ReleaseFields {
  readonly productId: string;
  readonly version: string;
  readonly status: ReleaseStatus;
  readonly setAsLatest: boolean;
  readonly branchId: string | null;
  readonly metadata: readonly MetadataEntry[];
  readonly licenseIds: readonly string[];
}

export interface CreateRequest {
  readonly fields: ReleaseFields;
  readonly file: FileToSend | null;
}

export interface UpdateRequest extends CreateRequest {
  /** No meaning when a file is sent. */
  readonly keepExistingFile: boolean;
}

export interface ReleaseList {
  readonly releases: Release[];
  /** The product with its name, as its releases tell it; null for a product without releases. */
  readonly product: Product | null;
}

export interface LicenseList {
  readonly licenses: License[];
  /** The products of these licenses, each once. */
  readonly products: Product[];
}

/**
 * One team on one server. Every call throws an `AppError` and nothing else; of a read it always says
 * `applied: 'no'`, of a create or update what the phase it failed in allows (docs/lukittu.md, "When a request
 * fails half-way"). `oldFile` says what the request could have lost; whether there was a stored file it does not know.
 */
export interface LukittuClient {
  /** All releases of a product, oldest first. */
  listReleases(productId: string, options?: RequestOptions): Promise<ReleaseList>;
  /** One release, looked for by its last known version first; null when the product has no such release. */
  findRelease(
    wanted: { readonly productId: string; readonly releaseId: string; readonly version: string },
    options?: RequestOptions,
  ): Promise<Release | null>;
  /** The release that holds a version in a product and branch; null when it is free. */
  findVersion(
    wanted: { readonly productId: string; readonly branchId: string | null; readonly version: string },
    options?: RequestOptions,
  ): Promise<Release | null>;
  /** All licenses of the team, or of some products. The license keys are dropped while parsing. */
  listLicenses(
    filter?: { readonly productIds?: readonly string[] },
    options?: RequestOptions,
  ): Promise<LicenseList>;
  /** Up to five products, cached by the server. */
  topProducts(options?: RequestOptions): Promise<Product[]>;
  create(request: CreateRequest, options?: SendOptions): Promise<SentRelease>;
  update(releaseId: string, request: UpdateRequest, options?: SendOptions): Promise<SentRelease>;
  /** Breaks off what is under way and closes all connections. */
  close(): Promise<void>;
}

export function createLukittuClient(options: LukittuClientOptions): LukittuClient {
  const { clock = systemClock, online, ca, ...team } = options;
  const { assertId, read, readPages, send, close } = createTeamRequests({
    ...team,
    clock,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    limits: { ...defaultLimits, ...options.limits },
    online,
    ca,
  });

  const releasePages = (productId: string, search: string | null, requestOptions: RequestOptions) => {
    assertId(productId, 'invalid-product-id', 'nothing');
    return readPages(
      {
        path: '/releases',
        // By age: the one order in which a change made meanwhile moves no release to another page.
        query: {
          productId,
          sortColumn: 'createdAt',
          sortDirection: 'asc',
          ...(search === null ? {} : { search }),
        },
        schema: releasePageSchema,
        idOf: ({ release }) => release.id,
      },
      requestOptions,
    );
  };

  return {
    listReleases: async (productId, requestOptions = {}) => {
      const releases: Release[] = [];
      let product: Product | null = null;
      for await (const { items } of releasePages(productId, null, requestOptions)) {
        releases.push(...items.map((item) => item.release));
        product ??= items.find((item) => item.product?.id === productId)?.product ?? null;
      }
      return { releases, product };
    },

    findRelease: async ({ productId, releaseId, version }, requestOptions = {}) => {
      // The version may have been changed by someone else since: then every page is looked through.
      for (const search of version === '' ? [null] : [version, null]) {
        for await (const { items } of releasePages(productId, search, requestOptions)) {
          const found = items.find(({ release }) => release.id === releaseId);
          if (found) return found.release;
        }
      }
      return null;
    },

    findVersion: async ({ productId, branchId, version }, requestOptions = {}) => {
      for await (const { items } of releasePages(productId, version, requestOptions)) {
        const found = items.find(
          ({ release }) => release.version === version && release.branchId === branchId,
        );
        if (found) return found.release;
      }
      return null;
    },

    listLicenses: async ({ productIds = [] } = {}, requestOptions = {}) => {
      for (const id of productIds) assertId(id, 'invalid-product-id', 'nothing');
      const licenses: License[] = [];
      const products = new Map<string, Product>();
      const pages = readPages(
        {
          path: '/licenses',
          query: productIds.length === 0 ? {} : { productIds: productIds.join(',') },
          schema: licensePageSchema,
          idOf: ({ license }) => license.id,
        },
        requestOptions,
      );
      for await (const { items } of pages) {
        for (const item of items) {
          licenses.push(item.license);
          for (const product of item.products) products.set(product.id, product);
        }
      }
      return { licenses, products: [...products.values()] };
    },

    topProducts: (requestOptions = {}) => read('/statistics', topProductsSchema, requestOptions),

    create: async ({ fields, file }, sendOptions = {}) =>
      send({ method: 'POST', path: '/releases', data: dataOf(fields), file, stake: 'fields' }, sendOptions),

    update: async (releaseId, { fields, keepExistingFile, file }, sendOptions = {}) => {
      const stake = file !== null || !keepExistingFile ? 'file' : 'fields';
      assertId(releaseId, 'invalid-release-id', stake);
      const data = { ...dataOf(fields), keepExistingFile };
      return send({ method: 'PUT', path: `/releases/${releaseId}`, data, file, stake }, sendOptions);
    },

    close,
  };
}

/** Exactly the fields the server knows: its schema is strict, also inside `metadata` (docs/lukittu.md, step 5). */
function dataOf(fields: ReleaseFields) {
  const { productId, version, status, setAsLatest, branchId, metadata, licenseIds } = fields;
  return {
    version,
    productId,
    status,
    setAsLatest,
    branchId,
    metadata: metadata.map(({ key, value, locked }) => ({ key, value, locked })),
    licenseIds,
  };
}
