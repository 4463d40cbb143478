import { join } from 'node:path';
import { publishBatchOf23, refusalsAWindow, waitMs } from '../support/batch-of-23.ts';
import type { Measure } from './bench.ts';

/** A batch of 23 on a simulated clock: what it takes beyond four waits, and what the server refuses of it. */
export const measureBatch23: Measure = async ({ folder, atEnd }) => {
  const alone = await publishBatchOf23({ folder: join(folder, 'alone'), stranger: false, atEnd });
  const shared = await publishBatchOf23({ folder: join(folder, 'shared'), stranger: true, atEnd });
  return {
    'batch23.overhead_s': (alone.tookMs - 4 * waitMs) / 1000,
    'batch23.429s': alone.refusals.length,
    'batch23_shared.429s_per_window': refusalsAWindow(shared),
  };
};
