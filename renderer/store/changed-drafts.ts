import { findDraft, rereadSome, useDrafts } from './drafts.ts';
import { draftIsGone, rereadOpenRelease, review, useEditor } from './editor.ts';

/** Drafts that are said to have changed and were not asked for since. */
const changed = new Set<string>();

/** Drafts have changed. Own changes raise events too; a short pause gathers a burst of them into one question. */
export function draftsChanged(draftIds: readonly string[]): void {
  if (changed.size === 0) setTimeout(() => void lookAgainAt(takeChanged()), gatherMs);
  for (const id of draftIds) changed.add(id);
}

/** The open release may have been read again, and its draft may have gone with that; else it is held against it anew. */
export async function rereadOpen(connectionId: string, productId: string): Promise<void> {
  await rereadOpenRelease(connectionId, productId);
  const { subject, draft } = useEditor.getState();
  if (draft !== null && subject?.connectionId === connectionId && subject.productId === productId)
    await lookAgainAt([draft.id]);
}

/** What was said of drafts and not asked about yet, for who asks about it now. */
export function takeChanged(): readonly string[] {
  const ids = [...changed];
  changed.clear();
  return ids;
}

/** Asks for these at once; what was said of them before needs no further question. */
export async function rereadNow(draftIds: readonly string[]): Promise<void> {
  for (const id of draftIds) changed.delete(id);
  await rereadSome(draftIds);
}

/** Has drafts looked at closely that have changed; of many, only the one that is open. */
export function lookCloselyAt(draftIds: readonly string[]): void {
  const { subject, draft } = useEditor.getState();
  // The open one may be among those that are gone, or that the open release now has.
  const open = (subject && findDraft(subject)?.id) ?? draft?.id;
  const looked = draftIds.length < many ? draftIds : draftIds.filter((id) => id === open);
  for (const id of looked) void review(id);
}

const gatherMs = 80;

/** From so many on, only the open one is looked at. */
const many = 20;

async function lookAgainAt(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // What was discarded or published has changed as well: of that there is nothing to look at.
  await rereadSome(ids);
  const there = new Set(useDrafts.getState().drafts.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) draftIsGone(id);
  lookCloselyAt(ids.filter((id) => there.has(id)));
}
