import type { Draft } from '../../../electron/model/draft.ts';
import { closeBatch } from '../../store/batches.ts';
import { open, type Subject } from '../../store/navigation.ts';

/** Opens a draft in the editor, in the place of whatever batch was open. */
export function openDraft(draft: Draft, inFront: boolean): void {
  closeBatch();
  open('drafts', subjectOf(draft), inFront);
}

function subjectOf({ id, connectionId, productId, releaseId }: Draft): Subject {
  return { connectionId, productId, releaseId, draftId: releaseId === null ? id : null };
}
