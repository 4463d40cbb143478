import type { KeyStore } from './key-store.ts';

/** Keys in memory, until the app ends. */
export function createSessionKeyStore(): KeyStore {
  const keys = new Map<string, string>();
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
