import { createHash } from 'node:crypto';
import type { BatchFinding } from '../../electron/model/batch.ts';
import type { DraftFields } from '../../electron/model/draft.ts';
import type { Branch, Release } from '../../electron/model/release.ts';
import { atOnce } from '../../electron/pieces.ts';
import { indexReleases } from '../../electron/publish/batch/imagined-server.ts';
import { type BetterOrder, proposingOrder } from '../../electron/publish/batch/order.ts';
import { sequenceFindings } from '../../electron/publish/batch/sequence-findings.ts';
import {
  type BatchDraft,
  type Given,
  type Simulation,
  simulate,
} from '../../electron/publish/batch/simulate.ts';
import { objectName } from '../../electron/publish/preflight/storage.ts';
import { startingFields } from '../../electron/publish/request.ts';
import type { DraftFile } from '../../electron/store/drafts.ts';
import { exampleArtifact, exampleRelease } from './examples.ts';

/** Releases and drafts of one product that a test writes down in a line each. */

const { productId } = exampleRelease();
export const dev: Branch = { id: '3f6c7f4b-29a6-4a3f-bd4b-8a2a5d3f9c11', name: 'dev', productId };

/** A published release. */
export function releaseOf(version: string, change: Partial<Release> = {}): Release {
  const branchId = change.branchId ?? null;
  return exampleRelease({
    id: idOf(`release ${version} ${branchId}`),
    version,
    branchName: branchId === null ? null : dev.name,
    ...change,
  });
}

/** A stored file of this name, under the version it was uploaded with. */
export function storedFileOf(version: string, name = `app-${version}.zip`): Release['file'] {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return {
    name,
    size: 1000,
    checksum: md5Of(name),
    key: `releases/team/${objectName(productId, version, extension)}`,
    mainClassName: null,
  };
}

export const newFile = (name: string): DraftFile => ({
  kind: 'replace',
  artifact: exampleArtifact({ name, md5: md5Of(`new ${name}`) }),
});

/** A draft of a release, or of a new one; its id says which. */
export function draftOf(
  base: Release | null,
  fields: Partial<DraftFields>,
  file: DraftFile = { kind: 'keep' },
): BatchDraft {
  return {
    id: `draft of ${base?.version ?? `new ${fields.version}${fields.branchId ? ', dev' : ''}`}`,
    productId,
    releaseId: base?.id ?? null,
    base,
    fields: { ...startingFields(base), ...fields },
    file,
  };
}

export interface Play {
  readonly simulation: Simulation;
  readonly findings: BatchFinding[];
  readonly better: BetterOrder | null;
}

/** Plays drafts on a server that holds these releases. */
export function playOn(
  releases: readonly Release[],
  drafts: readonly BatchDraft[],
  given: Partial<Given> = {},
): Play {
  const all: Given = { index: indexReleases(releases), branches: [dev], blocked: new Set(), ...given };
  const simulation = simulate(drafts, all);
  const findings = sequenceFindings(simulation, all.index, all.branches);
  return { simulation, findings, better: atOnce(proposingOrder(drafts, all, { simulation, findings })) };
}

const idOf = (text: string): string =>
  md5Of(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const md5Of = (text: string): string => createHash('md5').update(text).digest('hex');
