import { create } from 'zustand';
import type {
  ComparisonRow,
  Draft,
  DraftFields,
  DraftReview,
  FileIntent,
  Finding,
} from '../../electron/model/draft.ts';
import type { Failure } from '../../electron/model/failure.ts';
import type { Release } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import { putAway } from './batches-gone.ts';
import { adoptHealth } from './draft-health.ts';
import { adoptDraft, findDraft, forgetDraft } from './drafts.ts';
import { type Subject, sameSubject } from './navigation.ts';
import { findRelease, shownRelease } from './releases.ts';

/** A file on its way into the draft. */
export type Intake =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copying'; readonly name: string }
  | {
      readonly kind: 'refused';
      readonly name: string;
      readonly message: string;
      readonly remedy: string;
      /** What was dropped, where it could be matched to releases instead; empty where it could not. */
      readonly files: readonly File[];
    };

export type Editor = {
  readonly subject: Subject | null;
  readonly phase: 'nothing' | 'loading' | 'ready' | 'failed';
  /** The release as last read; null for one that does not exist yet. */
  readonly release: Release | null;
  /** Null until something is changed: only looking at a release makes no draft. */
  readonly draft: Draft | null;
  /** What the fields show: what was typed, ahead of what has been saved. */
  readonly fields: DraftFields;
  readonly file: FileIntent;
  readonly findings: readonly Finding[];
  readonly comparison: readonly ComparisonRow[];
  readonly changesAnything: boolean;
  /** Changes sent to the main process and not answered yet. */
  readonly pending: number;
  readonly saveFailure: Failure | null;
  readonly publishFailure: Failure | null;
  readonly publishing: boolean;
  readonly intake: Intake;
};

const emptyFields: DraftFields = {
  version: '',
  status: 'DRAFT',
  setAsLatest: false,
  branchId: null,
  metadata: [],
  licenseIds: [],
};

const nothing: Editor = {
  subject: null,
  phase: 'nothing',
  release: null,
  draft: null,
  fields: emptyFields,
  file: { kind: 'keep' },
  findings: [],
  comparison: [],
  changesAnything: false,
  pending: 0,
  saveFailure: null,
  publishFailure: null,
  publishing: false,
  intake: { kind: 'idle' },
};

/** What is open in the detail pane, and how far it has been edited. */
export const useEditor = create<Editor>(() => nothing);

/**
 * Opens a release or a draft, leaving what was open. Shows what is known at once and asks for the findings.
 * Answers that arrive after something else has been opened are dropped.
 */
export async function openEditor(subject: Subject | null): Promise<void> {
  const former = useEditor.getState();
  if (sameSubject(former.subject, subject)) return;
  const draft = subject === null ? null : findDraft(subject);
  const release = subject === null ? null : knownRelease(subject);
  // In one step, so that going through the list does not pass through an empty editor at each release.
  useEditor.setState({
    ...nothing,
    subject,
    ...(subject !== null && { phase: 'loading' }),
    ...(release !== null && { phase: 'ready', release, ...echoOfRelease(release) }),
    ...(draft !== null && { phase: 'ready', draft, release: release ?? draft.base, ...echoOf(draft) }),
  });
  if (former.draft !== null && former.pending === 0 && former.intake.kind !== 'copying') {
    tidyUp({ ...former, draft: former.draft });
  }
  if (subject === null) return;
  if (release === null) await showRelease(subject);
  // By then it may have been published.
  const isThere = draft !== null && useEditor.getState().draft?.id === draft.id;
  if (isOpen(subject) && isThere) await review(draft.id);
}

/** Takes over what the main process says of the open draft, the fields included. */
export function adoptReview(review: DraftReview): void {
  adoptDraft(review.draft);
  adoptHealth(review);
  const { draft } = review;
  const { subject, release } = useEditor.getState();
  if (subject === null || !belongsTo(draft, subject)) return;
  useEditor.setState({
    phase: 'ready',
    draft,
    release: release ?? draft.base,
    fields: draft.fields,
    file: draft.file,
    findings: review.findings,
    comparison: review.comparison,
    changesAnything: review.changesAnything,
    saveFailure: null,
  });
}

/** Asks anew what is to be said of a draft; of the open one only if nothing was typed meanwhile. */
export async function review(draftId: string): Promise<void> {
  const before = useEditor.getState();
  const isOpenDraft = before.draft?.id === draftId || before.subject?.draftId === draftId;
  if (isOpenDraft && before.pending > 0) return;
  const answer = await call('drafts.review', { draftId });
  if (answer.ok) {
    const now = useEditor.getState();
    const { draft } = answer.value;
    // Of an open release that had none, it may have been made elsewhere.
    const isShown = now.subject !== null && belongsTo(draft, now.subject);
    const isTouched = now.pending > 0 || (now.draft !== null && now.fields !== before.fields);
    if (isShown && !isTouched) adoptReview(answer.value);
    else {
      adoptDraft(draft);
      adoptHealth(answer.value);
    }
  } else if (answer.failure.kind === 'not-known') {
    forgetDraft(draftId);
    draftIsGone(draftId);
  }
}

