import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { notifyUndoable, type Undone } from './undo.ts';

/** Says which batches went with the last of their drafts; null where none did. */
export function batchesGone(names: readonly string[]): string | null {
  return saidOf(names, texts.drafts.batchGone);
}

/** Says which batches went because a file has taken the last of their drafts; null where none did. */
export function batchesEmptied(names: readonly string[]): string | null {
  return saidOf(names, texts.drafts.batchEmptied);
}

function saidOf(names: readonly string[], say: typeof texts.drafts.batchGone): string | null {
  const [first, ...more] = names;
  return first === undefined ? null : say(shown(first), more.length, count(more.length));
}

/** Puts away a draft that nobody discarded and that holds nothing. Only a batch that goes with it is spoken of. */
export async function putAway(draftId: string): Promise<void> {
  const answer = await call('drafts.discard', { draftId });
  if (!answer.ok) return;
  const message = batchesGone(answer.value.batch === null ? [] : [answer.value.batch]);
  if (message === null) return;
  notifyUndoable({ tone: 'info', message }, () => bringBack(draftId));
}

async function bringBack(draftId: string): Promise<Undone> {
  const answer = await call('drafts.restore', { draftId });
  return answer.ok ? 'undone' : answer.failure;
}
