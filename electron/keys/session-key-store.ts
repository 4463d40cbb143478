import type { KeyStore } from './key-store.ts';

/** Keys in memory, until the app ends. */
export function createSessionKeyStore(): KeyStore {
  const keys = new Map<string, string>();
  return {
    get: async (connectionId) => keys.get(connectionId) ?? null,
    set: async (connectionId, apiKey) => {
      keys.set(connectionId, apiKey);
    },
    delete: async (connectionId) => {
      keys.delete(connectionId);
    },
  };
}
