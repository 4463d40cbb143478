import { contentOf, isUntouched } from '../publish/draft-content.ts';
import type { JobRecord } from '../publish/job-record.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftStore } from '../store/drafts.ts';

/** The stores in which a draft and its batch are. */
export interface PutAwayFrom {
  readonly drafts: DraftStore;
  readonly batches: BatchStore;
}

/**
 * Puts the draft of a verified job away, and with the last of its drafts the batch it is in, which has nothing left to
 * be; also at a start of the app, when it was not done before. A draft that was edited after it had been taken up stays,
 * and goes on from the release as it was published.
 */
export function putDraftAway({ drafts, batches }: PutAwayFrom, { draftId, asked, phase }: JobRecord): void {
  if (phase.at !== 'verified') return;
  const { release } = phase;
  const finishedAt = new Date(phase.finishedAt).toISOString();
  const draft = drafts.get(draftId);
  if (!draft || asked === null || contentOf(draft) === contentOf(asked)) {
    const batch = batches.ofDraft(draftId);
    drafts.remove(draftId);
    if (batch && batches.get(batch.id)?.draftIds.length === 0) batches.remove(batch.id);
    return;
  }
  // At a later start it has gone on already.
  if (release === null || draft.updatedAt > finishedAt) return;
  const other = drafts.ofRelease(draft.connectionId, release.id);
  if (other && other.id !== draftId) {
    if (!isUntouched(other)) return;
    drafts.remove(other.id);
  }
  drafts.rebase(draftId, release, finishedAt);
}
