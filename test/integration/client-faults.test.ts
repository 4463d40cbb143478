import { once } from 'node:events';
import { closeSync, ftruncateSync, openSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createLukittuClient,
  type LukittuClient,
  type LukittuClientOptions,
} from '../../electron/lukittu/client.ts';
import type { SendOptions } from '../../electron/lukittu/team-requests.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { failureOf } from '../support/failures.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { productId, releaseData, releaseFields, releaseId, teamId } from '../support/lukittu-answers.ts';
import { answerText, headText, lengthIn, type RawConnection, startRawServer } from '../support/raw-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const apiKey = 'lab_main_0123456789abcdef';
const fileSize = 8_000_000;

function clientOf(serverUrl: string, options: Partial<LukittuClientOptions> = {}): LukittuClient {
  const client = createLukittuClient({ serverUrl, teamId, apiKey, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** A file larger than what the system's socket buffers hold. */
function artifact() {
  const path = join(tempFolder(), 'artifact');
  const handle = openSync(path, 'w');
  ftruncateSync(handle, fileSize);
  closeSync(handle);
  return { path, name: 'plugin.zip', size: fileSize };
}

const update = (client: LukittuClient, options: SendOptions = {}) =>
  client.update(releaseId, { fields: releaseFields, keepExistingFile: true, file: artifact() }, options);

/** Reads a request whole and gives its length. */
async function wholeRequest(connection: RawConnection): Promise<number> {
  const length = lengthIn(await connection.head());
  return (await connection.take(length)).length;
}

interface Fault {
  readonly name: string;
  readonly behave: (connection: RawConnection) => Promise<void>;
  readonly expected: Partial<Failure>;
}

const nothingDone = { applied: 'no', oldFile: 'safe' } as const;
const unknown = { applied: 'maybe', oldFile: 'maybe-lost' } as const;

const faults: readonly Fault[] = [
  {
    name: 'goes away before it reads anything',
    behave: async ({ drop }) => drop(),
    expected: { kind: 'connection-lost', ...nothingDone },
  },
  {
    name: 'goes away after the head of the request',
    behave: async ({ head, drop }) => {
      await head();
      drop();
    },
    expected: { kind: 'connection-lost', ...nothingDone },
  },
  {
    name: 'goes away in the middle of the body',
    behave: async ({ head, take, drop }) => {
      await take(lengthIn(await head()) / 2);
      drop();
    },
    expected: { kind: 'connection-lost', ...nothingDone },
  },
  {
    name: 'goes away politely in the middle of the body',
    behave: async ({ head, take, socket }) => {
      await take(lengthIn(await head()) / 2);
      socket.end();
    },
    expected: { kind: 'connection-lost', ...nothingDone },
  },
  {
    name: 'goes away after the whole body',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.drop();
    },
    expected: { kind: 'connection-lost', ...unknown },
  },
  {
    name: 'goes away after half of the answer’s head',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send('HTTP/1.1 200 OK\r\ncontent-ty');
      connection.socket.end();
    },
    expected: { kind: 'connection-lost', ...unknown },
  },
  {
    name: 'goes away after the answer’s head',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}content-length: 100\r\n\r\n`);
      connection.socket.end();
    },
    expected: { kind: 'connection-lost', ...unknown },
  },
  {
    name: 'goes away in the middle of the answer',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}transfer-encoding: chunked\r\n\r\n5\r\n{"dat\r\n`);
      connection.socket.end();
    },
    expected: { kind: 'connection-lost', ...unknown },
  },
  {
    name: 'says that it will close, and does in the middle of the answer',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(
        `${headText(200, 'application/json')}connection: close\r\ncontent-length: 100\r\n\r\n{"dat`,
      );
      connection.socket.end();
    },
    expected: { kind: 'connection-lost', ...unknown },
  },
  {
    name: 'says that it will close, and does in the middle of a chunk',
    behave: async (connection) => {
      await wholeRequest(connection);
      const head = `${headText(200, 'application/json')}connection: close\r\ntransfer-encoding: chunked\r\n\r\n`;
      connection.send(`${head}20\r\n{"dat`);
      connection.socket.end();
    },
    expected: { kind: 'connection-lost', ...unknown },
  },
  {
    name: 'answers with JSON cut short',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}content-length: 5\r\n\r\n{"dat`);
    },
    expected: { kind: 'unreadable-answer', ...unknown },
  },
  {
    name: 'answers with broken chunks',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}transfer-encoding: chunked\r\n\r\nzz\r\n`);
    },
    expected: { kind: 'unreadable-answer', ...unknown },
  },
  {
    name: 'answers with a web page',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'text/html')}content-length: 9\r\n\r\n<!doctype`);
    },
    expected: { kind: 'not-lukittu', ...unknown },
  },
  {
    name: 'does not speak HTTP',
    behave: async ({ send }) => send('SSH-2.0-OpenSSH_9.6\r\n'),
    expected: { kind: 'not-lukittu', ...nothingDone },
  },
  {
    name: 'sends a head that does not end',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(`HTTP/1.1 200 OK\r\n${`x-much: ${'y'.repeat(1000)}\r\n`.repeat(100)}`);
    },
    expected: { kind: 'answer-too-large', ...unknown },
  },
  {
    name: 'refuses the key before it has read the body',
    behave: async ({ head, take, send }) => {
      const length = lengthIn(await head());
      send(answerText(401, 'Invalid API key'));
      await take(length);
    },
    expected: { kind: 'invalid-key', ...nothingDone, status: 401 },
  },
  {
    name: 'fails before it has read the body',
    behave: async ({ head, take, send }) => {
      const length = lengthIn(await head());
      send(answerText(500, 'Internal server error'));
      await take(length);
    },
    expected: { kind: 'server-error', ...nothingDone, status: 500 },
  },
  {
    name: 'fails after it has read the body',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(answerText(500, 'Internal server error'));
    },
    expected: { kind: 'server-error', ...unknown, status: 500 },
  },
  {
    name: 'refuses the jar after it has deleted the old file',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(answerText(400, 'Main class not found in JAR file'));
    },
    expected: { kind: 'jar-without-main', applied: 'no', oldFile: 'lost', status: 400 },
  },
  {
    name: 'confirms a release that is none',
    behave: async (connection) => {
      await wholeRequest(connection);
      connection.send(answerText(200, 'Release updated', { id: 'x' }));
    },
    expected: { kind: 'unexpected-answer', ...unknown },
  },
];

