import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Plan } from '../model/plan.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import { planText } from './write-plan.ts';

/** What the plan is called inside a ZIP of it. */
export const planNameInZip = 'plan.json';

/** The same for every ZIP, so that the same plan gives the same bytes. Midnight local time is what a ZIP knows. */
const madeAt = new Date(1980, 0, 1);
const options = { mtime: madeAt, mode: 0o100644, forceDosTimestamp: true } as const;

/**
 * Writes a plan with its artifacts from the vault to `path`, whole or not at all. Artifacts are stored as they are:
 * what is published is compressed already. Throws `artifact-missing` when the vault has lost one of them.
 */
export async function writePlanZip(plan: Plan, vault: ArtifactVault, path: string): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(planText(plan)), planNameInZip, options);
  const added = new Set<string>();
  for (const { file } of plan.entries) {
    if (file.kind !== 'replace' || added.has(file.artifact.path)) continue;
    const { sha256, size, path: place } = file.artifact;
    added.add(place);
    await vault.verify(sha256);
    zip.addFile(await vault.pathOf(sha256, size), place, { ...options, compress: false });
  }
  zip.end();
  const partial = `${path}.partial`;
  try {
    await pipeline(zip.outputStream, createWriteStream(partial, { mode: 0o600, flush: true }));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
