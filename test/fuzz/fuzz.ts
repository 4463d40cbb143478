import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { shareInput } from './shared-input.ts';
import { longestCheckMs } from './target.ts';
import type { Effort } from './try-target.ts';

const reportSchema = z.object({
  runs: z.number(),
  kept: z.number(),
  slowestMs: z.number(),
  functions: z.number(),
  unreachedBytes: z.number(),
  finds: z.array(
    z.object({
      input: z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes)),
      what: z.string(),
    }),
  ),
});
/** What came of trying one target. */
export type FuzzReport = z.infer<typeof reportSchema>;

/** An input that has not come back after so many times as long as it may take is ended. */
const patience = 30;

/** Tries one target in a thread of its own. An input that never comes back is a find like any other. */
export async function fuzz(name: string, effort: Effort): Promise<FuzzReport> {
  const shared = shareInput();
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
    workerData: { name, memory: shared.memory, effort },
  });
  let seen = -1;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<FuzzReport>((resolve, reject) => {
      watch = setInterval(() => {
        if (shared.count() !== seen) {
          seen = shared.count();
          return;
        }
        const find = { input: shared.get(), what: `took more than ${longestCheckMs * patience} ms` };
        resolve({
          runs: seen,
          kept: 0,
          slowestMs: longestCheckMs * patience,
          functions: 0,
          unreachedBytes: 0,
          finds: [find],
        });
      }, longestCheckMs * patience);
      worker.on('message', (message) => resolve(reportSchema.parse(message)));
      worker.on('error', reject);
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
