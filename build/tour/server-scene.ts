import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RateLimit } from '../../electron/demo/rate-limit.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { type AppScene, openApp } from './app-scene.ts';
import { makeTourFolder } from './built-files.ts';

/** The app and a server of this process, whose state and faults the steps can change. */
export interface ServerScene extends AppScene {
  readonly demo: DemoServer;
  /** Address of the server by a name, which is found only while there is a network. */
  readonly serverUrl: string;
  /** Takes the network away from the app. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
}

export async function openWithServer(limit: RateLimit): Promise<ServerScene> {
  const folder = makeTourFolder();
  const demo = await startDemoServer({ limit });
  const pulled = folder.path('unplugged');
  const scene = await openApp(folder, {
    env: {
      NODE_OPTIONS: `--require=${JSON.stringify(join(import.meta.dirname, 'cable.cjs'))}`,
      LUKITTU_TOUR_CABLE: pulled,
    },
  });
  const closeApp = scene.close;
  const server: Omit<ServerScene, keyof AppScene> & Pick<ServerScene, 'close'> = {
    demo,
    serverUrl: `http://localhost:${demo.port}`,
    unplug: async () => {
      writeFileSync(pulled, '');
      await demo.stop();
    },
    plugIn: async () => {
      await demo.start();
      rmSync(pulled);
    },
    close: async () => {
      await closeApp();
      await demo.close();
    },
  };
  // Not a copy: after a crash the scene's app and page are others.
  return Object.assign(scene, server);
}
