import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

/** What a stretch of work took of the app's main process. */
const stretchSchema = z.object({
  /** The longest time its event loop did not turn, less what other processes took of the processor (Linux), in ms. */
  longestBlockMs: z.number(),
  /** Of all its threads. */
  cpuMs: z.number(),
  /** Bytes, at the end. */
  rss: z.number(),
});
export type Stretch = z.infer<typeof stretchSchema>;

/** A look into the main process of an app that was started with `env`. */
export interface Probe {
  readonly env: Record<string, string>;
  /** Does the work, and says what it took. */
  during(work: () => Promise<unknown>): Promise<Stretch>;
}

/** @param folder the group's own, for the socket */
export function createProbe(folder: string): Probe {
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\lukittu-bench-${process.pid}` : join(folder, 'probe');
  const say = async (command: 'begin' | 'end'): Promise<string> => {
    const socket = createConnection(path);
    await once(socket, 'connect');
    socket.write(command);
    const [line] = await once(socket, 'data');
    socket.destroy();
    return String(line);
  };
  const script = join(import.meta.dirname, '../parts/probe.cjs');
  return {
    env: { NODE_OPTIONS: `--require=${JSON.stringify(script)}`, LUKITTU_BENCH_PROBE: path },
    during: async (work) => {
      await say('begin');
      await work();
      return stretchSchema.parse(JSON.parse(await say('end')));
    },
  };
}
