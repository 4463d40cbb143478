/** A place that keeps API keys, each under the id of its connection. Never a file. */
export interface KeyStore {
  /** The key, or null where there is none. Throws `keyring` when the place does not answer. */
  get(connectionId: string): Promise<string | null>;
  /** Puts the key in place of an older one. Throws `keyring`. */
  set(connectionId: string, apiKey: string): Promise<void>;
  /** Removes the key if there is one. Throws `keyring`. */
  delete(connectionId: string): Promise<void>;
}
