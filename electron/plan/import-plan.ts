import type { Artifact } from '../model/draft.ts';
import type { Plan, PlanBase, PlanEntry, PlanProblem, PlanStep } from '../model/plan.ts';
import type { Branch, License, Release } from '../model/release.ts';
import { compare, ownChanges } from '../publish/comparison.ts';
import { factsOf, merge, sameFile } from '../publish/merge.ts';
import { type Meant, startingFields } from '../publish/request.ts';
import { whatHappened } from '../publish/verify.ts';
import type { DraftFile } from '../store/drafts.ts';
import { type Said, words } from '../texts/words.ts';

/** What is known of a product when a plan is held against it. */
export interface KnownProduct {
  /** By their ids; as last read from the server. */
  readonly releases: ReadonlyMap<string, Release>;
  /** False when the product's releases were never read. */
  readonly wasRead: boolean;
  readonly branches: readonly Branch[];
  readonly licenses: readonly License[];
}

/** What an entry of a plan comes to: the draft it is, unless something stands against it. */
export interface PlannedEntry {
  readonly step: PlanStep;
  readonly problems: readonly PlanProblem[];
  /** Null when it is refused, and for a new release that the server holds already, just as it is meant. */
  readonly draft: { readonly base: Release | null; readonly meant: Meant } | null;
}

/** How a base is treated that the server no longer holds, in fields the entry changes: refused, or left to the merge. */
export type OnStale = 'refuse' | 'take';

/**
 * Holds one entry of a plan (`number` from 1) against what the server was last seen to hold. What others changed of
 * fields the entry leaves alone is no problem: the merge before sending keeps it, and the step says so.
 */
export function planEntry(
  { entry, number, artifact }: { entry: PlanEntry; number: number; artifact: Artifact | null },
  known: KnownProduct,
  onStale: OnStale,
): PlannedEntry {
  const { releaseId } = entry;
  const server = releaseId === null ? null : (known.releases.get(releaseId) ?? null);
  const version = entry.fields.version ?? entry.base?.version ?? server?.version ?? null;
  const refuse = (problems: readonly PlanProblem[]): PlannedEntry => ({
    step: stepOf(entry, number, version, { outcome: 'refused' }),
    problems,
    draft: null,
  });
  const problem = (kind: PlanProblem['kind'], field: string, said: Said): PlanProblem => ({
    kind,
    entry: number,
    version,
    field,
    ...said,
  });

  if (!known.wasRead) {
    return refuse([problem('target', 'productId', words().plans.target.neverRead)]);
  }
  if (releaseId !== null && server === null) {
    return refuse([problem('target', 'releaseId', words().plans.target.noRelease)]);
  }
  const file = draftFile(entry, artifact, server);
  if (file === null) return refuse([]);
  const base = server && (entry.base === null ? server : baseRelease(server, entry.base, known.branches));
  const meant: Meant = { fields: { ...startingFields(base), ...definedFields(entry) }, file };

  if (releaseId === null && isThere(meant, entry, known)) {
    return { step: stepOf(entry, number, version, { outcome: 'nothing' }), problems: [], draft: null };
  }
  const { conflicts, mergedFromTheirs } = merge(base, server, meant, known.branches);
  if (conflicts.length > 0 && onStale === 'refuse') {
    return refuse(
      conflicts.map(({ label, base: was, theirs, mine }) =>
        problem('stale', label, words().plans.target.stale(label, was, theirs, mine)),
      ),
    );
  }
  const { rows, changesAnything } = compare({
    draft: { ...meant, releaseId, base },
    server,
    names: { branches: known.branches, licenses: known.licenses },
  });
  return {
    step: stepOf(entry, number, meant.fields.version, {
      outcome: changesAnything ? 'change' : 'nothing',
      changes: changesAnything ? ownChanges(rows) : [],
      merged: mergedFromTheirs,
    }),
    problems: [],
    draft: { base, meant },
  };
}

/** Whether a plan is meant for this team on this server; null when it is. `serverUrl` normalised. */
export function targetProblem(
  { connection }: Pick<Plan, 'connection'>,
  target: { readonly serverUrl: string; readonly teamId: string },
): PlanProblem | null {
  const about = { kind: 'target', entry: null, version: null } as const;
  if (connection.serverUrl !== target.serverUrl) {
    return {
      ...about,
      field: 'connection.serverUrl',
      ...words().plans.target.otherServer(connection.serverUrl, target.serverUrl),
    };
  }
  if (connection.teamId !== target.teamId) {
    return {
      ...about,
      field: 'connection.teamId',
      ...words().plans.target.otherTeam(connection.teamId, target.teamId),
    };
  }
  return null;
}

function stepOf(
  { productId, releaseId }: PlanEntry,
  entry: number,
  version: string | null,
  told: Pick<PlanStep, 'outcome'> & Partial<Pick<PlanStep, 'changes' | 'merged'>>,
): PlanStep {
  return {
    entry,
    productId,
    releaseId,
    version: version ?? '',
    draftId: null,
    changes: [],
    findings: [],
    merged: [],
    ...told,
  };
}

/**
 * Null when the artifact it needs could not be taken, which is told elsewhere. An entry without a base that wants the
 * very file the server has keeps it, so that a plan can be run again; one with a base means what it says.
 */
function draftFile(
  { file, base }: PlanEntry,
  artifact: Artifact | null,
  server: Release | null,
): DraftFile | null {
  if (file.kind !== 'replace') return { kind: file.kind };
  if (artifact === null) return null;
  if (base === null && server !== null && sameFile(server.file, factsOf(artifact))) return { kind: 'keep' };
  return { kind: 'replace', artifact };
}

/** The release as it was when the change was planned. */
function baseRelease(server: Release, base: PlanBase, branches: readonly Branch[]): Release {
  const { file, ...fields } = base;
  const there = server.file;
  const same = file && there?.name === file.name && there.size === file.size && there.checksum === file.md5;
  return {
    ...server,
    ...fields,
    branchName: branches.find(({ id }) => id === base.branchId)?.name ?? null,
    file:
      file &&
      (same
        ? there
        : {
            name: file.name,
            size: file.size,
            checksum: file.md5,
            key: there?.key ?? '',
            mainClassName: null,
          }),
  };
}

/** The fields that are named; one that is left out stays as it is. */
function definedFields({ fields }: PlanEntry): Partial<Meant['fields']> {
  const { version, status, setAsLatest, branchId, metadata, licenseIds } = fields;
  return {
    ...(version === undefined ? {} : { version }),
    ...(status === undefined ? {} : { status }),
    ...(setAsLatest === undefined ? {} : { setAsLatest }),
    ...(branchId === undefined ? {} : { branchId }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(licenseIds === undefined ? {} : { licenseIds }),
  };
}

/** A new release that is there already, just as it is meant: the plan has been published before. */
function isThere(meant: Meant, { productId }: PlanEntry, { releases }: KnownProduct): boolean {
  const { version, branchId } = meant.fields;
  for (const release of releases.values()) {
    const same =
      release.productId === productId && release.version === version && release.branchId === branchId;
    if (same) return whatHappened(null, meant, release) === 'applied';
  }
  return false;
}
