import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { appError } from '../../../electron/errors.ts';
import type { KeyStore } from '../../../electron/keys/key-store.ts';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store.ts';
import type { ConnectionForm } from '../../../electron/model/connection.ts';
import { createServices, type Services } from '../../../electron/services.ts';
import { createChance } from '../../support/chance.ts';
import { failureOf } from '../../support/failures.ts';
import { startListeningServer } from '../../support/listening-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** What a hostile page can ask of the main process to have a stored key sent to a server of its own. */

const key = 'lab_main_0123456789abcdef';
const own = 'key_of_the_attacker';
const teamId = randomUUID();

const formFor = (serverUrl: string, apiKey: string): ConnectionForm => ({
  name: 'Team',
  serverUrl,
  teamId,
  apiKey,
  maxFileBytes: 1024,
  rateLimit: null,
});

async function open(keyring: KeyStore, dataFolder = tempFolder()): Promise<Services> {
  const services = await createServices({
    dataFolder,
    keyring,
    keyringProblem: null,
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
  });
  onTestFinished(() => services.close());
  return services;
}

test('another address of a connection does not get the stored key, however the address is written', async () => {
  const [home, elsewhere] = [await startListeningServer(), await startListeningServer()];
  const { handlers } = await open(createSessionKeyStore());
  const { connection } = await handlers['connections.add'](formFor(home.origin, key), []);
  const port = new URL(elsewhere.origin).port;

  const addresses = [
    elsewhere.origin,
    `${elsewhere.origin}/`,
    `http://localhost:${port}`,
    `http://127.1:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
    `http://0x7f000001:${port}/api`,
    `${home.origin}@127.0.0.1:${port}`,
    `http://${new URL(home.origin).host}@127.0.0.1:${port}/`,
    `${home.origin}#@127.0.0.1:${port}`,
    `//127.0.0.1:${port}`,
    `HTTP://127.0.0.1:${port}`,
    `http:127.0.0.1:${port}`,
    `\thttp://127.0.0.1:${port}\n`,
    'https://example.invalid',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ];
  for (const address of addresses) {
    const update = { connectionId: connection.id, form: formFor(address, '') };
    const failure = await failureOf(Promise.resolve(handlers['connections.update'](update, [])));
    expect([address, failure.kind]).toEqual([address, expect.stringMatching(/^(no-key|invalid-input)$/)]);
  }
  // A backslash is a slash: this one leads home.
  const goesHome = { connectionId: connection.id, form: formFor(`${home.origin}\\@127.0.0.1:${port}`, '') };
  await handlers['connections.update'](goesHome, []);
  expect(elsewhere.requests()).toBe(0);
  expect(home.keys()).toEqual([`Bearer ${key}`]);
});

test('a new connection to another address begins without a key, whatever it is called', async () => {
  const [home, elsewhere] = [await startListeningServer(), await startListeningServer()];
  const { handlers } = await open(createSessionKeyStore());
  const { connection } = await handlers['connections.add'](formFor(home.origin, key), []);

  for (const apiKey of ['', ' ', connection.id, key.slice(-4)]) {
    const form = { ...formFor(elsewhere.origin, apiKey), name: connection.id };
    await failureOf(
      Promise.resolve(handlers['connections.add'](form, [])).then(() => Promise.reject(appError('busy'))),
    );
  }
  expect(elsewhere.keys().filter((told) => told.includes(key))).toEqual([]);
});

test('a key that the keyring would not give up stays with the address it was typed for', async () => {
  const [home, elsewhere] = [await startListeningServer(), await startListeningServer()];
  const keyring = createSessionKeyStore();
  const folder = tempFolder();
  let stuck = false;
  const silent = async <T>(work: () => Promise<T>): Promise<T> => {
    if (stuck) throw appError('keyring');
    return work();
  };
  const first = await open(
    {
      get: (account) => keyring.get(account),
      set: (account, value) => silent(() => keyring.set(account, value)),
      delete: (account) => silent(() => keyring.delete(account)),
    },
    folder,
  );
  const { connection } = await first.handlers['connections.add'](formFor(home.origin, key), []);
  const connectionId = connection.id;

  stuck = true;
  await first.handlers['connections.update']({ connectionId, form: formFor(elsewhere.origin, own) }, []);
  await first.close();
  const second = await open(keyring, folder);

  const answer = failureOf(Promise.resolve(second.handlers['products.refresh']({ connectionId }, [])));
  expect(await answer).toMatchObject({ kind: 'no-key' });
  expect(elsewhere.keys()).toEqual([`Bearer ${own}`]);
});

