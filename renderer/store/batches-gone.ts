import { call } from '../api.ts';
import { count } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { notify, notifyFailure } from './notices.ts';

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
  const undo = { label: texts.drafts.undo, run: () => void bringBack(draftId) };
  notify({ tone: 'info', message, actions: [undo] });
}

async function bringBack(draftId: string): Promise<void> {
  const answer = await call('drafts.restore', { draftId });
  if (!answer.ok) notifyFailure(answer.failure);
}
