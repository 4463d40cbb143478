import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { appError } from '../errors.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import { readSource } from '../store/artifact-source.ts';
import { asSourceError, hasCode } from '../store/vault-errors.ts';
import { words } from '../texts/words.ts';
import { filesIn, noFiles, type PlanFiles } from './plan-artifacts.ts';
import { largestPlan, planTooLarge, type ReadPlan, readPlan } from './read-plan.ts';
import { openPlanZip } from './read-plan-zip.ts';

/** A plan as it was opened, and where its artifacts are. */
export interface PlanSource {
  readonly read: ReadPlan;
  readonly files: PlanFiles;
  close(): Promise<void>;
}

/**
 * Opens a plan: a JSON file with its artifacts beside it, a ZIP with both, or, pasted, the JSON alone. What is wrong
 * with it is told in `read`; throws an `AppError` for what cannot be read at all.
 */
export async function openPlan(incoming: IncomingFile): Promise<PlanSource> {
  if (!('path' in incoming)) return source(readPlan(incoming.bytes), noFiles);
  const { path } = incoming;
  const { isZip, size } = await look(path);
  if (isZip) return openPlanZip(path);
  if (size > largestPlan) return source(planTooLarge(), noFiles);
  const chunks: Buffer[] = [];
  await readSource(path, async (chunk) => void chunks.push(Buffer.from(chunk)), { maxBytes: largestPlan });
  return source(readPlan(Buffer.concat(chunks)), filesIn(dirname(path)));
}

/**
 * Reads a plan that is piped in to its end, its artifacts being in `folder`. Throws an `AppError` for a ZIP, which can
 * only be read from its end.
 */
export async function openPipedPlan(input: AsyncIterable<Uint8Array>, folder: string): Promise<PlanSource> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > largestPlan) return source(planTooLarge(), noFiles);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length >= 4 && bytes.readUInt32LE() === zipSignature) {
    throw appError('file-unreadable', words().plans.source.pipedZip);
  }
  return source(readPlan(bytes), filesIn(folder));
}

const source = (read: ReadPlan, files: PlanFiles): PlanSource => ({ read, files, close: async () => {} });

/** Looks at what it is before it is opened, since opening a device or a pipe can do something, or wait for ever. */
async function look(path: string): Promise<{ isZip: boolean; size: number }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      throw appError('file-unreadable', words().plans.source.noFile);
    }
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return { isZip: bytesRead === 4 && buffer.readUInt32LE() === zipSignature, size: found.size };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw asSourceError(error);
    throw appError('file-unreadable', words().plans.source.none);
  }
}

const zipSignature = 0x04034b50;
