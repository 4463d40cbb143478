import { originOf } from '../lukittu/url.ts';

/** A place that keeps API keys, each under the name `accountOf` gives. Never a file. */
export interface KeyStore {
  /** The key, or null where there is none. Throws `keyring` when the place does not answer. */
  get(account: string): Promise<string | null>;
  /** Puts the key in place of an older one. Throws `keyring`. */
  set(account: string, apiKey: string): Promise<void>;
  /** Removes the key if there is one. Throws `keyring`. */
  delete(account: string): Promise<void>;
}

/** What a key belongs to: a connection, and the server it was typed for. */
export interface KeyOwner {
  readonly id: string;
  /** From `parseServerUrl`. */
  readonly serverUrl: string;
}

/**
 * The name a key is kept under. The server is part of it: whatever becomes of a connection's address, the key of one
 * server is never found when another is spoken to.
 */
export function accountOf({ id, serverUrl }: KeyOwner): string {
  return `${originOf(serverUrl)} ${id}`;
}
