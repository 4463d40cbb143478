import { findDraft, rereadSome } from './drafts.ts';
import { review, useEditor } from './editor.ts';

/** Drafts that are said to have changed and were not asked for since. */
const changed = new Set<string>();

/** Drafts have changed. Own changes raise events too; a short pause gathers a burst of them into one question. */
export function draftsChanged(draftIds: readonly string[]): void {
  if (changed.size === 0) setTimeout(lookAgain, gatherMs);
  for (const id of draftIds) changed.add(id);
}

/** Asks for these at once; what was said of them before needs no further question. */
export async function rereadNow(draftIds: readonly string[]): Promise<void> {
  for (const id of draftIds) changed.delete(id);
  await rereadSome(draftIds);
}

const gatherMs = 80;

/** From so many on, they are asked for together, and only the open one is looked at closely. */
const many = 20;

function lookAgain(): void {
  const ids = new Set(changed);
  changed.clear();
  if (ids.size >= many) void lookAgainAtAll(ids);
  else for (const id of ids) void review(id);
}

/** The draft that is open may be among those that are gone, or that the open release now has. */
async function lookAgainAtAll(ids: ReadonlySet<string>): Promise<void> {
  const { draft: before } = useEditor.getState();
  await rereadSome([...ids]);
  const { subject } = useEditor.getState();
  const open = (subject && findDraft(subject)?.id) ?? before?.id;
  if (open !== undefined && ids.has(open)) await review(open);
}
