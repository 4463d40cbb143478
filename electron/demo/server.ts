import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { type Clock, systemClock } from '../clock.ts';
import { type Answer, internalServerError, Refusal } from './answer.ts';
import { answerControl } from './control.ts';
import {
  ClientGone,
  Dropped,
  type Exchange,
  openExchange,
  type RequestRecord,
  type World,
} from './exchange.ts';
import { createFaults, type FaultBoard } from './faults.ts';
import { createRateLimiter, lukittuLimit, type RateLimit } from './rate-limit.ts';
import { route } from './routes.ts';
import { sampleTeam } from './sample-team.ts';
import type { DemoState } from './state.ts';

export interface DemoServerOptions {
  /** Default: a fresh sample team. */
  readonly state?: DemoState;
  /** Rules rate limit, timestamps and the delays of faults. Default: the system's. */
  readonly clock?: Clock;
  /** On the loopback interface; default 0, any free one. */
  readonly port?: number;
  /** For updates and creations, each. Default: five in 300 s. */
  readonly limit?: RateLimit | 'none';
  /** Default: 10 MiB. */
  readonly maxFileBytes?: number;
  /** The address a request is counted for. Default: the one it comes from. */
  readonly clientIp?: (request: IncomingMessage) => string;
  readonly newId?: () => string;
  /** Whether `/__demo/…` lets tests in other processes set faults and read everything. Default: no. */
  readonly control?: boolean;
}

export interface DemoServer {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Of the first team in the state. */
  readonly teamId: string;
  readonly apiKey: string;
  /** Live: it can be read, and changed behind the product's back. */
  readonly state: DemoState;
  readonly faults: FaultBoard;
  /** Oldest first; only the newest 5,000 are kept. */
  readonly requests: readonly RequestRecord[];
  forgetRequests(): void;
  /** What the object storage holds under a key. */
  object(key: string): Buffer | undefined;
  /** Settles when no request is being worked on any more, also none whose client went away. */
  settled(): Promise<void>;
  /** Is gone: connections are cut, nobody listens. */
  stop(): Promise<void>;
  /** Is back on the same port, with the same state, faults and buckets. */
  start(): Promise<void>;
  /** Removes all faults and stops for good. */
  close(): Promise<void>;
}

const keptRequests = 5000;

/**
 * Starts an embedded Lukittu on the loopback interface. It answers as docs/lukittu.md says, in the same order,
 * and misbehaves as told.
 * @throws when the port is taken
 */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const clock = options.clock ?? systemClock;
  const state = options.state ?? sampleTeam({ now: clock.now() });
  const world: World = {
    state,
    clock,
    limiter: createRateLimiter(options.limit ?? lukittuLimit, clock),
    maxFileBytes: options.maxFileBytes ?? 10 * 1024 * 1024,
    newId: options.newId ?? randomUUID,
    clientIp: options.clientIp ?? ((request) => request.socket.remoteAddress ?? ''),
    beingWritten: new Set(),
  };
  const { board: faults, dueFor } = createFaults();
  const requests: RequestRecord[] = [];
  const working = new Set<Promise<void>>();

  const http = createServer((request, response) => {
    const path = request.url ?? '/';
    if (options.control && path.startsWith('/__demo/')) {
      void answerControl({ state, faults, requests }, request, response);
      return;
    }
    closeAfterBody(request);
    const exchange = openExchange(world, request, dueFor(request.method ?? '', path));
    requests.push(exchange.record);
    if (requests.length > keptRequests) requests.shift();
    const work = serve(exchange, response).finally(() => working.delete(work));
    working.add(work);
  });
  // A request may be held for as long as a test likes.
  http.requestTimeout = 0;

  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, '127.0.0.1', () => {
        http.off('error', reject);
        resolve(portOf(http.address()));
      });
    });
  const stop = async () => {
    if (!http.listening) return;
    const closed = new Promise<void>((resolve) => {
      http.close(() => resolve());
    });
    http.closeAllConnections();
    await closed;
  };

  const port = await listen(options.port ?? 0);
  const [team] = state.teams.values();
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    teamId: team?.id ?? '',
    apiKey: team?.apiKey ?? '',
    state,
    faults,
    requests,
    forgetRequests: () => {
      requests.length = 0;
    },
    object: (key) => state.objects.get(key)?.bytes,
    settled: async () => {
      while (working.size > 0) await Promise.all(working);
    },
    stop,
    start: async () => {
      if (!http.listening) await listen(port);
    },
    close: async () => {
      faults.clear();
      await stop();
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === 'object' ? address.port : 0;

/**
 * Has the connection close as RFC 9112, 9.6 asks for: nothing more is sent after the last answer, and what the client
 * is still sending is taken before it is gone. Node closes at once, which resets a connection with bytes on their way,
 * and a client that hears of it while it sends never reads the answer.
 */
function closeAfterBody(request: IncomingMessage): void {
  const { socket } = request;
  const close = () => Socket.prototype.destroySoon.call(socket);
  socket.destroySoon = () => {
    if (request.complete) {
      close();
      return;
    }
    request.once('end', close);
    socket.end();
  };
}

/** Takes one request from its arrival to its end. Never throws. */
async function serve(exchange: Exchange, response: ServerResponse): Promise<void> {
  const { record, request } = exchange;
  try {
    const answer = await answerFor(exchange);
    record.applied = answer.applied;
    const sent = await exchange.reconsider(answer);
    record.status = sent.status;
    record.details = sent.details;
    await send(exchange, response, sent);
    record.outcome = response.writableFinished ? 'answered' : 'client-gone';
  } catch (error) {
    record.outcome = error instanceof Dropped ? 'dropped' : 'client-gone';
    request.socket.destroy();
  } finally {
    record.tookMs = exchange.world.clock.now() - record.at;
    // What is left of a body nobody wants is let through, so that the connection can serve the next request or close.
    request.resume();
  }
}

/** Refusals are answers; what nobody foresaw is a 500, as with the real server. */
async function answerFor(exchange: Exchange): Promise<Answer> {
  try {
    await exchange.reach('arrival');
    return await route(exchange);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    if (error instanceof Dropped || error instanceof ClientGone) throw error;
    return internalServerError(exchange.world.clock.now());
  }
}

/** In chunks, never with a Content-Length (docs/lukittu.md, "Odds and ends"). */
async function send(exchange: Exchange, response: ServerResponse, answer: Answer): Promise<void> {
  if (response.destroyed) throw new ClientGone();
  // A client may go at any moment, and what was being written then is never called back.
  const gone = new Promise<never>((_, reject) => response.once('close', () => reject(new ClientGone())));
  gone.catch(() => undefined);
  const written = (write: (done: (error?: Error | null) => void) => void): Promise<void> =>
    Promise.race([
      gone,
      new Promise<void>((resolve, reject) => write((error) => (error ? reject(error) : resolve()))),
    ]);
  response.writeHead(answer.status, answer.headers);
  response.flushHeaders();
  await exchange.reach('answer-headers');
  await exchange.give(Buffer.from(answer.body), (piece) => written((done) => response.write(piece, done)));
  await written((done) => response.end(done));
}
