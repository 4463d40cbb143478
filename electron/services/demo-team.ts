import type { DemoServer } from '../demo/server.ts';
import { emptyRateWindow } from '../lukittu/rate-window.ts';
import type { ConnectionReport } from '../model/connection.ts';
import { defaultMaxFileBytes, defaultRateLimit } from '../model/server-limits.ts';
import type { RateWindowStore } from '../store/rate-windows.ts';
import { words } from '../texts/words.ts';
import type { ConnectionService } from './connections.ts';

/** Offers the embedded demo team: the one place outside `electron/demo` that knows of it. */
export interface DemoTeam {
  /** Starts it and connects to it; once it runs, finds the connection that is there. */
  connect(): Promise<ConnectionReport>;
  close(): Promise<void>;
}

/** The demo team lives as long as the app runs: a connection left over from an earlier start is removed. */
export async function createDemoTeam(
  connections: ConnectionService,
  windows: RateWindowStore,
): Promise<DemoTeam> {
  let server: DemoServer | null = null;
  for (const { id, demo } of connections.list()) {
    if (demo) await connections.remove(id);
  }
  return {
    connect: async () => {
      const connection = connections.list().find(({ demo }) => demo);
      if (connection) return { connection, notes: [] };
      server ??= await start();
      const { origin, teamId, apiKey } = server;
      // It remembers no requests to an earlier one at this address.
      for (const call of ['update', 'create'] as const) windows.save(origin, call, emptyRateWindow);
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

/** At its usual address, or where another program has that, at any. */
async function start(): Promise<DemoServer> {
  const { startDemoServer } = await import('../demo/server.ts');
  const { samplePort } = await import('../demo/sample-team.ts');
  return startDemoServer({ port: samplePort }).catch(() => startDemoServer());
}