test('a key that was being fetched while its connection was changed is not used any more', async () => {
  const [home, elsewhere] = [await startListeningServer(), await startListeningServer()];
  const keyring = createSessionKeyStore();
  const asked = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  const slow: KeyStore = {
    ...keyring,
    get: async (account) => {
      const found = await keyring.get(account);
      asked.resolve();
      await mayAnswer.promise;
      return found;
    },
  };
  const { handlers } = await open(slow);
  const { connection } = await handlers['connections.add'](formFor(home.origin, key), []);
  const connectionId = connection.id;
  const before = home.requests();

  const reading = Promise.resolve(handlers['products.refresh']({ connectionId }, []));
  await asked.promise;
  await handlers['connections.update']({ connectionId, form: formFor(elsewhere.origin, own) }, []);
  mayAnswer.resolve();
  await reading;
  await handlers['products.refresh']({ connectionId }, []);

  expect(home.requests()).toBe(before);
  expect(elsewhere.keys()).toEqual([`Bearer ${own}`]);
});

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'changes and readings that overtake each other cannot pair a key with another address (order %i)',
  async (seed) => {
    const [home, elsewhere] = [await startListeningServer(), await startListeningServer()];
    const chance = createChance(seed);
    const { keyring, letGo } = gated(createSessionKeyStore());
    const { handlers } = await open(keyring);
    const settled = async <T>(work: T | Promise<T>): Promise<T> =>
      letGo(Promise.resolve(work), () => chance.next());
    const { connection } = await settled(handlers['connections.add'](formFor(home.origin, key), []));
    const connectionId = connection.id;

    const moves = [
      () => handlers['connections.update']({ connectionId, form: formFor(home.origin, '') }, []),
      () => handlers['connections.update']({ connectionId, form: formFor(elsewhere.origin, own) }, []),
      () => handlers['products.refresh']({ connectionId }, []),
      () => handlers['releases.refresh']({ connectionId, productId: randomUUID() }, []),
      () => handlers['licenses.refresh']({ connectionId, productId: randomUUID() }, []),
    ];
    for (let round = 0; round < 4; round += 1) {
      const work = moves
        .map((move) => ({ move, at: chance.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ move }) => Promise.resolve(move()).catch(() => null));
      await settled(Promise.all(work));
      await settled(Promise.resolve(handlers['products.refresh']({ connectionId }, [])).catch(() => null));
    }

    expect(home.requests()).toBeGreaterThan(2);
    expect(elsewhere.keys().filter((told) => told !== `Bearer ${own}`)).toEqual([]);
    expect(home.keys().filter((told) => told !== `Bearer ${key}`)).toEqual([]);
  },
);

/** A keyring whose calls end one after the other, when and in which order the test lets them. */
function gated(keyring: KeyStore) {
  const waiting: (() => void)[] = [];
  const gate = () => new Promise<void>((resolve) => waiting.push(resolve));
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    await gate();
    const value = await work();
    await gate();
    return value;
  };
  return {
    keyring: {
      get: (account: string) => through(() => keyring.get(account)),
      set: (account: string, value: string) => through(() => keyring.set(account, value)),
      delete: (account: string) => through(() => keyring.delete(account)),
    } satisfies KeyStore,
    letGo: async <T>(work: Promise<T>, random: () => number): Promise<T> => {
      let over = false;
      const watched = work.finally(() => {
        over = true;
      });
      while (!over) {
        await new Promise((resolve) => setImmediate(resolve));
        waiting.splice(Math.floor(random() * waiting.length), 1)[0]?.();
      }
      return watched;
    },
  };
}