/** The release that is open may have been read again. */
export async function rereadOpenRelease(connectionId: string, productId: string): Promise<void> {
  const { subject } = useEditor.getState();
  if (subject === null || subject.connectionId !== connectionId || subject.productId !== productId) return;
  await showRelease(subject);
}

/** The open draft was discarded or published: its release is shown as it is, or nothing for a new one. */
export function draftIsGone(draftId: string): void {
  const { draft, subject, release } = useEditor.getState();
  if (subject === null || draft?.id !== draftId) return;
  const known = release ?? draft.base;
  if (known === null) useEditor.setState({ ...nothing, subject });
  else show({ draft: null, release: known, ...echoOfRelease(known) });
}

/** A release that was just begun: that it has no version yet is no news to the person about to type one. */
export function isJustBegun({ release, draft, fields, pending }: Editor): boolean {
  if (release !== null || draft === null || pending > 0) return false;
  return fields.version === '' && draft.createdAt === draft.updatedAt;
}

export function isOpen(subject: Subject): boolean {
  return sameSubject(useEditor.getState().subject, subject);
}

function knownRelease({ connectionId, productId, releaseId }: Subject): Release | null {
  return releaseId === null ? null : shownRelease(connectionId, productId, releaseId);
}

async function showRelease(subject: Subject): Promise<void> {
  const { connectionId, productId, releaseId } = subject;
  if (releaseId === null) {
    if (isOpen(subject) && useEditor.getState().phase === 'loading') useEditor.setState({ phase: 'failed' });
    return;
  }
  const release = await findRelease(connectionId, productId, releaseId);
  if (!isOpen(subject)) return;
  const { draft, phase } = useEditor.getState();
  if (release === null) return phase === 'loading' ? useEditor.setState({ phase: 'failed' }) : undefined;
  if (draft === null && useEditor.getState().pending === 0) show({ release, ...echoOfRelease(release) });
  else useEditor.setState({ release });
}

function show(what: Partial<Editor>): void {
  useEditor.setState({
    phase: 'ready',
    findings: [],
    comparison: [],
    changesAnything: false,
    saveFailure: null,
    publishFailure: null,
    ...what,
  });
}

function echoOf(draft: Draft): Pick<Editor, 'fields' | 'file'> {
  return { fields: draft.fields, file: draft.file };
}

function echoOfRelease(release: Release): Pick<Editor, 'fields' | 'file'> {
  const { version, status, latest, branchId, metadata, licenseIds } = release;
  return {
    fields: { version, status, setAsLatest: latest, branchId, metadata, licenseIds },
    file: { kind: 'keep' },
  };
}

function belongsTo(draft: Draft, subject: Subject): boolean {
  return subject.releaseId === null ? draft.id === subject.draftId : draft.releaseId === subject.releaseId;
}

/** The same once the last of its changes is answered, when its editor was left before. */
export function tidyUpAfter(review: DraftReview): boolean {
  const { fields, file } = review.draft;
  return tidyUp({ ...review, fields, file });
}

/** A draft that was made for what was then refused is not kept either, unless something else has come into it. */
export async function tidyUpRefused(subject: Subject, draftId: string): Promise<void> {
  const answer = await call('drafts.review', { draftId });
  if (!answer.ok || (isOpen(subject) && useEditor.getState().pending > 0)) return;
  const isAsReviewed = findDraft(subject)?.updatedAt === answer.value.draft.updatedAt;
  if (isAsReviewed && tidyUpAfter(answer.value)) draftIsGone(draftId);
}

type Left = Pick<Editor, 'fields' | 'file' | 'comparison' | 'changesAnything'> & { readonly draft: Draft };

/** A draft that holds nothing is not kept when its editor is left. Answers whether it was put away. */
function tidyUp({ draft, changesAnything, file, fields, comparison }: Left): boolean {
  if (file.kind !== 'keep') return false;
  const untouchedNew = draft.releaseId === null && fields.version === '' && fields.metadata.length === 0;
  const unchanged = draft.releaseId !== null && comparison.length > 0 && !changesAnything;
  if (!untouchedNew && !unchanged) return false;
  forgetDraft(draft.id);
  void putAway(draft.id);
  return true;
}