describe.each(faults)('a server that $name', ({ behave, expected }) => {
  test('makes an update end in the right failure', async () => {
    const server = await startRawServer(behave);
    const failure = await failureOf(update(clientOf(server.url)));
    expect(failure).toMatchObject(expected);
    expect(failure.details ?? '').not.toContain(apiKey);
  });

  test('never makes a read look as if it had changed anything', async () => {
    const server = await startRawServer(behave);
    const failure = await failureOf(clientOf(server.url).topProducts());
    expect(failure).toMatchObject({ kind: expected.kind, ...nothingDone });
  });
});

test('a request that keeps the stored file cannot have lost it', async () => {
  const server = await startRawServer(async (connection) => {
    await wholeRequest(connection);
    connection.drop();
  });
  const request = { fields: releaseFields, keepExistingFile: true, file: null };
  const failure = await failureOf(clientOf(server.url).update(releaseId, request));
  expect(failure).toMatchObject({ kind: 'connection-lost', applied: 'maybe', oldFile: 'safe' });
});

test('one that removes it can, though it sends none', async () => {
  const server = await startRawServer(async (connection) => {
    await wholeRequest(connection);
    connection.drop();
  });
  const request = { fields: releaseFields, keepExistingFile: false, file: null };
  const failure = await failureOf(clientOf(server.url).update(releaseId, request));
  expect(failure).toMatchObject({ kind: 'connection-lost', applied: 'maybe', oldFile: 'maybe-lost' });
});

