import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { inParts, writeAllOrNone } from '../store/in-parts.ts';
import { words } from '../texts/words.ts';
import type { BatchService, Gathered } from './batches.ts';
import type { Events } from './events.ts';
import { keepNewest } from './keep-newest.ts';

/** A draft with what a file says in it, and how it was before; null where there was none. */
export interface FilledDraft {
  /** Of the file, or of the entry or row in it. */
  readonly index: number;
  readonly before: StoredDraft | null;
  readonly after: StoredDraft;
}

/** Drafts that files have made, and what has become of batches by it. */
export interface Made {
  readonly connectionId: string;
  readonly filled: readonly FilledDraft[];
  /** Drafts that said nothing and made way, by discarding them. */
  readonly aside: readonly string[];
  readonly gathered: Pick<Gathered, 'batch' | 'former'> | null;
  /** What the batches are called that were left without a draft, and are gone. */
  readonly gone: readonly string[];
}

/** What files make: written all or none, and kept for a while so that it can be undone. */
export interface DraftMaking {
  /**
   * Writes the drafts, and a batch of them if it is given a name, part by part: all of it is on disk when this returns,
   * or nothing is. Throws `busy` when one has begun to be published, and `conflict` when one has changed, since they were
   * worked out.
   */
  write(connectionId: string, filled: readonly FilledDraft[], batchName: string | null): Promise<Made>;
  /** Keeps what was made under an id: the last few can be undone. */
  keep(id: string, made: Made): void;
  /**
   * Puts the drafts back to how they were: those that were made are discarded, unless they are already. Those with which
   * something else has happened since stay as they are; answers which and what, as sentences. Throws `not-known` for
   * what is not kept.
   */
  undo(id: string): Promise<string[]>;
}

interface Dependencies {
  readonly drafts: DraftStore;
  readonly batches: Pick<BatchService, 'gather' | 'takeBack'>;
  readonly storedBatches: Pick<BatchStore, 'restoreOf'>;
  readonly events: Events;
  readonly clock: Clock;
  readonly transaction: <T>(work: () => T) => T;
  /** The drafts that are on their way to the server. */
  readonly publishing: () => ReadonlySet<string>;
}

const mostKept = 10;

export function createDraftMaking(given: Dependencies): DraftMaking {
  const { drafts, batches, storedBatches, events, transaction, publishing } = given;
  const kept = new Map<string, Made>();

  const tell = (connectionId: string, filled: readonly FilledDraft[]): void => {
    if (filled.length === 0) return;
    events.emit('drafts.changed', { connectionId, draftIds: filled.map(({ after }) => after.id) });
  };

  const writePart = (part: readonly FilledDraft[]): void => {
    const underWay = publishing();
    for (const { before, after } of part) {
      if (underWay.has(after.id)) throw appError('busy', words().refusals.files.begunMeanwhile);
      const isWritten = before === null ? drafts.insertFirst(after) : drafts.replace(after, before.updatedAt);
      if (isWritten) continue;
      const said = words().refusals.files.changedMeanwhile(after.fields.version);
      throw appError('conflict', { ...said, retry: 'now' });
    }
  };

  const isDiscarded = ({ id }: StoredDraft): boolean => drafts.live(id) === null && drafts.get(id) !== null;

  /** Why a draft is not as it was. */
  const whyNot = ({ after }: FilledDraft): string => {
    const { stays } = words().refusals.files;
    const { version } = after.fields;
    if (publishing().has(after.id)) return stays.publishing(version);
    if (drafts.live(after.id) !== null) return stays.changed(version);
    return isDiscarded(after) ? stays.discarded(version) : stays.published(version);
  };

  /** Answers which are as they were. */
  const takeBack = (part: readonly FilledDraft[]): FilledDraft[] => {
    const underWay = publishing();
    const at = isoNow(given.clock);
    return part.filter(({ before, after }) => {
      if (underWay.has(after.id)) return false;
      if (before === null)
        return drafts.discardUnchanged(after.id, after.updatedAt, at) || isDiscarded(after);
      // As it was to the moment, so that what was done before can be taken back, too.
      return drafts.replace(before, after.updatedAt);
    });
  };

  /** A draft that made way, unless the release has another one by now. */
  const bringBack = (draftId: string): void => {
    const draft = drafts.get(draftId);
    if (draft === null || draft.releaseId === null) return;
    if (drafts.ofRelease(draft.connectionId, draft.releaseId) !== null) return;
    drafts.restore(draftId);
    storedBatches.restoreOf([draftId]);
  };

  return {
    write: async (connectionId, filled, batchName) => {
      const draftIds = filled.map(({ after }) => after.id);
      const last = filled.at(-1);
      const made: Gathered[] = [];
      await writeAllOrNone(filled, transaction, {
        write: (part) => {
          writePart(part);
          // With the last of them, so that a batch that cannot be made takes all of them back.
          const isEnd = last !== undefined && part.includes(last);
          if (isEnd && batchName !== null) made.push(batches.gather(connectionId, batchName, draftIds));
        },
        takeBack: (part) => void takeBack(part),
      });
      tell(connectionId, filled);
      const [gathered = null] = made;
      return { connectionId, filled, aside: [], gathered, gone: gathered?.gone ?? [] };
    },
    keep: (id, made) => keepNewest(kept, id, made, mostKept),
    undo: async (id) => {
      const made = kept.get(id);
      if (!made) throw appError('not-known', words().refusals.files.notUndone);
      const { connectionId, filled, aside, gathered } = made;
      kept.delete(id);
      const undone = new Set<FilledDraft>();
      const staying = (): FilledDraft[] => filled.filter((draft) => !undone.has(draft));
      try {
        for await (const part of inParts(filled)) {
          for (const draft of transaction(() => takeBack(part))) undone.add(draft);
        }
        const stays = new Set(staying().map(({ after }) => after.id));
        transaction(() => {
          if (gathered !== null) {
            const leaving = gathered.batch.draftIds.filter((draftId) => !stays.has(draftId));
            batches.takeBack(gathered, leaving);
          }
          for (const draftId of aside) bringBack(draftId);
        });
      } catch (error) {
        // What could not be written now can be undone later.
        kept.set(id, { ...made, filled: staying() });
        throw error;
      } finally {
        tell(connectionId, [...undone]);
        if (aside.length > 0) events.emit('batches.changed', { connectionId });
      }
      return staying().map(whyNot);
    },
  };
}
