import { type Clock, isoNow } from '../clock.ts';
import type { BatchStore } from '../store/batches.ts';

/** The batches that drafts were in before they came to another one: each with all of its drafts in their order. */
export type FormerPlaces = ReadonlyMap<string, readonly string[]>;

export function placesOf(
  batches: Pick<BatchStore, 'list'>,
  connectionId: string,
  draftIds: readonly string[],
): FormerPlaces {
  const these = new Set(draftIds);
  return new Map(
    batches
      .list(connectionId)
      .filter((batch) => batch.draftIds.some((id) => these.has(id)))
      .map((batch) => [batch.id, batch.draftIds]),
  );
}

/**
 * Takes these drafts out of a batch and puts them back where they were, those that came from no batch into none. A batch
 * that went meanwhile with its last draft comes back with what it gets; one that a person has removed does not. What was
 * done to the batches since stays. To be called in a transaction.
 */
export function putBack(
  { batchId, former }: { readonly batchId: string; readonly former: FormerPlaces },
  draftIds: ReadonlySet<string>,
  { batches, clock }: { readonly batches: BatchStore; readonly clock: Clock },
): void {
  const at = isoNow(clock);
  const leaving = draftIds.intersection(new Set(batches.get(batchId)?.draftIds ?? []));
  batches.takeOut([...leaving]);
  for (const [id, order] of former) {
    if (!order.some((draftId) => leaving.has(draftId))) continue;
    batches.restore(id);
    const batch = batches.get(id);
    if (batch === null) continue;
    const now = new Set(batch.draftIds);
    const back = new Set(order.filter((draftId) => now.has(draftId) || leaving.has(draftId)));
    batches.setDrafts(id, [...back.union(now)], at);
  }
}
