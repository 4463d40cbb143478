import type { DraftChange, DraftFields } from '../../electron/model/draft.ts';
import { withFields } from '../../electron/model/with-fields.ts';
import { call } from '../api.ts';
import { adoptDraft } from './drafts.ts';
import { adoptReview, isOpen, tidyUpAfter, useEditor } from './editor.ts';
import type { Subject } from './navigation.ts';

/**
 * Changes the open draft: shown at once, saved at once, in the order made. The first change of a release makes
 * its draft. What the main process answers is shown when nothing newer is on its way.
 */
export function changeDraft(change: DraftChange): void {
  const { subject, pending } = useEditor.getState();
  if (subject === null) return;
  echo(change);
  useEditor.setState({ pending: pending + 1 });
  void save(subject, change, setOut(subject));
}

/** Changes fields of the open draft. */
export function changeFields(fields: Partial<DraftFields>): void {
  changeDraft({ fields });
}

/** Saves everything that is shown once more, after saving it had failed. */
export function saveAgain(): void {
  changeFields(useEditor.getState().fields);
}

/** The id of the open draft, made when there is none yet; null when that failed (and was said). */
export function ensureDraft(subject: Subject): Promise<string | null> {
  const { draft } = useEditor.getState();
  if (isOpen(subject) && draft !== null) return Promise.resolve(draft.id);
  if (opening !== null && opening.subject === subject) return opening.draftId;
  const draftId = openDraft(subject);
  opening = { subject, draftId };
  return draftId;
}

/**
 * Counts something that is on its way to a draft, also when its editor is left meanwhile. The function it gives is called
 * once that is answered, and says whether nothing else is on its way then.
 */
export function setOut({ releaseId, draftId }: Subject): () => boolean {
  const id = releaseId ?? draftId ?? '';
  underWay.set(id, (underWay.get(id) ?? 0) + 1);
  return () => {
    const left = (underWay.get(id) ?? 1) - 1;
    if (left > 0) underWay.set(id, left);
    else underWay.delete(id);
    return left === 0;
  };
}

/** How much is on its way to the draft of each release, or to each new one, by its id. */
const underWay = new Map<string, number>();

/** Resolves when every change made so far has been answered. */
export function allSaved(): Promise<void> {
  if (useEditor.getState().pending === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useEditor.subscribe(({ pending }) => {
      if (pending > 0) return;
      stop();
      resolve();
    });
  });
}

let opening: { readonly subject: Subject; readonly draftId: Promise<string | null> } | null = null;

async function openDraft(subject: Subject): Promise<string | null> {
  if (subject.releaseId === null) return subject.draftId;
  const { connectionId, productId, releaseId } = subject;
  const answer = await call('drafts.open', { connectionId, productId, releaseId });
  opening = null;
  if (!answer.ok) {
    if (isOpen(subject)) useEditor.setState({ saveFailure: answer.failure });
    return null;
  }
  adoptDraft(answer.value.draft);
  if (isOpen(subject)) useEditor.setState({ draft: answer.value.draft });
  return answer.value.draft.id;
}

async function save(subject: Subject, change: DraftChange, arrived: () => boolean): Promise<void> {
  const draftId = await ensureDraft(subject);
  const answer = draftId === null ? null : await call('drafts.change', { draftId, change });
  const isLast = arrived();
  if (!isOpen(subject)) {
    if (!answer?.ok) return;
    adoptDraft(answer.value.draft);
    if (isLast) tidyUpAfter(answer.value);
    return;
  }
  const pending = Math.max(0, useEditor.getState().pending - 1);
  useEditor.setState({ pending });
  if (answer === null) return;
  if (!answer.ok) useEditor.setState({ saveFailure: answer.failure });
  else if (pending === 0) adoptReview(answer.value);
}

function echo({ fields, file }: DraftChange): void {
  useEditor.setState((state) => ({
    fields: fields === undefined ? state.fields : withFields(state.fields, fields),
    file: file === undefined ? state.file : { kind: file },
    publishFailure: null,
  }));
}
