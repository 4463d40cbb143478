import type { KeyStore } from './key-store.ts';

/** Keys in memory, until the app ends: at first these, by account. */
export function createSessionKeyStore(
  held: Iterable<readonly [account: string, apiKey: string]> = [],
): KeyStore {
  const keys = new Map(held);
  return {
    get: async (account) => keys.get(account) ?? null,
    set: async (account, apiKey) => {
      keys.set(account, apiKey);
    },
    delete: async (account) => {
      keys.delete(account);
    },
  };
}
