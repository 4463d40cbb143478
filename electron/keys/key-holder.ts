import { failureFrom } from '../errors.ts';
import { words } from '../texts/words.ts';
import { accountOf, type KeyOwner, type KeyStore } from './key-store.ts';

/**
 * Holds each connection's key in the keyring, or, where that is not to be had, in memory until the app ends. A key is
 * for the server it was typed for: a connection whose address has changed to another has none.
 */
export interface KeyHolder {
  /** Stores a key; the note tells the user when it lasts for this session only. */
  hold(owner: KeyOwner, apiKey: string): Promise<{ where: 'keyring' } | { where: 'session'; note: string }>;
  /** The key, or null where there is none. Throws `keyring` when the keyring does not answer. */
  get(owner: KeyOwner): Promise<string | null>;
  /** Removes the key wherever it is. Throws `keyring` when it is still in a keyring that does not answer. */
  remove(owner: KeyOwner): Promise<void>;
  where(owner: KeyOwner): 'keyring' | 'session' | 'none';
  /** Why keys last for the session only, as a sentence; null where there is a keyring. */
  problem(): string | null;
}

/**
 * Makes the holder and looks which of the known connections have a key in the keyring.
 */
export async function createKeyHolder(
  keyring: KeyStore | null,
  problem: string | null,
  connections: readonly KeyOwner[],
): Promise<KeyHolder> {
  const session = new Map<string, string>();
  const inKeyring = new Set<string>();
  let trouble = keyring === null ? (problem ?? words().server.key.noKeyring) : null;

  if (keyring) {
    const looks = connections.map(accountOf).map(async (account) => {
      if ((await keyring.get(account)) !== null) inKeyring.add(account);
    });
    for (const look of await Promise.allSettled(looks)) {
      if (look.status === 'rejected') trouble = failureFrom(look.reason).message;
    }
  }

  return {
    hold: async (owner, apiKey) => {
      const account = accountOf(owner);
      if (keyring) {
        try {
          await keyring.set(account, apiKey);
          session.delete(account);
          inKeyring.add(account);
          trouble = null;
          return { where: 'keyring' };
        } catch (error) {
          trouble = failureFrom(error).message;
        }
      }
      session.set(account, apiKey);
      return {
        where: 'session',
        note: words().server.key.session(trouble ?? ''),
      };
    },
    get: async (owner) => {
      const account = accountOf(owner);
      const held = session.get(account);
      if (held !== undefined || !keyring) return held ?? null;
      const found = await keyring.get(account);
      if (found === null) inKeyring.delete(account);
      else inKeyring.add(account);
      return found;
    },
    remove: async (owner) => {
      const account = accountOf(owner);
      session.delete(account);
      if (keyring) {
        try {
          await keyring.delete(account);
        } catch (error) {
          // Where no key is known to be, one that came late cannot be ruled out, but is no reason to keep the rest.
          if (inKeyring.has(account)) throw error;
        }
      }
      inKeyring.delete(account);
    },
    where: (owner) => {
      const account = accountOf(owner);
      return session.has(account) ? 'session' : inKeyring.has(account) ? 'keyring' : 'none';
    },
    problem: () => trouble,
  };
}
