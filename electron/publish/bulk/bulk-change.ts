import type { BulkChange, BulkNote, BulkPreview, BulkRow } from '../../model/bulk-change.ts';
import type { DraftFields, Finding } from '../../model/draft.ts';
import type { Branch, License } from '../../model/release.ts';
import { mapInPieces, type Pieces } from '../../pieces.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import { words } from '../../texts/words.ts';
import { type ImaginedServer, imagineServer, type ReleaseIndex } from '../batch/imagined-server.ts';
import { merge, metadataLabel } from '../merge.ts';
import { preflight } from '../preflight.ts';
import { toBranch } from './branch.ts';
import { setLatest, takeLatestAway } from './latest.ts';
import { addLicenses, removeLicenses } from './licenses.ts';
import { addMetadata, removeMetadata, setMetadata } from './metadata.ts';
import { toStatus } from './status.ts';
import { type BulkRule, type BulkSubject, type OwnOutcome, refused, versionOf } from './subject.ts';

/** What was last seen around the releases that are to be changed. */
export interface BulkKnown {
  /** The releases of their products. */
  readonly index: ReleaseIndex;
  /** All that have a name. */
  readonly branches: readonly Branch[];
  /** Of their products. */
  readonly licenses: readonly License[];
  /** What preflight knows of a product; null for what was never read. */
  around(productId: string): {
    readonly branches: readonly Branch[] | null;
    readonly licenses: readonly License[] | null;
  };
}

/** What a change means for one of them, and what its draft would say; null where that stays as it is. */
export interface BulkStep {
  readonly subject: BulkSubject;
  readonly row: BulkRow;
  readonly fields: DraftFields | null;
}

/** What a change is called in the three-column view. */
export function nameOf(change: BulkChange): Pick<BulkPreview, 'part' | 'label'> {
  switch (change.change) {
    case 'status':
      return { part: 'status', label: words().fields.labels.status };
    case 'branch':
      return { part: 'branch', label: words().fields.labels.branch };
    case 'metadata-add':
    case 'metadata-set':
    case 'metadata-remove':
      return { part: 'metadata', label: metadataLabel(change.key) };
    case 'licenses-add':
    case 'licenses-remove':
      return { part: 'licenses', label: words().fields.labels.licenses };
    case 'latest':
      return { part: 'latest', label: words().fields.labels.latest };
  }
}

/**
 * Works one change out for many. It goes on top of what a draft says already: nothing else of it is touched. One that
 * is being published is left alone, and so is one that preflight would block because of the change; what preflight
 * says besides, because of the change, goes along as notes. A pure function of what was last seen, in pieces of a few
 * milliseconds.
 */
export function* changingMany(
  subjects: readonly BulkSubject[],
  change: BulkChange,
  known: BulkKnown,
): Pieces<BulkStep[]> {
  const server = imagineServer(known.index);
  const rule = ruleOf(change, subjects, known);
  return yield* mapInPieces(subjects, 25, (subject) =>
    stepOf(
      subject,
      subject.isPublishing
        ? refused(words().bulk.publishing)
        : checked(subject, rule(subject), known, server),
    ),
  );
}

function ruleOf(change: BulkChange, subjects: readonly BulkSubject[], known: BulkKnown): BulkRule {
  switch (change.change) {
    case 'status':
      return (subject) => toStatus(subject, change.status);
    case 'branch':
      return toBranch(subjects, change.branchId, known.branches);
    case 'metadata-add':
      return (subject) => addMetadata(subject, change);
    case 'metadata-set':
      return (subject) => setMetadata(subject, change);
    case 'metadata-remove':
      return (subject) => removeMetadata(subject, change.key);
    case 'licenses-add':
      return (subject) => addLicenses(subject, change.licenseIds, known.licenses);
    case 'licenses-remove':
      return (subject) => removeLicenses(subject, change.licenseIds, known.licenses);
    case 'latest':
      return change.latest ? setLatest(subjects) : takeLatestAway;
  }
}

/** Holds an outcome against what preflight says of the draft with and without it. */
function checked(
  { draft }: BulkSubject,
  outcome: OwnOutcome,
  known: BulkKnown,
  server: ImaginedServer,
): OwnOutcome {
  if (outcome.is !== 'changed') return outcome;
  const after = findingsOf({ ...draft, fields: { ...draft.fields, ...outcome.fields } }, known, server);
  if (after.length === 0) return outcome;
  const before = findingsOf(draft, known, server);
  const had = new Set(before.map(({ rule }) => rule));
  const blocking = after.find(({ severity, rule }) => severity === 'blocks' && !had.has(rule));
  if (blocking) return refused(blocking.message);
  const said = new Set(before.map(({ message }) => message));
  const news = after.filter(({ message }) => !said.has(message)).map(noteOf);
  return { ...outcome, notes: [...outcome.notes, ...news] };
}

const noteOf = ({ severity, message }: Finding): BulkNote => ({ severity, message });

/**
 * What preflight says of a draft beside the releases that matter to what a bulk change can change. Files stay as they
 * are, so what could be said of them is left out.
 */
function findingsOf(draft: StoredDraft, known: BulkKnown, server: ImaginedServer): Finding[] {
  const { source, file, ...rest } = draft;
  const theirs = draft.releaseId === null ? null : (server.get(draft.releaseId) ?? draft.base);
  const { fields } = merge(draft.base, theirs, draft, known.branches).merged;
  const place = { productId: draft.productId, branchId: fields.branchId };
  const neighbours = [
    theirs,
    server.holder(place, fields.version, draft.releaseId ?? ''),
    server.latest(place),
  ];
  return preflight(
    { ...rest, file: file.kind === 'replace' ? { ...file, source: source ? 'unchanged' : 'none' } : file },
    {
      connection: { maxFileBytes: Number.POSITIVE_INFINITY },
      releases: neighbours.filter((release) => release !== null),
      ...known.around(draft.productId),
      rivals: [],
      artifactInVault: true,
      oldFileInVault: true,
    },
  );
}

function stepOf(subject: BulkSubject, outcome: OwnOutcome): BulkStep {
  const { draft, hasDraft } = subject;
  const row = {
    releaseId: draft.releaseId,
    draftId: hasDraft ? draft.id : null,
    productId: draft.productId,
    version: versionOf(subject),
  };
  if (outcome.is !== 'changed') return { subject, row: { ...row, outcome }, fields: null };
  const { fields, ...changed } = outcome;
  return {
    subject,
    row: { ...row, outcome: { ...changed, notes: [...changed.notes] } },
    fields: { ...draft.fields, ...fields },
  };
}
