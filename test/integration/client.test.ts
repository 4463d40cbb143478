import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import busboy from 'busboy';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLukittuClient, type LukittuClientOptions } from '../../electron/lukittu/client.ts';
import type { SendProgress } from '../../electron/lukittu/transport.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { productId, releaseData, releaseFields, releaseId, teamId } from '../support/lukittu-answers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const apiKey = 'lab_main_0123456789abcdef';
const path = `/api/v1/dev/teams/${teamId}`;

interface ReceivedPart {
  readonly name: string;
  /** Undefined for a file part without a name. */
  readonly fileName: string | null | undefined;
  readonly type: string;
  readonly size: number;
  readonly md5: string;
  readonly text: string;
}

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly parts: readonly ReceivedPart[];
  /** Bytes of the body as they came. */
  readonly bodyBytes: number;
  readonly socket: IncomingMessage['socket'];
}

type Reply = (received: Received) => { status?: number; details?: string; data: unknown };

/** A server that takes each request apart as Lukittu does and answers what the test says. */
async function startServer(reply: Reply) {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    void receive(request).then((received) => {
      requests.push(received);
      respond(response, reply(received));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, requests };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const parts: ReceivedPart[] = [];
  let bodyBytes = 0;
  request.on('data', (chunk: Buffer) => {
    bodyBytes += chunk.length;
  });
  if (request.headers['content-type']?.startsWith('multipart/')) {
    const form = busboy({ headers: request.headers, defParamCharset: 'utf8', preservePath: true });
    form.on('field', (name, text, { mimeType }) => {
      parts.push({ name, fileName: null, type: mimeType, size: text.length, md5: '', text });
    });
    form.on('file', (name, stream, { filename, mimeType }) => {
      const hash = createHash('md5');
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        hash.update(chunk);
        size += chunk.length;
      });
      stream.on('end', () => {
        parts.push({ name, fileName: filename, type: mimeType, size, md5: hash.digest('hex'), text: '' });
      });
    });
    request.pipe(form);
    await once(form, 'close');
  } else {
    request.resume();
    await once(request, 'end');
  }
  const { method = '', url = '', headers, rawHeaders, socket } = request;
  return { method, url, headers, rawHeaders, parts, bodyBytes, socket };
}

function respond(response: ServerResponse, { status = 200, details = 'Done', data }: ReturnType<Reply>) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ data, result: { valid: status < 400, details, timestamp: 'now' } }));
}

function clientOf(serverUrl: string, options: Partial<LukittuClientOptions> = {}) {
  const client = createLukittuClient({ serverUrl, teamId, apiKey, ...options });
  onTestFinished(() => client.close());
  return client;
}

function artifact(size: number, name = 'plugin.zip') {
  const bytes = Buffer.alloc(size, Buffer.from(Array.from({ length: 251 }, (_, index) => index)));
  const file = { path: join(tempFolder(), 'artifact'), name, size };
  writeFileSync(file.path, bytes);
  return { file, md5: createHash('md5').update(bytes).digest('hex') };
}

