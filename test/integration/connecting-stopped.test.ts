import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { ConnectionForm } from '../../electron/model/connection.ts';
import { failureOf } from '../support/failures.ts';
import { startRawServer } from '../support/raw-server.ts';
import { runApp } from '../support/running-app.ts';

/** A server that reads what it is asked and never answers. */
async function startSilentServer() {
  const asked = Promise.withResolvers<Socket>();
  const { url } = await startRawServer(async ({ socket, head }) => {
    await head();
    asked.resolve(socket);
  });
  return { url, asked: asked.promise };
}

const formFor = (serverUrl: string): ConnectionForm => ({
  name: 'Silent',
  serverUrl,
  teamId: randomUUID(),
  apiKey: 'lab_main_0123456789abcdef',
  maxFileBytes: 1024,
  rateLimit: null,
});

test('a new team whose server never answers can be stopped: the request is broken off, nothing is kept', async () => {
  const { services, connection } = await runApp();
  const { handlers } = services;
  const server = await startSilentServer();

  const answer = failureOf(Promise.resolve(handlers['connections.add'](formFor(server.url), [])));
  const socket = await server.asked;
  const broken = once(socket, 'close');
  handlers['connections.stop']({}, []);

  expect(await answer).toMatchObject({ kind: 'cancelled', applied: 'no' });
  await broken;
  expect(await handlers['connections.list']({}, [])).toMatchObject([{ id: connection.id }]);
  expect((await handlers['app.info']({}, [])).online).toBe(true);
});

test('a team whose address is changed to such a server stays what it was when that is stopped', async () => {
  const { services, connection, demo } = await runApp();
  const { handlers } = services;
  const server = await startSilentServer();

  const update = { connectionId: connection.id, form: { ...formFor(server.url), teamId: demo.teamId } };
  const answer = failureOf(Promise.resolve(handlers['connections.update'](update, [])));
  await server.asked;
  handlers['connections.stop']({}, []);

  expect(await answer).toMatchObject({ kind: 'cancelled' });
  expect(await handlers['connections.list']({}, [])).toMatchObject([{ serverUrl: demo.origin }]);
  const products = await handlers['products.refresh']({ connectionId: connection.id }, []);
  expect(products.items.length).toBeGreaterThan(0);
});

test('there may be nothing to stop', async () => {
  const { services } = await runApp();
  expect(services.handlers['connections.stop']({}, [])).toBeNull();
});
