import { networkInterfaces } from 'node:os';
import type { Pool } from 'undici';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Answer } from './answer.ts';
import type { BodyWatch, MultipartBody } from './multipart.ts';
import { networkProblem } from './network-error.ts';
import { createPassage } from './passage.ts';
import type { MakeFailure } from './request-failure.ts';

/** How long each phase of a request may take, in ms. */
export interface Timeouts {
  /** Name look-up, TCP and TLS together. */
  readonly connect: number;
  /** Without the socket taking a byte of the body. */
  readonly sendIdle: number;
  /** From the last byte of the request to the answer's head; a server whose cache is down takes 32 s. */
  readonly answer: number;
  /** Without a byte of the answer's body. */
  readonly bodyIdle: number;
  /** For the answer's whole body. */
  readonly body: number;
}

export const defaultTimeouts: Timeouts = {
  connect: 10_000,
  sendIdle: 60_000,
  answer: 90_000,
  bodyIdle: 30_000,
  body: 120_000,
};

export interface TransportOptions {
  /** From `parseServerUrl`. */
  readonly serverUrl: string;
  readonly apiKey: string;
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  /** Bytes of one answer. */
  readonly maxAnswerBytes: number;
  readonly online?: (() => boolean) | undefined;
  /** Certificates to trust in place of those built in, as PEM. */
  readonly ca?: readonly string[] | undefined;
}

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the server URL, with its query. */
  readonly path: string;
  /** Opens the body to be sent; null for none. */
  readonly openBody: ((watch: BodyWatch) => Promise<MultipartBody>) | null;
  readonly onProgress?: ((progress: SendProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly fail: MakeFailure;
}

/** Bytes of the body. `sentBytes` is 0 when the request leaves, and `totalBytes` once, when its last bytes do. */
export interface SendProgress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** An answer, and the maker of failures for whatever is wrong with it: it knows whether the request was complete. */
export interface Exchange {
  readonly answer: Answer;
  readonly fail: MakeFailure;
}

/**
 * Carries requests to one server and nowhere else: the connections are made to its origin, certificates are
 * verified, redirects are handed back as answers. HTTP/1.1, so that a request broken off is a request cut short.
 */
export interface Transport {
  /** Throws the request's failure; one that broke off before the last bytes of its body left is not applied. */
  exchange(request: TransportRequest): Promise<Exchange>;
  /** Ends what is under way as cancelled, and closes all connections. */
  close(): Promise<void>;
}

export function createTransport(options: TransportOptions): Transport {
  const { clock, timeouts, maxAnswerBytes, online = hasNetwork } = options;
  const base = new URL(options.serverUrl);
  let pools: Promise<Pools> | null = null;
  const poolsOnce = (): Promise<Pools> => {
    pools ??= openPools(base.origin, options).catch((error: unknown) => {
      pools = null;
      throw error;
    });
    return pools;
  };
  const closing = new AbortController();

  const exchange = async (request: TransportRequest): Promise<Exchange> => {
    const { reads, changes } = await poolsOnce();
    const passage = createPassage(request, clock, timeouts);
    const { fail, signal } = passage;
    const stop = () => passage.stop('cancelled');
    for (const source of [closing.signal, request.signal]) {
      if (source?.aborted) stop();
      source?.addEventListener('abort', stop);
    }
    let body: MultipartBody | null = null;
    try {
      body = (await request.openBody?.(passage.watch)) ?? null;
      passage.begin(body?.contentLength ?? 0);
      signal.throwIfAborted();
      const pool = request.method === 'GET' ? reads : changes;
      const response = await orAborted(
        signal,
        pool.request({
          method: request.method,
          path: `${base.pathname.replace(/\/$/, '')}${request.path}`,
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${options.apiKey}`,
            'user-agent': 'lukittu-release-manager',
            ...(body && { 'content-type': body.contentType, 'content-length': String(body.contentLength) }),
          },
          body: body?.stream ?? null,
          signal,
        }),
      );
      passage.answerBegan();
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of response.body) {
        passage.answerMoved();
        size += chunk.length;
        if (size > maxAnswerBytes) throw fail('answer-too-large', { status: response.statusCode });
        chunks.push(chunk);
      }
      body?.recycle();
      const header = (name: string) => [response.headers[name] ?? ''].flat().join(', ');
      const answer = {
        status: response.statusCode,
        contentType: header('content-type'),
        contentEncoding: header('content-encoding'),
        location: header('location'),
        body: Buffer.concat(chunks),
      };
      return { answer, fail };
    } catch (error) {
      // Whatever undici makes of an abort, its reason is what happened.
      const thrown = signal.aborted ? signal.reason : error;
      if (thrown instanceof AppError) throw thrown;
      const problem = networkProblem(thrown, {
        connected: passage.connected(),
        answering: passage.answering(),
        online: online(),
      });
      throw fail(problem.kind, problem.context, thrown);
    } finally {
      passage.end();
      for (const source of [closing.signal, request.signal]) source?.removeEventListener('abort', stop);
      body?.stream.destroy();
    }
  };

  return {
    exchange,
    close: async () => {
      closing.abort();
      const opened = await pools?.catch(() => null);
      await Promise.all([opened?.reads.destroy(), opened?.changes.destroy()]);
    },
  };
}

interface Pools {
  readonly reads: Pool;
  readonly changes: Pool;
}

/** Loads undici only now: it is half of what the main process is made of, and no window has to wait for it. */
async function openPools(origin: string, { timeouts, ca }: TransportOptions): Promise<Pools> {
  const { Pool } = await import('undici');
  const poolOptions = {
    allowH2: false,
    // The phases are timed by the passage, on the injected clock.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeouts.connect, rejectUnauthorized: true, ...(ca ? { ca: [...ca] } : {}) },
  };
  return {
    reads: new Pool(origin, { ...poolOptions, connections: 4 }),
    // A fresh connection for each request that changes something: on a kept one that the server has just closed,
    // a short request would be gone without anybody knowing whether it was applied.
    changes: new Pool(origin, { ...poolOptions, pipelining: 0 }),
  };
}

/** Whether any interface but the loopback has an address. */
function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}

/** The promise, or the abort's reason at once: undici notices an abort only when it has a connection. */
async function orAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
