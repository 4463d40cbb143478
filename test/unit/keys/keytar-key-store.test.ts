import { expect, test } from 'vitest';
import { createKeytarKeyStore, type Keytar, openKeyStore } from '../../../electron/keys/keytar-key-store.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const refusing = async (): Promise<never> => {
  throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
};

/** A keyring that waits for a password until it is unlocked. */
function lockedKeyring() {
  let unlock = () => {};
  const calls: string[] = [];
  const unlocked = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  const waiting = <T>(name: string, answer: T) => {
    return async (_service: string, account: string) => {
      calls.push(`${name} ${account}`);
      await unlocked;
      return answer;
    };
  };
  const keytar: Keytar = {
    getPassword: waiting('get', 'the key'),
    setPassword: waiting('set', undefined),
    deletePassword: waiting('delete', true),
  };
  return { keytar, calls, unlock: () => unlock() };
}

test('a system without the library of the keyring starts all the same, and says why keys are not kept', async () => {
  const opened = await openKeyStore({
    loadKeytar: () => Promise.reject(new Error('libsecret-1.so.0: not found')),
  });
  expect(opened).toEqual({
    store: null,
    problem: 'The library that talks to the system’s keyring is missing or does not fit.',
  });
});

test('a system without a keyring says so', async () => {
  const keytar = { getPassword: refusing, setPassword: refusing, deletePassword: refusing };
  const opened = await openKeyStore({ loadKeytar: async () => keytar });
  expect(opened).toEqual({ store: null, problem: 'This system has no keyring that answers.' });
});

test('a keyring that does not answer is given up after three seconds', async () => {
  const clock = createFakeClock();
  const opening = openKeyStore({ clock, loadKeytar: async () => lockedKeyring().keytar });
  await clock.advance(2_999);
  expect(clock.due()).toHaveLength(1);
  await clock.advance(1);
  expect((await opening).problem).toBe('This system has no keyring that answers.');
});

test('each call to a locked keyring fails after three seconds, saying what to do', async () => {
  const clock = createFakeClock();
  const store = createKeytarKeyStore(lockedKeyring().keytar, clock);
  const failed = expect(store.get('one')).rejects.toMatchObject({
    failure: { kind: 'keyring', remedy: 'Unlock the keyring and try again.' },
  });
  await clock.advance(3_000);
  await failed;
});

test('while one call hangs no other is made, so that it holds one thread only', async () => {
  const clock = createFakeClock();
  const { keytar, calls } = lockedKeyring();
  const store = createKeytarKeyStore(keytar, clock);
  const all = Promise.allSettled([
    store.get('one'),
    store.get('two'),
    store.set('three', 'k'),
    store.delete('four'),
  ]);
  await clock.advance(3_000);
  expect((await all).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  await expect(store.get('five')).rejects.toMatchObject({ failure: { kind: 'keyring' } });
  expect(calls).toEqual(['get one']);
});

test('a keyring that was unlocked late answers the next call', async () => {
  const clock = createFakeClock();
  const { keytar, unlock } = lockedKeyring();
  const store = createKeytarKeyStore(keytar, clock);
  const failed = expect(store.get('one')).rejects.toThrow();
  await clock.advance(3_000);
  await failed;
  unlock();
  await clock.advance(0);
  expect(await store.get('one')).toBe('the key');
  expect(clock.due()).toEqual([]);
});

test('what the keyring itself says stays out of the failure', async () => {
  const keytar = { getPassword: refusing, setPassword: refusing, deletePassword: refusing };
  const store = createKeytarKeyStore(keytar, createFakeClock());
  await expect(store.set('one', 'lab_secret')).rejects.toMatchObject({
    failure: { kind: 'keyring', message: 'The system’s keyring does not answer.', details: null },
  });
});
