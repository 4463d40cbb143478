import type { Batch, BatchReview, BatchStep } from '../../../electron/model/batch.ts';
import type { Draft, Finding } from '../../../electron/model/draft.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';
import { draftWords } from '../drafts/draft-words.ts';

/** One draft in its place, with what there is to say of it there. */
export type BatchRow = {
  /** The draft's. */
  readonly id: string;
  /** From 1. */
  readonly place: number;
  readonly version: string;
  /** Null where all are of one product. */
  readonly productId: string | null;
  readonly changes: string;
  /** What the sequence reveals and what the draft itself has, what blocks first. */
  readonly said: readonly Said[];
  /** What would come of it; null until it is known, where it is just published, and where `said` has why not. */
  readonly outcome: string | null;
  readonly isStopped: boolean;
  /** What is the latest after it, where that changes. */
  readonly latest: string | null;
  /** ISO 8601; null when nothing is sent for it. */
  readonly goesAt: string | null;
};

export type Said = Pick<Finding, 'rule' | 'severity' | 'message'>;

export function batchRows(
  { draftIds }: Batch,
  drafts: readonly Draft[],
  review: BatchReview | null,
): readonly BatchRow[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const products = new Set(draftIds.flatMap((id) => byId.get(id)?.productId ?? []));
  const steps = new Map(review?.steps.map((step) => [step.draftId, step]));
  const ofSequence = Map.groupBy(review?.findings ?? [], ({ draftId }) => draftId);
  return draftIds.flatMap((id, index): BatchRow[] => {
    const draft = byId.get(id);
    if (draft === undefined) return [];
    const step = steps.get(id);
    const said = [...(ofSequence.get(id) ?? []), ...(step?.findings ?? [])];
    const isExplained = said.some(({ severity }) => severity === 'blocks');
    return [
      {
        id,
        place: index + 1,
        version: shown(draft.base?.version ?? draft.fields.version) || texts.drafts.unnamed,
        productId: products.size > 1 ? draft.productId : null,
        changes: draftWords(draft),
        said: said.filter(({ severity }) => severity !== 'tells').toSorted(blocksFirst),
        outcome: step === undefined || isExplained ? null : texts.batches.outcome[step.outcome],
        isStopped: step?.outcome === 'refused' || step?.outcome === 'blocked',
        latest: step === undefined ? null : latestWords(step, draft),
        goesAt: step?.goesAt ?? null,
      },
    ];
  });
}

/** "Becomes the latest of beta": what a release becomes or leaves behind by this step. */
function latestWords({ latest }: BatchStep, { fields }: Draft): string | null {
  const words = texts.batches;
  const parts = latest.flatMap(({ branchId, branch, version }) => {
    const name = branchId === null ? null : shown(branch);
    if (version === null) return [words.leavesNoLatest(name)];
    return version === fields.version ? [words.becomesLatest(name)] : [];
  });
  return parts.length === 0 ? null : parts.join(', ');
}

const order = { blocks: 0, warns: 1, tells: 2 } as const;

function blocksFirst(a: Said, b: Said): number {
  return order[a.severity] - order[b.severity];
}