test('nor can the creation of a release', async () => {
  const server = await startRawServer(async (connection) => {
    await wholeRequest(connection);
    connection.drop();
  });
  const request = { fields: releaseFields, file: artifact() };
  const failure = await failureOf(clientOf(server.url).create(request));
  expect(failure).toMatchObject({ kind: 'connection-lost', applied: 'maybe', oldFile: 'safe' });
});

describe('a server that takes its time', () => {
  test.each([
    ['update', 90],
    // Its connecting counts, which nothing else is known of.
    ['read', 100],
  ] as const)('with its answer to an %s is given %i s', async (call, seconds) => {
    const clock = createFakeClock();
    const silent = Promise.withResolvers<void>();
    const server = await startRawServer(async (connection) => {
      await wholeRequest(connection);
      silent.resolve();
    });
    const client = clientOf(server.url, { clock });
    const failed = failureOf(call === 'update' ? update(client) : client.topProducts());
    await silent.promise;
    await clock.advance(seconds * 1000 - 1);
    expect(clock.due()).toHaveLength(1);
    await clock.advance(1);
    const outcome = call === 'update' ? unknown : nothingDone;
    expect(await failed).toMatchObject({ kind: 'answer-timeout', ...outcome });
    expect(clock.due()).toEqual([]);
  });

  test('and sends the head of its answer bit by bit is given no longer', async () => {
    const clock = createFakeClock();
    const slow = Promise.withResolvers<void>();
    const server = await startRawServer(async (connection) => {
      await wholeRequest(connection);
      connection.send('HTTP/1.1 200 OK\r\nx-slow: ');
      slow.resolve();
    });
    const failed = failureOf(update(clientOf(server.url, { clock })));
    await slow.promise;
    await clock.advance(90_000);
    expect(await failed).toMatchObject({ kind: 'answer-timeout', ...unknown });
  });

  test('to read the upload is given 60 s without a byte, and nothing has been changed then', async () => {
    const clock = createFakeClock();
    const stuck = Promise.withResolvers<void>();
    const server = await startRawServer(async ({ head }) => {
      await head();
      stuck.resolve();
    });
    const failed = failureOf(update(clientOf(server.url, { clock })));
    await stuck.promise;
    await clock.advance(60_000);
    expect(await failed).toMatchObject({ kind: 'send-timeout', ...nothingDone });
  });

  test('but goes on reading is not given up, however long it takes in all', async () => {
    const clock = createFakeClock();
    const server = await startRawServer(async ({ head, take, send }) => {
      const length = lengthIn(await head());
      for (let taken = 0; taken < length; ) {
        await clock.advance(50_000);
        taken += (await take(Math.min(2_000_000, length - taken))).length;
      }
      send(answerText(200, 'Release updated', releaseData()));
    });
    expect((await update(clientOf(server.url, { clock }))).id).toBe(releaseId);
    expect(clock.now()).toBeGreaterThan(200_000);
  });

  test('in the middle of its answer is given 30 s', async () => {
    const clock = createFakeClock();
    const server = await startRawServer(async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}content-length: 100\r\n\r\n{"dat`);
    });
    const failed = failureOf(update(clientOf(server.url, { clock })));
    await expect.poll(() => clock.due().length).toBe(2);
    await clock.advance(30_000);
    expect(await failed).toMatchObject({ kind: 'body-timeout', ...unknown });
  });

  test('and drips its answer for ever is given 120 s', async () => {
    const clock = createFakeClock();
    const server = await startRawServer(async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}transfer-encoding: chunked\r\n\r\n`);
      await expect.poll(() => clock.due().length).toBe(2);
      while (!connection.socket.destroyed) {
        connection.send('1\r\n \r\n');
        await clock.advance(1_000);
      }
    });
    const start = clock.now();
    const failure = await failureOf(clientOf(server.url, { clock }).topProducts());
    expect(failure).toMatchObject({ kind: 'body-timeout', ...nothingDone });
    expect(clock.now() - start).toBeGreaterThanOrEqual(120_000);
    expect(clock.now() - start).toBeLessThan(125_000);
  });
});

describe('a server that cannot be reached', () => {
  test('because nothing listens there', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => closed.close(resolve));
    const failure = await failureOf(update(clientOf(`http://127.0.0.1:${port}`)));
    expect(failure).toMatchObject({ kind: 'connection-refused', ...nothingDone, details: 'ECONNREFUSED' });
    expect(failure.message).toBe(`Nothing accepts connections at 127.0.0.1:${port}.`);
  });

  test.each([
    [true, 'name-not-found'],
    [false, 'offline'],
  ] as const)('because its name is not found: with a network (%s) it is %s', async (online, kind) => {
    const client = clientOf('https://lukittu.invalid', { online: () => online });
    expect(await failureOf(update(client))).toMatchObject({ kind, ...nothingDone });
  });
});

