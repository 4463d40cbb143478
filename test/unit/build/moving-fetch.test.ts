import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { movingFetch } from '../../../build/moving-fetch.ts';
import { headText, type RawConnection, startRawServer } from '../../support/raw-server.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
});

/** A server of 100 bytes that were asked for, and that come as the test sends them. */
async function asked() {
  const { promise, resolve } = Promise.withResolvers<RawConnection>();
  const server = await startRawServer(async (connection) => {
    await connection.head();
    resolve(connection);
  });
  const answer = movingFetch(fetch)(server.url);
  answer.catch(() => undefined);
  const connection = await promise;
  return { answer, connection };
}

const head = (status: number) => `${headText(status, 'application/zip')}content-length: 100\r\n\r\n`;

test('a server that does not answer is given up after 15 seconds', async () => {
  const { answer } = await asked();
  vi.advanceTimersByTime(15_000);
  await expect(answer).rejects.toThrow('no answer within 15 s');
});

test('what comes slowly arrives whole, however long that takes', async () => {
  const { answer, connection } = await asked();
  vi.advanceTimersByTime(14_999);
  connection.send(head(200));
  const response = await answer;
  const reader = response.body?.getReader();
  let came = '';
  for (let at = 0; at < 10; at++) {
    vi.advanceTimersByTime(29_999);
    connection.send('0123456789');
    const chunk = await reader?.read();
    came += Buffer.from(chunk?.value ?? []).toString();
  }
  expect(came).toBe('0123456789'.repeat(10));
  expect(response.headers.get('content-length')).toBe('100');
  expect(await reader?.read()).toMatchObject({ done: true });
});

test('a body that stops coming is broken off after 30 seconds', async () => {
  const { answer, connection } = await asked();
  connection.send(`${head(200)}0123456789`);
  const reader = (await answer).body?.getReader();
  await reader?.read();
  const next = reader?.read();
  vi.advanceTimersByTime(30_000);
  await expect(next).rejects.toThrow('no more of the answer within 30 s');
});

test('a refusal is handed on as it came', async () => {
  const { answer, connection } = await asked();
  connection.send(head(404));
  expect(await answer).toMatchObject({ status: 404, ok: false, url: expect.stringContaining('127.0.0.1') });
});

test('what went wrong on the way is said in the message', async () => {
  const { answer, connection } = await asked();
  connection.drop();
  await expect(answer).rejects.toThrow('other side closed');
});
