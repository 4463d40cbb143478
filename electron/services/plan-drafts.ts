import type { PlanProblem, PlanStep } from '../model/plan.ts';
import { contentOf, isUntouched } from '../publish/draft-content.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { words } from '../texts/words.ts';

/** How a draft from elsewhere meets those that are there. */
export type Meeting =
  | { readonly is: 'alone' }
  /** There is one that says the same: it is taken in its place, also when it is being published already. */
  | { readonly is: 'there'; readonly draft: StoredDraft }
  /** A release that was opened and not changed: it makes way. */
  | { readonly is: 'in-place-of'; readonly draft: StoredDraft }
  /** There is a person's own work. */
  | { readonly is: 'in-the-way'; readonly draft: StoredDraft };

/** Answers for each new draft of a connection how it meets the stored ones. */
export function createMeetings(
  drafts: DraftStore,
  connectionId: string,
  isPublishing: (draftId: string) => boolean,
): (incoming: StoredDraft) => Meeting {
  const ofNewReleases = new Map(
    drafts
      .ofNewReleases(connectionId)
      .toReversed()
      .map((draft) => [newReleaseKey(draft), draft]),
  );
  return (incoming) => {
    if (incoming.releaseId === null) {
      const twin = ofNewReleases.get(newReleaseKey(incoming));
      return twin ? { is: 'there', draft: twin } : { is: 'alone' };
    }
    const draft = drafts.ofRelease(connectionId, incoming.releaseId);
    if (!draft) return { is: 'alone' };
    if (contentOf(draft) === contentOf(incoming)) return { is: 'there', draft };
    return { is: isUntouched(draft) && !isPublishing(draft.id) ? 'in-place-of' : 'in-the-way', draft };
  };
}

/** The stores a draft from elsewhere comes into. */
interface ComesInto {
  readonly drafts: DraftStore;
  readonly batches: Pick<BatchStore, 'discardEmptied' | 'restoreOf'>;
}

/**
 * Stores a new draft, unless there is one that says the same. Answers what the batches are called that went with the last
 * of their drafts, which made way. To be called in a transaction.
 */
export function keepDraft(
  { drafts, batches }: ComesInto,
  incoming: StoredDraft,
  meeting: Meeting,
  at: string,
): string[] {
  if (meeting.is === 'there') return [];
  const aside = setAsideBy(meeting);
  for (const id of aside) drafts.discard(id, at);
  drafts.insert(incoming);
  return batches.discardEmptied(aside, at);
}

/** Undoes `keepDraft`. To be called in a transaction. */
export function takeBackDraft({ drafts, batches }: ComesInto, incoming: StoredDraft, meeting: Meeting): void {
  if (meeting.is === 'there') return;
  drafts.remove(incoming.id);
  const aside = setAsideBy(meeting);
  for (const id of aside) drafts.restore(id);
  batches.restoreOf(aside);
}

/** The draft that makes way, if any. */
export const setAsideBy = (meeting: Meeting): string[] =>
  meeting.is === 'in-place-of' ? [meeting.draft.id] : [];

export function inTheWay({ entry, version }: PlanStep, meeting: Meeting): PlanProblem[] {
  if (meeting.is !== 'in-the-way') return [];
  return [
    {
      kind: 'draft',
      entry,
      version,
      field: 'releaseId',
      ...words().refusals.draft.saysOther,
    },
  ];
}

/** The same for drafts of new releases that say the same; the oldest is the one that is met. */
function newReleaseKey(draft: StoredDraft): string {
  return JSON.stringify([draft.productId, contentOf(draft)]);
}
