import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** One connection as the server of a test sees it: nothing is read from it but what is asked for. */
export interface RawConnection {
  readonly socket: Socket;
  /** The head of the next request, without its empty line. */
  head(): Promise<string>;
  /** The next so many bytes; fewer when the client goes away first. */
  take(bytes: number): Promise<Buffer>;
  /** Sends a text as it stands. */
  send(text: string): void;
  /** Breaks the connection. */
  drop(): void;
}

export interface RawServer {
  readonly url: string;
  /** Connections so far. */
  readonly connections: () => number;
}

/** A server that does to each connection exactly what a test says; gone when the test ends. */
export async function startRawServer(
  behave: (connection: RawConnection) => void | Promise<void>,
  tls?: TlsOptions,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let count = 0;
  const accept = (socket: Socket) => {
    sockets.add(socket);
    count++;
    socket.on('error', () => {});
    void behave(connectionOf(socket));
  };
  const server: Server = tls ? createTlsServer(tls, accept) : createServer({ noDelay: true }, accept);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${portOf(server)}`, connections: () => count };
}

/** An answer with this status, as the server wraps it. */
export function answerText(status: number, details: string, data: unknown = null): string {
  const body = JSON.stringify({ data, result: { valid: status < 400, details, timestamp: 'now' } });
  return `${headText(status, 'application/json')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** The beginning of an answer's head: further headers, and the empty line, are to follow. */
export const headText = (status: number, contentType: string) =>
  `HTTP/1.1 ${status} Status\r\ncontent-type: ${contentType}\r\n`;

/** What the `Content-Length` of a request's head says. */
export const lengthIn = (head: string) => Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? '0');

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function connectionOf(socket: Socket): RawConnection {
  let held = Buffer.alloc(0);
  let wake = () => {};
  for (const event of ['readable', 'end', 'close']) socket.on(event, () => wake());
  /** Whether there was, or may yet be, more to read. */
  const more = async () => {
    const chunk: unknown = socket.read();
    if (Buffer.isBuffer(chunk)) held = Buffer.concat([held, chunk]);
    else if (socket.readableEnded || socket.destroyed) return false;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return true;
  };
  const cut = (bytes: number) => {
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
  return {
    socket,
    head: async () => {
      while (!held.includes('\r\n\r\n')) if (!(await more())) return '';
      return cut(held.indexOf('\r\n\r\n') + 4)
        .toString('latin1')
        .trimEnd();
    },
    take: async (bytes) => {
      const parts = [cut(bytes)];
      for (let missing = bytes - (parts[0]?.length ?? 0); missing > 0; ) {
        if (!(await more())) break;
        const part = cut(missing);
        missing -= part.length;
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    send: (text) => socket.write(text),
    drop: () => socket.destroy(),
  };
}
