import { openBatch } from './batches.ts';
import { go } from './navigation.ts';

/** Goes to where drafts are edited; with a batch, to that. */
export function showDrafts(batchId: string | null = null): void {
  go('drafts');
  if (batchId !== null) openBatch(batchId);
}
