import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import type { Artifact } from '../model/draft.ts';
import type { Plan, PlanArtifact, PlanProblem } from '../model/plan.ts';
import { takeIn } from '../publish/artifact.ts';
import type { ArtifactVault } from '../store/artifact-vault.ts';
import type { ArtifactSource } from '../store/drafts.ts';
import { isWithinFolder } from '../store/within-folder.ts';
import { words } from '../texts/words.ts';

/** The artifacts of a plan, now in the vault and found to be what the plan says, by the number of their entry. */
export interface TakenArtifacts {
  readonly taken: ReadonlyMap<number, { artifact: Artifact; source: ArtifactSource | null }>;
  readonly problems: readonly PlanProblem[];
}

/** Where the files are that a plan names. */
export interface PlanFiles {
  /** The real place of a file, or why there is none to be had. */
  locate(path: string): Promise<Located>;
  /** Whether the files stay where they are: then a draft can tell when one of them changes. */
  readonly stay: boolean;
}

export type Located = { readonly real: string } | { readonly message: string; readonly remedy: string };

/**
 * Copies every artifact a plan names into the vault, each once, and compares size and SHA-256. One that is not to be
 * had is taken from the vault, where that has it. Problems with files are told, not thrown.
 */
export async function takeArtifacts(
  plan: Plan,
  files: PlanFiles,
  {
    progress = () => undefined,
    ...given
  }: {
    vault: ArtifactVault;
    clock: Clock;
    signal?: AbortSignal;
    /** How many entries have theirs, and of how many. */
    progress?: (done: number, of: number) => void;
  },
): Promise<TakenArtifacts> {
  const taken = new Map<number, { artifact: Artifact; source: ArtifactSource | null }>();
  const problems: PlanProblem[] = [];
  const known = new Map<string, Taken>();
  for (const [index, { file, fields, base }] of plan.entries.entries()) {
    progress(index, plan.entries.length);
    if (file.kind !== 'replace') continue;
    const { name, path, sha256, size } = file.artifact;
    const key = JSON.stringify([name, path, sha256, size]);
    const found = known.get(key) ?? (await take(file.artifact, files, given));
    known.set(key, found);
    if ('artifact' in found) {
      taken.set(index + 1, { artifact: found.artifact, source: files.stay ? found.source : null });
    } else {
      const version = fields.version ?? base?.version ?? null;
      problems.push({ kind: 'artifact', entry: index + 1, version, field: 'file.artifact', ...found });
    }
  }
  progress(plan.entries.length, plan.entries.length);
  return { taken, problems };
}

type Taken =
  | { readonly artifact: Artifact; readonly source: ArtifactSource | null }
  | { readonly message: string; readonly remedy: string };

async function take(
  { name, path, sha256, size }: PlanArtifact,
  files: PlanFiles,
  { vault, ...options }: { vault: ArtifactVault; clock: Clock; signal?: AbortSignal },
): Promise<Taken> {
  const place = await files.locate(path);
  const inVault = !('real' in place) && (await vault.has(sha256, size));
  if (!('real' in place) && !inVault) return place;
  const real = 'real' in place ? place.real : await vault.pathOf(sha256, size);
  try {
    const found = await stat(real);
    if (found.isFile() && found.size !== size) {
      return wrong(words().plans.artifact.wrongSize(path, found.size, size));
    }
    const { artifact, source } = await takeIn(vault, { path: real }, { ...options, name });
    if (artifact.sha256 !== sha256) {
      return wrong(words().plans.artifact.wrongSha(path, artifact.sha256, sha256));
    }
    return { artifact, source: inVault ? null : source };
  } catch (error) {
    const { kind, message, remedy } = failureFrom(error);
    if (kind === 'cancelled') throw error;
    return { message: `${path}: ${message}`, remedy };
  }
}

const wrong = (message: string) => ({ message, remedy: words().plans.artifact.wrongRemedy });

/** The files beside a plan file: in its folder or below it, links followed before that is decided. */
export function filesIn(folder: string): PlanFiles {
  return {
    stay: true,
    locate: async (path) => {
      const root = await realpath(folder).catch(() => null);
      const real = root && (await realpath(join(root, ...path.split('/'))).catch(() => null));
      if (root === null || real === null) return notThere(path);
      if (isWithinFolder(root, real)) return { real };
      return words().plans.artifact.leadsOut(path);
    },
  };
}

/** What a plan without a place of its own has: a pasted one. */
export const noFiles: PlanFiles = {
  stay: false,
  locate: async (path) => ({ ...notThere(path), remedy: words().plans.artifact.openAsFile }),
};

const notThere = (path: string) => words().plans.artifact.notThere(path);
