import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../clock.ts';
import type { Batch } from '../model/batch.ts';
import type { BatchStore } from '../store/batches.ts';
import { type FormerPlaces, placesOf, putBack } from './former-places.ts';

/** Drafts that a person has put in a batch, and the way back. */
export interface BatchMoves {
  /** Keeps where these drafts are before `put` puts them in a batch, which it makes for them or adds them to. */
  keep(move: { connectionId: string; draftIds: readonly string[]; isNew: boolean; put: () => Batch }): Batch;
  /** Whether the batch was made of these drafts, so that it would go with them. */
  isMadeBy(batchId: string, draftIds: readonly string[]): boolean;
  /**
   * Takes back that these drafts were moved into a batch, once for each time: those that are still there go back to where
   * they were. A batch that was made of them goes, as long as it is as it was made. Answers false where there is nothing
   * to take back any more.
   */
  back(batchId: string, draftIds: readonly string[]): boolean;
}

interface Dependencies {
  readonly batches: BatchStore;
  readonly clock: Clock;
  readonly transaction: (work: () => void) => void;
}

interface Move {
  readonly batchId: string;
  readonly draftIds: readonly string[];
  readonly former: FormerPlaces;
  /** Those that were not in it before. */
  readonly came: readonly string[];
  /** The batch as it was made; null for one that was there. */
  readonly made: Batch | null;
}

/** Of all batches together. */
const mostKept = 50;

export function createBatchMoves({ batches, clock, transaction }: Dependencies): BatchMoves {
  /** The newest last. */
  let moves: readonly Move[] = [];
  const last = (batchId: string, draftIds: readonly string[]): Move | undefined =>
    moves.findLast((move) => move.batchId === batchId && isDeepStrictEqual(move.draftIds, draftIds));

  return {
    keep: ({ connectionId, draftIds, isNew, put }) => {
      const places = placesOf(batches, connectionId, draftIds);
      const batch = put();
      const before = new Set(places.get(batch.id));
      const came = draftIds.filter((id) => !before.has(id));
      const move: Move = {
        batchId: batch.id,
        draftIds,
        former: new Map([...places].filter(([id]) => id !== batch.id)),
        came,
        made: isNew ? batch : null,
      };
      if (came.length > 0 || isNew) moves = [...moves, move].slice(-mostKept);
      return batch;
    },
    isMadeBy: (batchId, draftIds) => (last(batchId, draftIds)?.made ?? null) !== null,
    back: (batchId, draftIds) => {
      const move = last(batchId, draftIds);
      const now = batches.get(batchId);
      if (move === undefined || now === null) return false;
      const { former, came, made } = move;
      if (made !== null && contentOf(made) !== contentOf(now)) return false;
      const leaving = new Set(came).intersection(new Set(now.draftIds));
      moves = moves.filter((other) => other !== move);
      if (made === null && leaving.size === 0) return false;
      transaction(() => {
        putBack({ batchId, former }, leaving, { batches, clock });
        if (made !== null) batches.remove(batchId);
      });
      return true;
    },
  };
}

/** What a person sets of a batch. */
function contentOf({ name, draftIds, onFailure, startAt }: Batch): string {
  return JSON.stringify([name, draftIds, onFailure, startAt]);
}
