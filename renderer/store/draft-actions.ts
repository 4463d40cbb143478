import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { openBatches } from './batches.ts';
import { batchesGone } from './batches-gone.ts';
import { rereadNow } from './changed-drafts.ts';
import { forgetDrafts, openDrafts } from './drafts.ts';
import { draftIsGone } from './editor.ts';
import { allSaved } from './editor-changes.ts';
import { tellNotDiscarded } from './not-discarded.ts';
import { notify } from './notices.ts';
import { someReasons } from './some-reasons.ts';
import { notifyUndoable, type Undone } from './undo.ts';

/** Shows a team's drafts and batches. The batches are asked for first: they stand above the drafts and would push them down. */
export async function openDraftsAndBatches(connectionId: string | null): Promise<void> {
  await Promise.all([openBatches(connectionId), openDrafts(connectionId)]);
}

/** Discards drafts at once; a notice offers to take that back. Answers whether it was done. */
export async function discardDrafts(draftIds: readonly string[]): Promise<boolean> {
  await allSaved();
  const answer = await call('drafts.discardAll', { draftIds: [...draftIds] });
  if (!answer.ok) {
    tellNotDiscarded(answer.failure, draftIds);
    return false;
  }
  forgetDrafts(draftIds);
  for (const id of draftIds) draftIsGone(id);
  notifyUndoable(
    {
      tone: 'info',
      message: texts.drafts.discardedMany(draftIds.length, count(draftIds.length)),
      detail: batchesGone(answer.value.batches),
    },
    () => restoreDrafts(draftIds),
  );
  return true;
}

async function restoreDrafts(draftIds: readonly string[]): Promise<Undone> {
  const answer = await call('drafts.restoreAll', { draftIds: [...draftIds] });
  if (!answer.ok) return answer.failure;
  const { problems } = answer.value;
  await rereadNow(draftIds);
  if (problems.length === 0) return 'undone';
  const message = texts.drafts.notRestored(problems.length, count(problems.length));
  notify({ tone: 'warning', message, detail: someReasons(problems) });
  return 'told';
}