describe('an update', () => {
  test('arrives as it was meant: every field, the file byte by byte, and nothing else', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const { file, md5 } = artifact(3_000_001, 'päivitys "☃".jar');
    await clientOf(server.url).update(releaseId, { fields: releaseFields, keepExistingFile: true, file });

    const [received] = server.requests;
    expect(received).toMatchObject({ method: 'PUT', url: `${path}/releases/${releaseId}` });
    expect(received?.headers).toMatchObject({
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      'content-length': String(received?.bodyBytes),
    });
    expect(received?.headers['transfer-encoding']).toBeUndefined();
    expect(received?.parts).toMatchObject([
      { name: 'data', fileName: null },
      {
        name: 'file',
        fileName: 'päivitys %22☃%22.jar',
        type: 'application/java-archive',
        size: 3_000_001,
        md5,
      },
    ]);
    expect(JSON.parse(received?.parts[0]?.text ?? '')).toEqual({ ...releaseFields, keepExistingFile: true });
  });

  test('without a file has no part for it, because an empty one would destroy the stored file', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const request = { fields: releaseFields, keepExistingFile: false, file: null };
    await clientOf(server.url).update(releaseId, request);
    expect(server.requests[0]?.parts.map((part) => part.name)).toEqual(['data']);
  });

  test('with an empty file sends an empty file', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const { file, md5 } = artifact(0);
    await clientOf(server.url).update(releaseId, { fields: releaseFields, keepExistingFile: true, file });
    expect(server.requests[0]?.parts[1]).toMatchObject({
      name: 'file',
      fileName: 'plugin.zip',
      size: 0,
      md5,
    });
  });

  test('sends exactly the fields the server knows, whatever else the caller’s objects hold', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const entry = { key: 'k', value: 'v', locked: false, id: 'x', teamId };
    const fields = { ...releaseFields, metadata: [entry], teamId, latest: true };
    await clientOf(server.url).update(releaseId, { fields, keepExistingFile: true, file: null });
    const data: unknown = JSON.parse(server.requests[0]?.parts[0]?.text ?? '');
    expect(data).toEqual({
      ...releaseFields,
      metadata: [{ key: 'k', value: 'v', locked: false }],
      keepExistingFile: true,
    });
  });

  test('tells what the server says to it, freed of the key', async () => {
    const server = await startServer(() => ({ details: `Updated with ${apiKey}`, data: releaseData() }));
    const said: (string | null)[] = [];
    await clientOf(server.url).update(
      releaseId,
      { fields: releaseFields, keepExistingFile: true, file: null },
      { onAnswer: ({ details }) => said.push(details) },
    );
    expect(said).toEqual(['Updated with •••']);
  });

  test('gives the release as the server has it now', async () => {
    const file = { name: 'a.zip', size: 3, checksum: 'c', key: 'k', mainClassName: null };
    const server = await startServer(() => ({
      data: releaseData({ file, branch: { id: releaseId, name: 'dev' } }),
    }));
    const request = { fields: releaseFields, keepExistingFile: true, file: null };
    const release = await clientOf(server.url).update(releaseId, request);
    expect(release).toMatchObject({ id: releaseId, version: '1.4.0', file, branchName: 'dev' });
    expect(Object.keys(release)).not.toContain('licenseIds');
  });

  test('tells its progress from nothing to all of it, in order', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const { file } = artifact(3_000_000);
    const progress: SendProgress[] = [];
    await clientOf(server.url).update(
      releaseId,
      { fields: releaseFields, keepExistingFile: true, file },
      { onProgress: (step) => progress.push(step) },
    );
    const total = server.requests[0]?.bodyBytes ?? 0;
    const sent = progress.map((step) => step.sentBytes);
    expect(new Set(progress.map((step) => step.totalBytes))).toEqual(new Set([total]));
    expect(sent[0]).toBe(0);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(sent.filter((bytes) => bytes === total)).toHaveLength(1);
    expect(sent.length).toBeGreaterThan(5);
  });

  test('has a connection of its own, which no server can have closed meanwhile', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const client = clientOf(server.url);
    const request = { fields: releaseFields, keepExistingFile: true, file: null };
    for (let count = 0; count < 3; count++) await client.update(releaseId, request);
    expect(new Set(server.requests.map((received) => received.socket)).size).toBe(3);
  });
});

test('a creation goes to the team’s releases, without what only an update knows', async () => {
  const server = await startServer(() => ({ status: 201, data: releaseData() }));
  const { file, md5 } = artifact(1000);
  const release = await clientOf(server.url).create({ fields: releaseFields, file });
  expect(release.id).toBe(releaseId);
  const [received] = server.requests;
  expect(received).toMatchObject({ method: 'POST', url: `${path}/releases` });
  expect(JSON.parse(received?.parts[0]?.text ?? '')).toEqual(releaseFields);
  expect(received?.parts[1]).toMatchObject({ size: 1000, md5 });
});

