import { type Clock, isoNow } from '../clock.ts';
import { failureFrom } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import { inTurns, mapInPieces } from '../pieces.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { inParts, writeAllOrNone } from '../store/in-parts.ts';

/** What is done to many drafts at once, in pieces of a few milliseconds. */
export interface DraftsTogether {
  /** Discards all of them or, when one is being published, none. Answers the names of the batches that went with them. */
  discardAll(draftIds: readonly string[]): Promise<string[]>;
  /** Brings back what can be had back, and says in sentences what cannot. */
  restoreAll(draftIds: readonly string[]): Promise<{ problems: string[] }>;
}

interface Dependencies {
  drafts: DraftStore;
  batches: Pick<BatchStore, 'discardEmptied' | 'restoreOf'>;
  /** The draft of this id; throws where it is not there, `editable` also where it is being published. */
  there: (draftId: string) => StoredDraft;
  editable: (draftId: string) => StoredDraft;
  /** Takes one back that was discarded; throws where there is a newer one. */
  bringBack: (draftId: string) => void;
  changed: (those: readonly StoredDraft[]) => void;
  /** Batches have gone with their drafts, or come back with them. */
  batchesChanged: (those: readonly StoredDraft[]) => void;
  clock: Clock;
  transaction: <T>(work: () => T) => T;
}

/** So many are looked up at once: some milliseconds. */
const lookUpsAtOnce = 100;

export function createDraftsTogether(given: Dependencies): DraftsTogether {
  const { drafts, batches, there, editable, changed, batchesChanged, clock, transaction } = given;

  const failureOf = (id: string): Failure | null => {
    try {
      given.bringBack(id);
      return null;
    } catch (error) {
      return failureFrom(error);
    }
  };

  return {
    discardAll: async (ids) => {
      const discarded = await inTurns(mapInPieces(ids, lookUpsAtOnce, editable));
      const at = isoNow(clock);
      const gone: string[] = [];
      await writeAllOrNone(discarded, transaction, {
        // One may have begun to be published since.
        write: (part) => {
          for (const { id } of part) drafts.discard(editable(id).id, at);
          gone.push(
            ...batches.discardEmptied(
              part.map(({ id }) => id),
              at,
            ),
          );
        },
        takeBack: (part) => {
          for (const { id } of part) drafts.restore(id);
          batches.restoreOf(part.map(({ id }) => id));
        },
      });
      changed(discarded);
      if (gone.length > 0) batchesChanged(discarded);
      return gone;
    },
    restoreAll: async (ids) => {
      const discarded = await inTurns(mapInPieces(ids, lookUpsAtOnce, there));
      const problems: string[] = [];
      const back: StoredDraft[] = [];
      for await (const part of inParts(discarded)) {
        const tried = transaction(() => part.map((draft) => ({ draft, failure: failureOf(draft.id) })));
        for (const { draft, failure } of tried) {
          if (failure === null) back.push(draft);
          else problems.push(`${draft.fields.version}: ${failure.message} ${failure.remedy}`);
        }
      }
      changed(back);
      batchesChanged(back);
      return { problems };
    },
  };
}
