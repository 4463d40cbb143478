import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeyStore } from '../../electron/keys/key-store.ts';
import { openKeyStore } from '../../electron/keys/keytar-key-store.ts';

// These run against a real keyring: `npm test` provides one on a private session bus.

let store: KeyStore;
const id = `test-${randomUUID()}`;

beforeEach(async () => {
  const opened = await openKeyStore();
  if (opened.store === null) throw new Error(`No keyring to test with: ${opened.problem}`);
  store = opened.store;
});

afterEach(() => store.delete(id));

test('a key that was stored is read again, also by an app that is started later', async () => {
  await store.set(id, 'lab_main_0123456789abcdef');
  const { store: later } = await openKeyStore();
  expect(await later?.get(id)).toBe('lab_main_0123456789abcdef');
});

test('a key takes the place of an older one', async () => {
  await store.set(id, 'old');
  await store.set(id, 'new');
  expect(await store.get(id)).toBe('new');
});

test('a connection without a key has none', async () => {
  expect(await store.get(id)).toBeNull();
});

test('a removed key is gone, and removing it twice is no failure', async () => {
  await store.set(id, 'lab_main_0123456789abcdef');
  await store.delete(id);
  await store.delete(id);
  expect(await store.get(id)).toBeNull();
});

test('the keys of two connections are kept apart', async () => {
  await store.set(id, 'one');
  expect(await store.get(`${id}-other`)).toBeNull();
});