describe('a list', () => {
  const idOf = (index: number) => `b2f21b53-baae-4021-a3ed-${String(index).padStart(12, '0')}`;
  const releases = Array.from({ length: 250 }, (_, index) =>
    releaseData({ id: idOf(index), version: `1.0.${index}` }),
  );
  /** Answers as the server does: pages of `pageSize`, `search` in the version. */
  const paging: Reply = ({ url }) => {
    const query = new URL(url, 'http://x').searchParams;
    const found = releases.filter(({ version }) => version.includes(query.get('search') ?? ''));
    const size = Number(query.get('pageSize'));
    const start = (Number(query.get('page')) - 1) * size;
    return { data: { releases: found.slice(start, start + size), hasNextPage: start + size < found.length } };
  };

  test('of releases is read to its end, in the server’s largest pages', async () => {
    const server = await startServer(paging);
    const list = await clientOf(server.url).listReleases(productId);
    expect(list.releases.map((release) => release.version)).toEqual(releases.map(({ version }) => version));
    expect(list.product).toEqual({ id: productId, name: 'Northwind' });
    expect(server.requests).toHaveLength(3);
    expect(server.requests[0]?.url).toBe(
      `${path}/releases?productId=${productId}&sortColumn=createdAt&sortDirection=asc&page=1&pageSize=100`,
    );
  });

  test('keeps its connections from page to page', async () => {
    const server = await startServer(paging);
    const client = clientOf(server.url);
    for (let count = 0; count < 3; count++) await client.listReleases(productId);
    expect(server.requests).toHaveLength(9);
    expect(new Set(server.requests.map((received) => received.socket)).size).toBeLessThanOrEqual(2);
  });

  test('gives a release once that moved to the next page while it was read', async () => {
    const server = await startServer(({ url }) => {
      const isFirst = url.includes('page=1&');
      return {
        data: { releases: releases.slice(isFirst ? 0 : 99, isFirst ? 100 : 150), hasNextPage: isFirst },
      };
    });
    const list = await clientOf(server.url).listReleases(productId);
    expect(list.releases.map((release) => release.id)).toEqual(releases.slice(0, 150).map(({ id }) => id));
  });

  test('tells in which branch a version is taken: it may be there once in each', async () => {
    const branch = { id: idOf(900), name: 'dev' };
    const both = [
      releaseData({ id: idOf(1), version: '2.0.0' }),
      releaseData({ id: idOf(2), version: '2.0.0', branchId: branch.id, branch }),
    ];
    const server = await startServer(() => ({ data: { releases: both, hasNextPage: false } }));
    const client = clientOf(server.url);
    const holderIn = async (branchId: string | null) =>
      (await client.findVersion({ productId, branchId, version: '2.0.0' }))?.id ?? null;
    expect(await holderIn(null)).toBe(idOf(1));
    expect(await holderIn(branch.id)).toBe(idOf(2));
    expect(await holderIn(idOf(901))).toBeNull();
  });

  test('of a product without releases is empty', async () => {
    const server = await startServer(() => ({ data: { releases: [], hasNextPage: false } }));
    expect(await clientOf(server.url).listReleases(productId)).toEqual({ releases: [], product: null });
  });

  test.each<[string, number, Reply]>([
    ['repeats itself', 2, () => ({ data: { releases: releases.slice(0, 100), hasNextPage: true } })],
    ['is empty and goes on', 1, () => ({ data: { releases: [], hasNextPage: true } })],
    [
      'brings ever new releases',
      500,
      ({ url }) => {
        const page = Number(new URL(url, 'http://x').searchParams.get('page'));
        return { data: { releases: [releaseData({ id: idOf(page) })], hasNextPage: true } };
      },
    ],
  ])('that never ends, because it %s, is given up after page %i', async (_, pages, reply) => {
    const server = await startServer(reply);
    await expect(clientOf(server.url).listReleases(productId)).rejects.toMatchObject({
      failure: { kind: 'answer-too-large', applied: 'no' },
    });
    expect(server.requests).toHaveLength(pages);
  });

  test('that is small in every page and endless in all is given up at its largest size', {
    timeout: 30_000,
  }, async () => {
    const padding = 'x'.repeat(8_000_000);
    const server = await startServer(({ url }) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page'));
      return { data: { releases: [releaseData({ id: idOf(page) })], hasNextPage: true, padding } };
    });
    await expect(clientOf(server.url).listReleases(productId)).rejects.toMatchObject({
      failure: { kind: 'answer-too-large', applied: 'no' },
    });
    expect(server.requests).toHaveLength(Math.ceil((256 * 1024 * 1024) / padding.length));
  });

  test('that is read for longer than anybody waits is given up, however fast each page comes', async () => {
    const clock = createFakeClock();
    const server = await startServer(({ url }) => {
      clock.jump(61_000);
      const page = Number(new URL(url, 'http://x').searchParams.get('page'));
      return { data: { releases: [releaseData({ id: idOf(page) })], hasNextPage: true } };
    });
    await expect(clientOf(server.url, { clock }).listReleases(productId)).rejects.toMatchObject({
      failure: { kind: 'answer-timeout', applied: 'no' },
    });
    expect(server.requests).toHaveLength(10);
  });

  test('that fails on a later page fails', async () => {
    const server = await startServer((received) =>
      received.url.includes('page=2')
        ? { status: 500, details: 'Internal server error', data: null }
        : paging(received),
    );
    await expect(clientOf(server.url).listReleases(productId)).rejects.toMatchObject({
      failure: { kind: 'server-error', applied: 'no', status: 500 },
    });
  });

  describe('in which one release is looked for', () => {
    test('is asked for its version only', async () => {
      const server = await startServer(paging);
      const wanted = { productId, releaseId: idOf(249), version: '1.0.249' };
      expect(await clientOf(server.url).findRelease(wanted)).toMatchObject({
        id: idOf(249),
        version: '1.0.249',
      });
      expect(server.requests).toHaveLength(1);
      expect(server.requests[0]?.url).toContain('search=1.0.249');
    });

    test('is read on when the version has changed meanwhile, as far as the release', async () => {
      const server = await startServer(paging);
      const wanted = { productId, releaseId: idOf(150), version: '9.9.9' };
      expect(await clientOf(server.url).findRelease(wanted)).toMatchObject({
        id: idOf(150),
        version: '1.0.150',
      });
      expect(server.requests).toHaveLength(3);
    });

    test('is not taken for another release of the same version', async () => {
      const server = await startServer(paging);
      const wanted = { productId, releaseId: idOf(1), version: '1.0.2' };
      expect(await clientOf(server.url).findRelease(wanted)).toMatchObject({ id: idOf(1), version: '1.0.1' });
    });

    test('gives nothing when the product has no such release', async () => {
      const server = await startServer(paging);
      const wanted = { productId, releaseId: idOf(9999), version: '1.0.1' };
      expect(await clientOf(server.url).findRelease(wanted)).toBeNull();
    });

    test('takes a version with any characters', async () => {
      const server = await startServer(paging);
      await clientOf(server.url).findRelease({ productId, releaseId, version: '1&page=7#ä %' });
      expect(new URL(server.requests[0]?.url ?? '', 'http://x').searchParams.get('search')).toBe(
        '1&page=7#ä %',
      );
    });
  });

  test('of licenses gives their products once each, and no key', async () => {
    const license = (index: number) => ({
      id: idOf(index),
      licenseKey: `KEY-${index}`,
      suspended: false,
      expirationDate: null,
      products: [{ id: productId, name: 'Northwind' }],
      customers: [],
    });
    const server = await startServer(({ url }) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page'));
      return { data: { licenses: [license(2 * page), license(2 * page + 1)], hasNextPage: page < 3 } };
    });
    const list = await clientOf(server.url).listLicenses({ productIds: [productId, releaseId] });
    expect(list.licenses).toHaveLength(6);
    expect(list.products).toEqual([{ id: productId, name: 'Northwind' }]);
    expect(JSON.stringify(list)).not.toMatch(/KEY-|licenseKey/);
    const query = new URL(server.requests[0]?.url ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      page: '1',
      pageSize: '100',
      productIds: `${productId},${releaseId}`,
    });
  });
});

