import type { Draft, Finding } from '../model/draft.ts';
import { merge } from './merge.ts';
import { branchOfProduct } from './preflight/branch.ts';
import {
  artifactMissing,
  artifactSource,
  fileExtension,
  fileMissing,
  fileSize,
  jarMain,
  oldFile,
} from './preflight/file.ts';
import { idCapitals, idForm } from './preflight/ids.ts';
import { latestIgnored, latestLost, latestTaken } from './preflight/latest.ts';
import { licenseCount, licensesTwice, licensesUnknown, licensesWithLatest } from './preflight/licenses.ts';
import { metadataCharacters, metadataCount, metadataForm, metadataKeyTwice } from './preflight/metadata.ts';
import { conflicts, nothingToDo, releaseGone } from './preflight/release.ts';
import type { Known, Rule } from './preflight/rule.ts';
import { objectDeleted, objectOverwritten, objectUnderOldName } from './preflight/storage.ts';
import { versionDrafted, versionForm, versionTaken } from './preflight/version.ts';

/**
 * What there is to say about a draft before it is sent: what the server would refuse, at the price of a slot and
 * perhaps of the old file; what it would do that a person may not expect; and what is good to know. A pure function
 * of the draft and what was last seen. What blocks comes first; within that, the order of the editor.
 *
 * The rules look at what would be sent: the draft merged with what others are known to have changed since.
 */
export function preflight(draft: Draft, known: Known): Finding[] {
  const server = known.releases.find(({ id }) => id === draft.releaseId) ?? draft.base;
  const merged = merge(draft.base, server, draft, known.branches ?? []);
  const sent: Draft = {
    ...draft,
    fields: merged.merged.fields,
    file: merged.merged.file.kind === 'keep' ? { kind: 'keep' } : draft.file,
  };
  const checked = { draft: sent, known, server, merged };
  const findings = rules.flatMap((rule) => rule(checked));
  return findings.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
}

const weights = { blocks: 0, warns: 1, tells: 2 } as const satisfies Record<Finding['severity'], number>;

const rules: readonly Rule[] = [
  releaseGone,
  conflicts,
  idForm,
  idCapitals,
  versionForm,
  versionTaken,
  versionDrafted,
  latestIgnored,
  latestLost,
  latestTaken,
  branchOfProduct,
  metadataCount,
  metadataForm,
  metadataCharacters,
  metadataKeyTwice,
  licenseCount,
  licensesTwice,
  licensesUnknown,
  licensesWithLatest,
  artifactMissing,
  fileSize,
  fileExtension,
  jarMain,
  artifactSource,
  oldFile,
  fileMissing,
  objectOverwritten,
  objectDeleted,
  objectUnderOldName,
  nothingToDo,
];
