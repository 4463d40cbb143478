import type { z } from 'zod';
import { type Clock, systemClock } from '../clock.ts';
import type { ServerAnswer } from '../model/attempt.ts';
import {
  idSchema,
  type License,
  type MetadataEntry,
  type Product,
  type Release,
  type ReleaseStatus,
} from '../model/release.ts';
import { detailsOf, readAnswer } from './answer.ts';
import { type FileToSend, openMultipart } from './multipart.ts';
import { type ListLimits, readAllPages } from './pages.ts';
import { failureMaker, type MakeFailure, type Stake, withoutKey } from './request-failure.ts';
import {
  licensePageSchema,
  releasePageSchema,
  type SentRelease,
  sentReleaseSchema,
  topProductsSchema,
} from './schema.ts';
import {
  createTransport,
  defaultTimeouts,
  type SendProgress,
  type Timeouts,
  type TransportRequest,
} from './transport.ts';

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

/** Characters of the server's own sentence that are kept. */
const longestDetails = 1000;

/** What is taken from a server at most, so that a hostile one fills neither memory nor time. */
export interface Limits extends ListLimits {
  /** Bytes of one answer. */
  readonly answerBytes: number;
}

/** A page of 100 releases with every field at its longest is about 7 MB; 10,000 as they usually are, 20 MB. */
export const defaultLimits: Limits = {
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

export interface ReleaseRequest {
  readonly fields: ReleaseFields;
  readonly file: FileToSend | null;
}

export interface UpdateRequest extends ReleaseRequest {
  /** No meaning when a file is sent. */
  readonly keepExistingFile: boolean;
}

export interface RequestOptions {
  /** Breaks the request off: `cancelled`, which is `applied: 'no'` while its body has not left completely. */
  readonly signal?: AbortSignal;
}

export interface SendOptions extends RequestOptions {
  /** Called with the success before it is returned. */
  readonly onAnswer?: (answer: ServerAnswer) => void;
  readonly onProgress?: (progress: SendProgress) => void;
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
  create(request: ReleaseRequest, options?: SendOptions): Promise<SentRelease>;
  update(releaseId: string, request: UpdateRequest, options?: SendOptions): Promise<SentRelease>;
  /** Breaks off what is under way and closes all connections. */
  close(): Promise<void>;
}

/** Told of an answer on its way to whoever asked: its bytes before it is read, what it says when it is a success. */
interface AnswerWatch {
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly onAnswer?: ((answer: ServerAnswer) => void) | undefined;
}

export function createLukittuClient(options: LukittuClientOptions): LukittuClient {
  const { serverUrl, teamId, apiKey, clock = systemClock, online, ca } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const transport = createTransport({
    serverUrl,
    apiKey,
    clock,
    timeouts,
    maxAnswerBytes: limits.answerBytes,
    online,
    ca,
  });
  const server = new URL(serverUrl).host;
  const failing = (stake: Stake) => failureMaker({ server, stake, apiKey });
  const readFailure = failing('nothing');

  /** Asks for a path below the team's. */
  const ask = async <T extends z.ZodType>(
    request: TransportRequest,
    schema: T,
    { onAnswer, onBytes }: AnswerWatch = {},
  ): Promise<z.infer<T>> => {
    assertId(teamId, 'invalid-team', request.fail);
    // A key that no header can carry is a wrong one; undici would refuse it as a programming error.
    if (!/^[\x21-\x7e]+$/.test(apiKey)) throw request.fail('invalid-key', { applied: 'no' });
    const path = `/api/v1/dev/teams/${teamId}${request.path}`;
    const { answer, fail } = await transport.exchange({ ...request, path });
    onBytes?.(answer.body.length);
    const data = readAnswer(answer, schema, fail);
    const details = withoutKey(detailsOf(answer), apiKey).slice(0, longestDetails);
    onAnswer?.({ status: answer.status, details });
    return data;
  };

  const read = <T extends z.ZodType>(
    path: string,
    schema: T,
    { signal }: RequestOptions,
    onBytes?: AnswerWatch['onBytes'],
  ) => ask({ method: 'GET', path, openBody: null, signal, fail: readFailure }, schema, { onBytes });

  const releasePages = (productId: string, search: string | null, requestOptions: RequestOptions) => {
    assertId(productId, 'invalid-product-id', readFailure);
    return readAllPages({
      // By age: the one order in which a change made meanwhile moves no release to another page.
      readPage: (page, onBytes) =>
        read(
          `/releases?${new URLSearchParams({
            productId,
            page: String(page),
            pageSize: '100',
            sortColumn: 'createdAt',
            sortDirection: 'asc',
            ...(search === null ? {} : { search }),
          })}`,
          releasePageSchema,
          requestOptions,
          onBytes,
        ),
      idOf: ({ release }) => release.id,
      limits,
      clock,
      fail: readFailure,
    });
  };

  const send = (
    request: { method: 'POST' | 'PUT'; path: string; data: unknown; file: FileToSend | null; stake: Stake },
    { signal, onProgress, onAnswer }: SendOptions,
  ) =>
    ask(
      {
        method: request.method,
        path: request.path,
        openBody: (watch) => openMultipart(JSON.stringify(request.data), request.file, watch),
        onProgress,
        signal,
        fail: failing(request.stake),
      },
      sentReleaseSchema,
      { onAnswer },
    );

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
      for (const id of productIds) assertId(id, 'invalid-product-id', readFailure);
      const licenses: License[] = [];
      const products = new Map<string, Product>();
      const pages = readAllPages({
        readPage: (page, onBytes) =>
          read(
            `/licenses?${new URLSearchParams({
              page: String(page),
              pageSize: '100',
              ...(productIds.length === 0 ? {} : { productIds: productIds.join(',') }),
            })}`,
            licensePageSchema,
            requestOptions,
            onBytes,
          ),
        idOf: ({ license }) => license.id,
        limits,
        clock,
        fail: readFailure,
      });
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
      assertId(releaseId, 'invalid-release-id', failing(stake));
      return send(
        {
          method: 'PUT',
          path: `/releases/${releaseId}`,
          data: { ...dataOf(fields), keepExistingFile },
          file,
          stake,
        },
        sendOptions,
      );
    },

    close: () => transport.close(),
  };
}

/** Ids become part of a path: what is not one is refused here, before a request is spent on it. */
function assertId(
  id: string,
  kind: 'invalid-team' | 'invalid-product-id' | 'invalid-release-id',
  fail: MakeFailure,
): void {
  if (!idSchema.safeParse(id).success) throw fail(kind, { applied: 'no' });
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
