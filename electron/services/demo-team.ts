import type { DemoServer } from '../demo/server.ts';
import type { ConnectionReport } from '../model/connection.ts';
import { defaultMaxFileBytes, defaultRateLimit } from '../model/connection.ts';
import { words } from '../texts/words.ts';
import type { ConnectionService } from './connections.ts';

/** Offers the embedded demo team: the one place outside `electron/demo` that knows of it. */
export interface DemoTeam {
  /** Starts it and connects to it; once it runs, finds the connection that is there. */
  connect(): Promise<ConnectionReport>;
  close(): Promise<void>;
}

/** The demo team lives as long as the app runs: a connection left over from an earlier start is removed. */
export async function createDemoTeam(connections: ConnectionService): Promise<DemoTeam> {
  let server: DemoServer | null = null;
  for (const { id, demo } of connections.list()) {
    if (demo) await connections.remove(id);
  }
  return {
    connect: async () => {
      const connection = connections.list().find(({ demo }) => demo);
      if (connection) return { connection, notes: [] };
      const { startDemoServer } = await import('../demo/server.ts');
      server ??= await startDemoServer();
      const { origin, teamId, apiKey } = server;
      return connections.add(
        {
          name: words().server.team.demo,
          serverUrl: origin,
          teamId,
          apiKey,
          maxFileBytes: defaultMaxFileBytes,
          rateLimit: defaultRateLimit,
        },
        { demo: true },
      );
    },
    close: async () => {
      await server?.close();
      server = null;
    },
  };
}
