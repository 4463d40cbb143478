import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { AppError, appError, failureFrom } from '../errors.ts';
import type { Plan, PlanArtifact } from '../model/plan.ts';
import { inTurns } from '../pieces.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import { writingPlan } from './write-plan.ts';

/** What the plan is called inside a ZIP of it. */
export const planNameInZip = 'plan.json';

/** The same for every ZIP, so that the same plan gives the same bytes. Midnight local time is what a ZIP knows. */
const madeAt = new Date(1980, 0, 1);
const options = { mtime: madeAt, mode: 0o100644, forceDosTimestamp: true } as const;

export interface ZipOptions {
  /** Bytes done, and of how many: every artifact is looked through once before it is written. */
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes a plan with its artifacts from the vault to `path`, whole or not at all. Artifacts are stored as they are:
 * what is published is compressed already. Throws `artifact-missing` when the vault has lost one of them, and
 * `cancelled`.
 */
export async function writePlanZip(
  plan: Plan,
  vault: ArtifactVault,
  path: string,
  { progress = () => undefined, signal }: ZipOptions = {},
): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(await inTurns(writingPlan(plan))), planNameInZip, options);
  const artifacts = artifactsOf(plan);
  const of = 2 * artifacts.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { name, sha256, size, path: place } of artifacts) {
    progress(done, of);
    if (signal?.aborted) throw appError('cancelled');
    await vault.verify(sha256).catch((error: unknown) => {
      const failure = failureFrom(error);
      throw new AppError({ ...failure, message: `${name}: ${failure.message}` });
    });
    zip.addFile(await vault.pathOf(sha256, size), place, { ...options, compress: false });
    done += size;
  }
  zip.end();
  const counted = async function* (chunks: AsyncIterable<Buffer | string>) {
    for await (const chunk of chunks) {
      yield chunk;
      done += Buffer.byteLength(chunk);
      progress(Math.min(done, of), of);
    }
  };
  const partial = `${path}.partial`;
  try {
    const target = createWriteStream(partial, { mode: 0o600, flush: true });
    await pipeline(zip.outputStream, counted, target, signal ? { signal } : {});
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw signal?.aborted ? appError('cancelled') : error;
  }
}

/** Each place once: several entries can share a file. */
function artifactsOf({ entries }: Plan): readonly PlanArtifact[] {
  const byPath = new Map<string, PlanArtifact>();
  for (const { file } of entries) {
    if (file.kind === 'replace' && !byPath.has(file.artifact.path))
      byPath.set(file.artifact.path, file.artifact);
  }
  return [...byPath.values()];
}
