import { isUnderWay } from '../../electron/model/job-standing.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { batchesGone } from './batches-gone.ts';
import { adoptDraft, forgetDraft } from './drafts.ts';
import { adoptReview, draftIsGone, isJustBegun, useEditor } from './editor.ts';
import { allSaved } from './editor-changes.ts';
import { adoptJob, dismissJob, useJobs } from './jobs.ts';
import { close, isListPlace, open, openSubject, type Subject, useNavigation } from './navigation.ts';
import { tellNotDiscarded } from './not-discarded.ts';
import { notifyFailure } from './notices.ts';
import { chooseProduct, useProducts } from './products.ts';
import { notifyUndoable, type Undone } from './undo.ts';
import { jobOf } from './which-job.ts';
import { perform } from './window-actions.ts';

/** Whether the open draft could be sent now, or why not. */
export type Publishable =
  | { readonly can: true; readonly warnings: number }
  | {
      readonly can: false;
      readonly why: 'nothing-open' | 'no-version' | 'no-change' | 'blocked' | 'under-way' | 'not-saved';
    };

export function publishable(): Publishable {
  const editor = useEditor.getState();
  const { phase, draft, findings, changesAnything, saveFailure, subject } = editor;
  if (phase !== 'ready') return { can: false, why: 'nothing-open' };
  if (saveFailure !== null) return { can: false, why: 'not-saved' };
  const job = jobOf(useJobs.getState().jobs, subject, draft);
  if (job !== null && isUnderWay(job.state)) return { can: false, why: 'under-way' };
  if (isJustBegun(editor)) return { can: false, why: 'no-version' };
  if (draft === null || !changesAnything) return { can: false, why: 'no-change' };
  if (findings.some(({ severity }) => severity === 'blocks')) return { can: false, why: 'blocked' };
  return { can: true, warnings: findings.filter(({ severity }) => severity === 'warns').length };
}

/** Sends the open draft, once everything typed is saved. */
export async function publish(): Promise<void> {
  if (useEditor.getState().publishing) return;
  useEditor.setState({ publishing: true, publishFailure: null });
  await allSaved();
  const { draft, subject } = useEditor.getState();
  if (draft !== null && subject !== null && publishable().can) {
    const former = jobOf(useJobs.getState().jobs, subject, draft);
    const answer = await call('jobs.publish', { draftId: draft.id });
    if (answer.ok) {
      adoptJob(answer.value);
      if (former !== null && former.id !== answer.value.id) void dismissJob(former.id);
    } else {
      useEditor.setState({ publishFailure: answer.failure });
    }
  }
  useEditor.setState({ publishing: false });
}

/** Discards a draft at once; a notice offers to take that back. */
export async function discardDraft(draftId: string, version: string): Promise<void> {
  await allSaved();
  const answer = await call('drafts.discard', { draftId });
  if (!answer.ok) return tellNotDiscarded(answer.failure, [draftId]);
  forgetDraft(draftId);
  draftIsGone(draftId);
  const subject = openSubject();
  const { place } = useNavigation.getState();
  if (subject?.draftId === draftId && subject.releaseId === null && isListPlace(place)) close(place);
  notifyUndoable(
    {
      tone: 'info',
      message: version === '' ? texts.drafts.discardedNew : texts.drafts.discarded(shown(version)),
      detail: batchesGone(answer.value.batch === null ? [] : [answer.value.batch]),
    },
    () => restoreDraft(draftId),
  );
}

/** Makes the draft of a release that does not exist yet, of the product that is shown, and opens it. */
export async function newRelease(): Promise<void> {
  const { connectionId, currentId: productId } = useProducts.getState();
  if (connectionId === null || productId === null) return;
  const answer = await call('drafts.open', { connectionId, productId, releaseId: null });
  if (!answer.ok) return notifyFailure(answer.failure);
  adoptDraft(answer.value.draft);
  open('releases', { connectionId, productId, releaseId: null, draftId: answer.value.draft.id }, true);
  perform('go-to-detail');
}

/** Queues the job that puts the file a refused upload has cost back on its release. */
export async function restoreLostFile(jobId: string): Promise<void> {
  const answer = await call('jobs.restoreFile', { jobId });
  if (!answer.ok) notifyFailure(answer.failure);
}

/** A new release was created: what was its draft is shown as the release it now is. */
export function followCreated(draftId: string, releaseId: string): void {
  const { subjects } = useNavigation.getState();
  const followed = (subject: Subject | null) =>
    subject?.draftId === draftId && subject.releaseId === null
      ? { ...subject, releaseId, draftId: null }
      : subject;
  useNavigation.setState({
    subjects: {
      releases: followed(subjects.releases),
      drafts: followed(subjects.drafts),
      queue: followed(subjects.queue),
    },
  });
}

/** Brings a draft back and opens it. */
async function restoreDraft(draftId: string): Promise<Undone> {
  const answer = await call('drafts.restore', { draftId });
  if (!answer.ok) return answer.failure;
  adoptReview(answer.value);
  const { connectionId, productId, releaseId, id } = answer.value.draft;
  const { place } = useNavigation.getState();
  // Beside the releases of one product nobody expects a draft of another one.
  if (place === 'releases' && useProducts.getState().currentId !== productId) chooseProduct(productId);
  open(isListPlace(place) ? place : 'drafts', { connectionId, productId, releaseId, draftId: id }, true);
  return 'undone';
}
