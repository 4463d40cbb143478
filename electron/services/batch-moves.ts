import type { Clock } from '../clock.ts';
import type { Batch } from '../model/batch.ts';
import type { BatchStore } from '../store/batches.ts';
import { type FormerPlaces, placesOf, putBack } from './former-places.ts';
import { keepNewest } from './keep-newest.ts';

/** Drafts that a person has put in a batch, and the way back. */
export interface BatchMoves {
  /** Keeps where these drafts are before `put` puts them in a batch, which it makes for them or adds them to. */
  keep(move: { connectionId: string; draftIds: readonly string[]; isNew: boolean; put: () => Batch }): Batch;
  /** Whether the batch was made by the move that is kept, so that it would go with it. */
  isMadeBy(batchId: string): boolean;
  /**
   * Takes the last move into a batch back: its drafts that are still there go back to where they were. A batch that was
   * made by it goes, as long as it is as it was made. Answers false where there is nothing to take back any more.
   */
  back(batchId: string): boolean;
}

interface Dependencies {
  readonly batches: BatchStore;
  readonly clock: Clock;
  readonly transaction: (work: () => void) => void;
}

interface Move {
  readonly former: FormerPlaces;
  /** Those that were not in it before. */
  readonly came: readonly string[];
  /** The batch as it was made; null for one that was there. */
  readonly made: Batch | null;
}

const mostKept = 20;

export function createBatchMoves({ batches, clock, transaction }: Dependencies): BatchMoves {
  const moves = new Map<string, Move>();

  return {
    keep: ({ connectionId, draftIds, isNew, put }) => {
      const places = placesOf(batches, connectionId, draftIds);
      const batch = put();
      const before = new Set(places.get(batch.id));
      const move: Move = {
        former: new Map([...places].filter(([id]) => id !== batch.id)),
        came: draftIds.filter((id) => !before.has(id)),
        made: isNew ? batch : null,
      };
      keepNewest(moves, batch.id, move, mostKept);
      return batch;
    },
    isMadeBy: (batchId) => (moves.get(batchId)?.made ?? null) !== null,
    back: (batchId) => {
      const move = moves.get(batchId);
      const now = batches.get(batchId);
      if (move === undefined || now === null) return false;
      const { former, came, made } = move;
      if (made !== null && contentOf(made) !== contentOf(now)) return false;
      const leaving = new Set(came).intersection(new Set(now.draftIds));
      if (made === null && leaving.size === 0) return false;
      transaction(() => {
        putBack({ batchId, former }, leaving, { batches, clock });
        if (made !== null) batches.remove(batchId);
      });
      moves.delete(batchId);
      return true;
    },
  };
}

/** What a person sets of a batch. */
function contentOf({ name, draftIds, onFailure, startAt }: Batch): string {
  return JSON.stringify([name, draftIds, onFailure, startAt]);
}
