import type { Batch, BatchReview, BatchStep } from '../../electron/model/batch.ts';

/** What publishing a batch would come to, as far as it was played. */
export type BatchOutlook = {
  readonly sent: readonly BatchStep[];
  /** How many could not be sent and would stay drafts. */
  readonly left: number;
  /** How many stand beside what would be sent. */
  readonly warnings: number;
  /** It would stop at one of them, as it is set to: then none of it is sent. */
  readonly isRefused: boolean;
  readonly canPublish: boolean;
};

/** `review` is null while the batch is being played. */
export function outlookOf({ onFailure }: Batch, review: BatchReview | null): BatchOutlook {
  const steps = review?.steps ?? [];
  const sent = steps.filter(({ outcome }) => outcome === 'published');
  const left = steps.filter(({ outcome }) => outcome === 'refused' || outcome === 'blocked').length;
  const isRefused = left > 0 && onFailure === 'stop';
  const sentIds = new Set(sent.map(({ draftId }) => draftId));
  const said = [
    ...(review?.findings ?? []).filter(({ draftId }) => sentIds.has(draftId)),
    ...sent.flatMap(({ findings }) => findings),
  ];
  const warnings = said.filter(({ severity }) => severity === 'warns').length;
  return { sent, left, warnings, isRefused, canPublish: sent.length > 0 && !isRefused };
}

/** Whether something of it could be left out or put together. */
export function canCompact({ compaction }: BatchReview): boolean {
  return compaction !== null && compaction.dropped.length + compaction.joined.length > 0;
}
