import { type ClientRequest, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/server.ts';
import type { DemoRelease } from '../../../electron/demo/state.ts';
import { askLukittu, startSmallTeam, unchanged, update } from '../../support/demo-requests.ts';

const newFile = (bytes = 5) => new File([Buffer.alloc(bytes, 'n')], 'new.zip');
const list = (release: DemoRelease) => ({ path: `/releases?productId=${release.productId}` });
const put = (release: DemoRelease, file = newFile()) => ({
  method: 'PUT',
  path: `/releases/${release.id}`,
  form: { data: { ...unchanged(release), status: 'DRAFT' }, file },
});

describe('a client that goes away', () => {
  const boundary = 'x-boundary-x';
  /** Begins an update whose body will be `length` bytes long, and sends `body` of it. */
  function begin(demo: DemoServer, release: DemoRelease, body: string, length: number): ClientRequest {
    const request = httpRequest(`${demo.origin}/api/v1/dev/teams/${demo.teamId}/releases/${release.id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${demo.apiKey}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': length,
      },
    });
    request.on('error', () => undefined);
    request.write(body);
    return request;
  }
  const part = (release: DemoRelease) => {
    const data = JSON.stringify({ ...unchanged(release), status: 'DRAFT', keepExistingFile: false });
    return `--${boundary}\r\nContent-Disposition: form-data; name="data"\r\n\r\n${data}\r\n`;
  };

  it('in the middle of the body has changed nothing', async () => {
    const { demo, release } = await startSmallTeam();
    const body = part(release);
    const fault = demo.faults.add({ at: 'body', bytes: body.length, effect: { kind: 'pause' } });
    const request = begin(demo, release, body, body.length + 1000);
    await fault.reached;
    request.destroy();
    fault.resume();
    await demo.settled();
    expect(release).toMatchObject({ status: 'PUBLISHED', file: { name: 'old.zip' } });
    expect(demo.requests.at(-1)).toMatchObject({ outcome: 'client-gone', applied: false, status: null });
  });

  it('after the whole body has its update all the same', async () => {
    const { demo, release } = await startSmallTeam();
    const body = `${part(release)}--${boundary}--\r\n`;
    const fault = demo.faults.add({ at: 'received', effect: { kind: 'pause' } });
    const request = begin(demo, release, body, body.length);
    await fault.reached;
    request.destroy();
    fault.resume();
    await demo.settled();
    expect(release).toMatchObject({ status: 'DRAFT', file: null });
    expect(demo.requests.at(-1)).toMatchObject({ applied: true });
  });

  it('in the middle of its file has changed nothing, and leaves nothing behind', async () => {
    const { demo, release } = await startSmallTeam();
    const body = `${part(release)}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.zip"\r\n\r\nx`;
    const fault = demo.faults.add({ at: 'body', bytes: body.length, effect: { kind: 'pause' } });
    const request = begin(demo, release, body, body.length + 1000);
    await fault.reached;
    request.destroy();
    fault.resume();
    await demo.settled();
    expect(release.file?.name).toBe('old.zip');
    expect(demo.requests.at(-1)).toMatchObject({ outcome: 'client-gone', applied: false });
  });

  it('and one that ends its form too early are two things: the second is answered with 500', async () => {
    const { demo, release } = await startSmallTeam();
    const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.zip"\r\n\r\nx`;
    for (const body of [part(release), part(release) + file]) {
      const request = begin(demo, release, body, body.length);
      const status = await new Promise((resolve) => {
        request.on('response', (response) => resolve(response.resume().statusCode));
      });
      expect(status).toBe(500);
    }
    expect(release).toMatchObject({ status: 'PUBLISHED', file: { name: 'old.zip' } });
  });
});

describe('a server that answers before the body is there', () => {
  it('takes the rest all the same, so that whoever is still sending hears the answer', async () => {
    const { demo, release } = await startSmallTeam();
    const fault = demo.faults.add({ at: 'arrival', effect: { kind: 'answer', status: 401 } });
    const pieces = Array.from({ length: 20 }, () => Buffer.alloc(100_000));
    const head = [
      `PUT /api/v1/dev/teams/${demo.teamId}/releases/${release.id} HTTP/1.1`,
      'Host: demo',
      'Connection: close',
      `Content-Length: ${pieces.length * 100_000}`,
    ];
    const socket = connect(demo.port, '127.0.0.1').pause();
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await fault.reached;
    await demo.settled();
    // The answer lies there unread for as long as anything is sent.
    for (const piece of pieces) {
      await promisify<Buffer, void>(socket.write.bind(socket))(piece);
      await turn();
    }
    const heard = await text(socket);
    expect(heard).toMatch(/^HTTP\/1\.1 401 /);
    expect(heard).toMatch(/\r\n0\r\n\r\n$/);
    expect(demo.requests.at(-1)).toMatchObject({ outcome: 'answered', status: 401, applied: false });
  });
});

describe('a server that goes away and comes back', () => {
  it('refuses connections meanwhile, and has forgotten nothing', async () => {
    const { demo, release } = await startSmallTeam({ limit: { requests: 1, windowMs: 300_000 } });
    expect((await update(demo, release, unchanged(release))).status).toBe(200);
    await demo.stop();
    await expect(askLukittu(demo, list(release))).rejects.toThrow();
    await demo.start();
    expect((await askLukittu(demo, list(release))).status).toBe(200);
    expect((await update(demo, release, unchanged(release))).status).toBe(429);
  });

  it('cuts what is on its way', async () => {
    const { demo, release } = await startSmallTeam();
    const pause = demo.faults.add({ at: 'body', bytes: 1, effect: { kind: 'pause' } });
    const answer = askLukittu(demo, put(release, newFile(1_000_000)));
    await pause.reached;
    const failed = expect(answer).rejects.toThrow();
    await demo.stop();
    await failed;
    pause.resume();
    await demo.settled();
    expect(release.file?.name).toBe('old.zip');
  });
});
