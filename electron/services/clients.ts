import type { Log } from '../diagnostics/log.ts';
import { appError, failureFrom } from '../errors.ts';
import type { KeyHolder } from '../keys/key-holder.ts';
import type { LukittuClient, LukittuClientOptions } from '../lukittu/client.ts';
import type { Failure } from '../model/failure.ts';
import type { ConnectionStore } from '../store/connections.ts';
import { words } from '../texts/words.ts';
import type { ConnectionFindings } from './connections.ts';
import type { Network } from './network.ts';

/** One client for each connection, made when it is first needed and kept for its open sockets. */
export interface ClientPool {
  /** Runs a request of this connection and notes whether the network carried it. Throws `no-key` without a key. */
  ask<T>(connectionId: string, request: (client: LukittuClient) => Promise<T>): Promise<T>;
  /** Asks a server with a key that is not stored yet what it holds. Throws `cancelled` when it is broken off. */
  probe(
    target: { serverUrl: string; teamId: string; apiKey: string },
    signal: AbortSignal,
  ): Promise<ConnectionFindings>;
  /** The next request of this connection uses its new address and key. */
  forget(connectionId: string): void;
  close(): Promise<void>;
}

interface Dependencies {
  connections: ConnectionStore;
  keys: KeyHolder;
  network: Network;
  log: Pick<Log, 'warn' | 'conceal'>;
  /** The server has answered a request of this connection, so its key is a good one. */
  accepted: (connectionId: string) => void;
  create: (options: LukittuClientOptions) => LukittuClient;
}

export function createClientPool(given: Dependencies): ClientPool {
  const { connections, keys, network, log } = given;
  const clients = new Map<string, LukittuClient>();
  /** How often a connection was changed. */
  const renewals = new Map<string, number>();

  const clientOf = async (id: string): Promise<LukittuClient> => {
    for (;;) {
      const existing = clients.get(id);
      if (existing) return existing;
      const connection = connections.get(id);
      if (!connection) throw appError('not-known', words().server.team.gone);
      const { serverUrl, teamId } = connection;
      const asOf = renewals.get(id);
      const apiKey = await keys.get(connection);
      // Address or key may have been changed while the keyring was asked.
      if (renewals.get(id) !== asOf || clients.has(id)) continue;
      if (apiKey === null) throw appError('no-key');
      const made = create({ serverUrl, teamId, apiKey });
      clients.set(id, made);
      return made;
    }
  };

  const create = (target: LukittuClientOptions): LukittuClient => {
    log.conceal(target.apiKey);
    return given.create(target);
  };

  const watched = async <T>(
    connection: string | null,
    client: LukittuClient,
    request: (client: LukittuClient) => Promise<T>,
  ): Promise<T> => {
    try {
      const answer = await request(client);
      network.reached();
      return answer;
    } catch (error) {
      const failure = failureFrom(error);
      network.failed(failure);
      log.warn('request', {
        connection,
        failure: failure.kind,
        status: failure.status,
        code: codeIn(failure),
      });
      throw error;
    }
  };

  return {
    ask: async (id, request) => {
      const answer = await watched(id, await clientOf(id), request);
      given.accepted(id);
      return answer;
    },
    probe: async (target, signal) => {
      const client = create(target);
      try {
        return await watched(null, client, async () => {
          const top = await client.topProducts({ signal });
          const { products, licenses } = await client.listLicenses({}, { signal });
          const ids = new Set([...top, ...products].map((product) => product.id));
          return { productCount: ids.size, licenseCount: licenses.length };
        });
      } finally {
        await client.close();
      }
    },
    forget: (id) => {
      const client = clients.get(id);
      clients.delete(id);
      renewals.set(id, (renewals.get(id) ?? 0) + 1);
      void client?.close();
    },
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
      clients.clear();
    },
  };
}

/** The system's code; what the server says is for the window alone. */
function codeIn({ details }: Failure): string | null {
  return details !== null && /^[A-Z][A-Z0-9_]{1,60}$/.test(details) ? details : null;
}
