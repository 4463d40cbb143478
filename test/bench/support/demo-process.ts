import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Bench } from '../bench.ts';

const readySchema = z.object({ origin: z.string(), teamId: z.string(), apiKey: z.string() });

/** A demo server in a process of its own, so that its work is not the app's. */
export type DemoProcess = z.infer<typeof readySchema>;

/** Starts one with the options of `electron/demo/main.ts`; it ends with the group. */
export async function startDemoProcess(
  { atEnd }: Pick<Bench, 'atEnd'>,
  options: readonly string[],
): Promise<DemoProcess> {
  const script = join(import.meta.dirname, '../../../electron/demo/main.ts');
  const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  atEnd(() => child.kill());
  for await (const line of createInterface({ input: child.stdout })) {
    return readySchema.parse(JSON.parse(line));
  }
  throw new Error('The demo server has ended before it was ready.');
}
