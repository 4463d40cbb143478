import { failureFrom } from '../errors.ts';
import type { KeyStore } from './key-store.ts';

/** Holds each connection's key in the keyring, or, where that is not to be had, in memory until the app ends. */
export interface KeyHolder {
  /** Stores a key; the note tells the user when it lasts for this session only. */
  hold(
    connectionId: string,
    apiKey: string,
  ): Promise<{ where: 'keyring' } | { where: 'session'; note: string }>;
  /** The key, or null where there is none. Throws `keyring` when the keyring does not answer. */
  get(connectionId: string): Promise<string | null>;
  /** Removes the key wherever it is. Throws `keyring` when it is still in a keyring that does not answer. */
  remove(connectionId: string): Promise<void>;
  where(connectionId: string): 'keyring' | 'session' | 'none';
  /** Why keys last for the session only, as a sentence; null where there is a keyring. */
  problem(): string | null;
}

/**
 * Makes the holder and looks which of the known connections have a key in the keyring.
 */
export async function createKeyHolder(
  keyring: KeyStore | null,
  problem: string | null,
  connectionIds: readonly string[],
): Promise<KeyHolder> {
  const session = new Map<string, string>();
  const inKeyring = new Set<string>();
  let trouble = keyring === null ? (problem ?? 'This system has no keyring.') : null;

  if (keyring) {
    const looks = connectionIds.map(async (id) => {
      if ((await keyring.get(id)) !== null) inKeyring.add(id);
    });
    for (const look of await Promise.allSettled(looks)) {
      if (look.status === 'rejected') trouble = failureFrom(look.reason).message;
    }
  }

  return {
    hold: async (id, apiKey) => {
      if (keyring) {
        try {
          await keyring.set(id, apiKey);
          session.delete(id);
          inKeyring.add(id);
          trouble = null;
          return { where: 'keyring' };
        } catch (error) {
          trouble = failureFrom(error).message;
        }
      }
      session.set(id, apiKey);
      return {
        where: 'session',
        note: `The key is kept until the app is closed, and has to be entered again then. ${trouble ?? ''}`.trim(),
      };
    },
    get: async (id) => {
      const held = session.get(id);
      if (held !== undefined || !keyring) return held ?? null;
      const found = await keyring.get(id);
      if (found === null) inKeyring.delete(id);
      else inKeyring.add(id);
      return found;
    },
    remove: async (id) => {
      session.delete(id);
      if (keyring) {
        try {
          await keyring.delete(id);
        } catch (error) {
          // Where no key is known to be, one that came late cannot be ruled out, but is no reason to keep the rest.
          if (inKeyring.has(id)) throw error;
        }
      }
      inKeyring.delete(id);
    },
    where: (id) => (session.has(id) ? 'session' : inKeyring.has(id) ? 'keyring' : 'none'),
    problem: () => trouble,
  };
}