describe('a server that sends too much', () => {
  const flood = async (connection: RawConnection) => {
    await wholeRequest(connection);
    connection.send(`${headText(200, 'application/json')}transfer-encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    while (!connection.socket.destroyed) {
      if (!connection.socket.write(chunk)) {
        await Promise.race([once(connection.socket, 'drain'), once(connection.socket, 'close')]).catch(
          () => {},
        );
      }
    }
  };

  test('is broken off at the largest size an answer may have', async () => {
    const server = await startRawServer(flood);
    const failure = await failureOf(clientOf(server.url).topProducts());
    expect(failure).toMatchObject({ kind: 'answer-too-large', ...nothingDone });
  });

  test('may have 8 MB and no byte more', async () => {
    const most = 8 * 1024 * 1024;
    const sizes = [most, most + 1];
    const server = await startRawServer(async (connection) => {
      for (;;) {
        await wholeRequest(connection);
        const size = sizes.shift();
        if (size === undefined) return;
        const body = answerText(200, 'OK', { topProducts: [] }).split('\r\n\r\n')[1] ?? '';
        connection.send(
          `${headText(200, 'application/json')}content-length: ${size}\r\n\r\n${body.padEnd(size)}`,
        );
      }
    });
    const client = clientOf(server.url);
    expect(await client.topProducts()).toEqual([]);
    expect(await failureOf(client.topProducts())).toMatchObject({ kind: 'answer-too-large', ...nothingDone });
  });

  test('after an update leaves its outcome open', async () => {
    const server = await startRawServer(flood);
    expect(await failureOf(update(clientOf(server.url)))).toMatchObject({
      kind: 'answer-too-large',
      ...unknown,
    });
  });

  test('nested without end does so in vain', async () => {
    const server = await startRawServer(async (connection) => {
      await connection.head();
      const body = '{"data":'.repeat(100_000);
      connection.send(`${headText(200, 'application/json')}content-length: ${body.length}\r\n\r\n${body}`);
    });
    expect((await failureOf(clientOf(server.url).topProducts())).kind).toBe('unreadable-answer');
  });
});

test('a redirect is not followed, and the key goes nowhere else', async () => {
  const elsewhere = await startRawServer(() => {});
  const server = await startRawServer(async (connection) => {
    await wholeRequest(connection);
    connection.send(`HTTP/1.1 307 Moved\r\nlocation: ${elsewhere.url}/\r\ncontent-length: 0\r\n\r\n`);
  });
  const client = clientOf(server.url);
  expect(await failureOf(client.topProducts())).toMatchObject({ kind: 'not-lukittu', status: 307 });
  expect(await failureOf(update(client))).toMatchObject({ kind: 'not-lukittu', ...unknown });
  expect(elsewhere.connections()).toBe(0);
});

describe('a file that changes while it is sent', () => {
  test('is never received whole: the connection is broken off before the end of the body', async () => {
    const file = artifact();
    const received = Promise.withResolvers<{ announced: number; taken: number }>();
    const server = await startRawServer(async ({ head, take }) => {
      const announced = lengthIn(await head());
      truncateSync(file.path, fileSize / 2);
      received.resolve({ announced, taken: (await take(announced)).length });
    });
    const request = { fields: releaseFields, keepExistingFile: false, file };
    const failure = await failureOf(clientOf(server.url).update(releaseId, request));
    expect(failure).toMatchObject({ kind: 'artifact-changed', ...nothingDone });
    const { announced, taken } = await received.promise;
    expect(announced).toBeGreaterThan(fileSize);
    expect(taken).toBeLessThan(announced);
  });

  test('that is gone before is not announced at all', async () => {
    const server = await startRawServer(() => {});
    const file = { ...artifact(), path: join(tempFolder(), 'gone') };
    const request = { fields: releaseFields, keepExistingFile: false, file };
    const failure = await failureOf(clientOf(server.url).update(releaseId, request));
    expect(failure).toMatchObject({ kind: 'artifact-missing', ...nothingDone });
    expect(server.connections()).toBe(0);
  });
});

describe('a request that is cancelled', () => {
  const cancelled = (applied: 'no' | 'maybe') => ({
    kind: 'cancelled',
    applied,
    oldFile: applied === 'no' ? 'safe' : 'maybe-lost',
  });

  test('before it began leaves no trace on the server', async () => {
    const server = await startRawServer(() => {});
    const failure = await failureOf(update(clientOf(server.url), { signal: AbortSignal.abort() }));
    expect(failure).toMatchObject(cancelled('no'));
    expect(server.connections()).toBe(0);
  });

  test('in the middle of the body has changed nothing, and the server sees it cut short', async () => {
    const abort = new AbortController();
    const cut = Promise.withResolvers<{ announced: number; taken: number }>();
    const server = await startRawServer(async ({ head, take }) => {
      const announced = lengthIn(await head());
      const first = await take(1_000_000);
      abort.abort();
      cut.resolve({ announced, taken: first.length + (await take(announced)).length });
    });
    const failure = await failureOf(update(clientOf(server.url), { signal: abort.signal }));
    expect(failure).toMatchObject(cancelled('no'));
    const { announced, taken } = await cut.promise;
    expect(taken).toBeLessThan(announced);
  });

  test('after the whole body was sent may have been applied', async () => {
    const abort = new AbortController();
    const server = await startRawServer(async (connection) => {
      await wholeRequest(connection);
      abort.abort();
    });
    const failure = await failureOf(update(clientOf(server.url), { signal: abort.signal }));
    expect(failure).toMatchObject(cancelled('maybe'));
  });

  test('in the middle of the answer may have been applied', async () => {
    const clock = createFakeClock();
    const abort = new AbortController();
    const server = await startRawServer(async (connection) => {
      await wholeRequest(connection);
      connection.send(`${headText(200, 'application/json')}content-length: 100\r\n\r\n{"dat`);
      await expect.poll(() => clock.due().length).toBe(2);
      abort.abort();
    });
    const failure = await failureOf(update(clientOf(server.url, { clock }), { signal: abort.signal }));
    expect(failure).toMatchObject(cancelled('maybe'));
    expect(clock.due()).toEqual([]);
  });

  test('while a list is read changed nothing', async () => {
    const abort = new AbortController();
    const server = await startRawServer(async ({ head }) => {
      await head();
      abort.abort();
    });
    const failure = await failureOf(clientOf(server.url).listReleases(productId, { signal: abort.signal }));
    expect(failure).toMatchObject(cancelled('no'));
  });

  test('because its client is closed is cancelled as well', async () => {
    const reached = Promise.withResolvers<void>();
    const server = await startRawServer(async ({ head }) => {
      await head();
      reached.resolve();
    });
    const client = clientOf(server.url);
    const failed = failureOf(update(client));
    await reached.promise;
    await client.close();
    expect(await failed).toMatchObject(cancelled('no'));
    expect(await failureOf(client.topProducts())).toMatchObject(cancelled('no'));
  });

  test('because its client is closed at once, before there is a connection, is cancelled as well', async () => {
    const server = await startRawServer(async ({ head }) => void (await head()));
    const client = clientOf(server.url);
    const failed = failureOf(update(client));
    await client.close();
    expect(await failed).toMatchObject(cancelled('no'));
  });
});
