import type { Batch } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { Artifact } from '../model/draft.ts';
import {
  type Plan,
  type PlanArtifact,
  type PlanBase,
  type PlanEntry,
  planSchemaVersion,
} from '../model/plan.ts';
import type { MetadataEntry, Release } from '../model/release.ts';
import { mapInPieces, type Pieces } from '../pieces.ts';
import type { DraftFile, StoredDraft } from '../store/drafts.ts';
import { pathProblem } from './plan-path.ts';

/** What a plan is made of: drafts of one connection, in the order of publishing. */
export interface ToPlan {
  readonly connection: Pick<Connection, 'serverUrl' | 'teamId'>;
  readonly batch: Pick<Batch, 'name' | 'onFailure' | 'startAt'>;
  readonly drafts: readonly StoredDraft[];
  /** What the ids of products and branches are called, as far as it is known. */
  readonly names: ReadonlyMap<string, string>;
}

/** The plan of some drafts, in pieces. Everything is spelled out, so that a review sees what was there and what is to come. */
export function* planning({ connection, batch, drafts, names }: ToPlan): Pieces<Plan> {
  const artifacts = drafts.flatMap(({ file }) => (file.kind === 'replace' ? [file.artifact] : []));
  const pathOf = createPaths(artifacts);
  const entries = yield* mapInPieces(drafts, entriesAtOnce, (draft) => entryOf(draft, pathOf));
  return {
    schemaVersion: planSchemaVersion,
    connection: { serverUrl: connection.serverUrl, teamId: connection.teamId },
    batch: { name: batch.name, onFailure: batch.onFailure, startAt: batch.startAt },
    names: namesIn(entries, names),
    entries,
  };
}

/** The text of a plan file: the same plan always gives the same text, one value on each line, a line end at the end. */
export function* writingPlan({ entries, ...head }: Plan): Pieces<string> {
  const before = JSON.stringify(head, null, 2).slice(0, -'\n}'.length);
  const texts = yield* mapInPieces(entries, entriesAtOnce, (entry) => {
    return `    ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`;
  });
  return `${before},\n  "entries": [\n${texts.join(',\n')}\n  ]\n}\n`;
}

const entriesAtOnce = 100;

function entryOf(
  { productId, releaseId, base, fields, file }: StoredDraft,
  pathOf: (artifact: Artifact) => string,
): PlanEntry {
  return {
    productId,
    releaseId,
    base: base && baseOf(base),
    fields: {
      version: fields.version,
      status: fields.status,
      setAsLatest: fields.setAsLatest,
      branchId: fields.branchId,
      metadata: fields.metadata.map(metadataOf),
      licenseIds: [...fields.licenseIds],
    },
    file: fileOf(file, pathOf),
  };
}

function baseOf({ version, status, latest, branchId, metadata, licenseIds, file }: Release): PlanBase {
  return {
    version,
    status,
    latest,
    branchId,
    metadata: metadata.map(metadataOf),
    licenseIds: [...licenseIds],
    file: file && { name: file.name, size: file.size, md5: file.checksum },
  };
}

const metadataOf = ({ key, value, locked }: MetadataEntry): MetadataEntry => ({ key, value, locked });

function fileOf(file: DraftFile, pathOf: (artifact: Artifact) => string): PlanEntry['file'] {
  if (file.kind !== 'replace') return { kind: file.kind };
  const { name, sha256, size } = file.artifact;
  return { kind: 'replace', artifact: { name, sha256, size, path: pathOf(file.artifact) } };
}

/**
 * Where each artifact lies beside the plan: `artifacts/<name>`, with a part of its hash in between where several have
 * the same name, and the hash alone where the name is one that some system does not take.
 */
function createPaths(artifacts: readonly Artifact[]): (artifact: Artifact) => string {
  const contents = new Map<string, Set<string>>();
  for (const { name, sha256 } of artifacts) {
    const alike = name.toLowerCase();
    contents.set(alike, (contents.get(alike) ?? new Set()).add(sha256));
  }
  return ({ name, sha256 }: Pick<PlanArtifact, 'name' | 'sha256'>) => {
    if (pathProblem(name) !== null) return `artifacts/${sha256}`;
    const alone = contents.get(name.toLowerCase())?.size === 1;
    return alone ? `artifacts/${name}` : `artifacts/${sha256.slice(0, 12)}/${name}`;
  };
}

/** The names of the ids that are in the plan, in the order of the ids. */
function namesIn(entries: readonly PlanEntry[], names: ReadonlyMap<string, string>): Record<string, string> {
  const ids = entries.flatMap(({ productId, base, fields }) => [productId, base?.branchId, fields.branchId]);
  const known = [...new Set(ids)].flatMap((id) => {
    const name = id ? names.get(id) : undefined;
    return id && name !== undefined ? [[id, name.slice(0, 500)] as const] : [];
  });
  return Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
