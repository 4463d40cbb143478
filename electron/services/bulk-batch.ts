import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { BulkBatch } from '../model/bulk-change.ts';
import type { BatchStore } from '../store/batches.ts';
import { words } from '../texts/words.ts';
import { type FormerPlaces, placesOf, putBack } from './former-places.ts';

interface Dependencies {
  batches: BatchStore;
  clock: Clock;
  newId: () => string;
}

/** Drafts that were put in a batch, and what the batches they came from were before. */
export interface Placement {
  readonly batchId: string;
  readonly isNew: boolean;
  readonly former: FormerPlaces;
}

/** A placement, and what puts the drafts there part by part, in their order. To be called in the parts' transactions. */
export interface Placing {
  readonly placement: Placement;
  put(part: readonly string[]): void;
}

/**
 * Begins to put drafts in a batch, out of whichever they were in; null for none. Throws `not-known` for a batch that is
 * gone.
 */
export function beginPlacing(
  connectionId: string,
  choice: BulkBatch,
  draftIds: readonly string[],
  { batches, clock, newId }: Dependencies,
): Placing | null {
  if (choice.is === 'none') return null;
  const former = placesOf(batches, connectionId, draftIds);
  const at = isoNow(clock);
  if (choice.is === 'existing') {
    const { batchId } = choice;
    if (batches.get(batchId)?.connectionId !== connectionId) {
      throw appError('not-known', words().refusals.gone.batchChosen);
    }
    return {
      placement: { batchId, isNew: false, former },
      put: (part) => batches.append(batchId, part, at),
    };
  }
  const id = newId();
  const name = choice.name.trim();
  let isThere = false;
  return {
    placement: { batchId: id, isNew: true, former },
    put: (part) => {
      const draftIds = [...part];
      if (isThere) return batches.append(id, draftIds, at);
      batches.insert({
        id,
        connectionId,
        name,
        draftIds,
        onFailure: 'stop',
        startAt: null,
        createdAt: at,
        updatedAt: at,
      });
      isThere = true;
    },
  };
}

/**
 * Puts these of the drafts back where they were, those that came from no batch into none, and removes a batch that was
 * made for them and holds nothing any more. What was done to the batches since stays.
 */
export function takeBackFromBatch(
  placement: Placement,
  draftIds: ReadonlySet<string>,
  { batches, clock }: Pick<Dependencies, 'batches' | 'clock'>,
): void {
  putBack(placement, draftIds, { batches, clock });
  const { batchId, isNew } = placement;
  if (isNew && batches.get(batchId)?.draftIds.length === 0) batches.remove(batchId);
}