describe('a server behind a prefix', () => {
  test('is asked below it', async () => {
    const server = await startServer(() => ({
      data: { topProducts: [{ id: productId, name: 'Northwind' }] },
    }));
    const products = await clientOf(`${server.url}/lukittu`).topProducts();
    expect(products).toEqual([{ id: productId, name: 'Northwind' }]);
    expect(server.requests[0]?.url).toBe(`/lukittu${path}/statistics`);
  });
});

describe('what cannot be right is not sent', () => {
  const request = { fields: releaseFields, keepExistingFile: true, file: null };

  test.each([
    ['a team id', { teamId: '../../admin' }, 'invalid-team'],
    ['a key with a line break in it', { apiKey: 'lab\r\nx-evil: 1' }, 'invalid-key'],
    ['an empty key', { apiKey: '' }, 'invalid-key'],
  ] as const)('%s', async (_, options, kind) => {
    const server = await startServer(() => ({ data: releaseData() }));
    await expect(clientOf(server.url, options).update(releaseId, request)).rejects.toMatchObject({
      failure: { kind, applied: 'no', oldFile: 'safe' },
    });
    expect(server.requests).toEqual([]);
  });

  test('a release id or a product id that is none', async () => {
    const server = await startServer(() => ({ data: releaseData() }));
    const client = clientOf(server.url);
    await expect(client.update('../licenses', request)).rejects.toMatchObject({
      failure: { kind: 'invalid-release-id', applied: 'no' },
    });
    await expect(client.listReleases('x')).rejects.toMatchObject({ failure: { kind: 'invalid-product-id' } });
    await expect(client.listLicenses({ productIds: ['x,y'] })).rejects.toMatchObject({
      failure: { kind: 'invalid-product-id' },
    });
    expect(server.requests).toEqual([]);
  });
});
