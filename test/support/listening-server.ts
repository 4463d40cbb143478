import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { onTestFinished } from 'vitest';

/** A server that accepts every key, has nothing to show, and writes down what it was told. */
export interface ListeningServer {
  readonly origin: string;
  /** The keys it was sent, each once, in the order they came. */
  keys(): string[];
  lastKey(): string | null;
  requests(): number;
}

export async function startListeningServer(): Promise<ListeningServer> {
  const keys = new Set<string>();
  let requests = 0;
  let lastKey: string | null = null;
  const empty = { releases: [], licenses: [], topProducts: [], hasNextPage: false, totalResults: 0 };
  const body = JSON.stringify({ data: empty, result: { valid: true, details: 'OK', timestamp: 'now' } });
  const server = createServer((request, response) => {
    requests += 1;
    lastKey = request.headers.authorization ?? 'none';
    keys.add(lastKey);
    request.resume();
    response.setHeader('content-type', 'application/json').end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    keys: () => [...keys],
    lastKey: () => lastKey,
    requests: () => requests,
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
