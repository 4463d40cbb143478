import { type Clock, systemClock } from '../clock.ts';
import { appError } from '../errors.ts';
import { words } from '../texts/words.ts';
import type { KeyStore } from './key-store.ts';

/** What of keytar is used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** The system's keyring, or why there is none, as a sentence. */
export type OpenedKeyStore = { store: KeyStore; problem: null } | { store: null; problem: string };

/**
 * Looks for the system's keyring. keytar is loaded only here, so that a system without its library starts the
 * app all the same. Never throws; takes 3 s at most.
 */
export async function openKeyStore({
  clock = systemClock,
  loadKeytar = loadInstalledKeytar,
}: {
  clock?: Clock;
  loadKeytar?: () => Promise<Keytar>;
} = {}): Promise<OpenedKeyStore> {
  let keytar: Keytar;
  try {
    keytar = await loadKeytar();
  } catch {
    return { store: null, problem: words().server.key.noLibrary };
  }
  const store = createKeytarKeyStore(keytar, clock);
  try {
    // There is no such account: a keyring says so, whether it is locked or not.
    await store.get('probe');
    return { store, problem: null };
  } catch {
    return { store: null, problem: words().server.key.silentKeyring };
  }
}

/**
 * Keys in the system's keyring. Each call is given up after 3 s, because a locked keyring waits for a password
 * that nobody may be there to type. The calls are made one after the other, and none while one given up is still
 * waiting: each holds a thread of the pool that reading files needs as well.
 */
export function createKeytarKeyStore(keytar: Keytar, clock: Clock): KeyStore {
  let turn: Promise<unknown> = Promise.resolve();
  let stuck = false;

  const call = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(() => {
      if (stuck) throw silent();
      return capped(work);
    });
    turn = result.catch(() => {});
    return result;
  };

  const capped = <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const giveUp = clock.after(longestCallMs, () => {
        stuck = true;
        reject(silent());
      });
      work()
        .then(resolve, (error: unknown) => reject(appError('keyring', {}, error)))
        .finally(() => {
          stuck = false;
          giveUp();
        });
    });

  return {
    get: (account) => call(() => keytar.getPassword(service, account)),
    set: (account, apiKey) => call(() => keytar.setPassword(service, account, apiKey)),
    delete: async (account) => {
      await call(() => keytar.deletePassword(service, account));
    },
  };
}

const service = 'lukittu-release-manager';
const longestCallMs = 3_000;

const silent = () => appError('keyring', { reason: words().server.key.maybeLocked });

async function loadInstalledKeytar(): Promise<Keytar> {
  const loaded: object = await import('keytar');
  const keytar: unknown = 'default' in loaded ? loaded.default : loaded;
  if (!isKeytar(keytar)) throw new TypeError('keytar is not what it was');
  return keytar;
}

function isKeytar(value: unknown): value is Keytar {
  if (typeof value !== 'object' || value === null) return false;
  return ['getPassword', 'setPassword', 'deletePassword'].every(
    (name) => typeof Reflect.get(value, name) === 'function',
  );
}
