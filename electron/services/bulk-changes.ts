import { createHash } from 'node:crypto';
import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { BulkBatch, BulkChange, BulkDone, BulkPreview, BulkUndone } from '../model/bulk-change.ts';
import { sortingByVersion } from '../model/version.ts';
import { inTurns, mapInPieces, type Pieces } from '../pieces.ts';
import { type BulkStep, changingMany, nameOf } from '../publish/bulk/bulk-change.ts';
import type { BatchStore } from '../store/batches.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { inParts, writeAllOrNone } from '../store/in-parts.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { words } from '../texts/words.ts';
import { beginPlacing, type Placement, takeBackFromBatch } from './bulk-batch.ts';
import { type Chosen, gather } from './bulk-subjects.ts';
import type { Events } from './events.ts';
import { keepNewest } from './keep-newest.ts';

/** One change for many releases and drafts at once. Nothing is asked of the server: all of it works offline. */
export interface BulkChangeService {
  /** What the change would do to each. Changes nothing. */
  preview(chosen: Chosen, change: BulkChange): Promise<BulkPreview>;
  /**
   * Does what a preview has shown, part by part: all of it is on disk when this returns, or nothing is. Only when the
   * app ends in between are some drafts written, each of them whole, and the same change does the rest. Throws
   * `conflict` when what was shown is no longer what would be done, and `invalid-input` when there is nothing to do.
   */
  apply(chosen: Chosen, change: BulkChange, seen: string, batch: BulkBatch): Promise<BulkDone>;
  /**
   * Discards the drafts that were made and gives the others back what they said; what has been edited, queued or
   * published since stays. Throws `not-known` for what was done before the app was started, or long ago.
   */
  undo(bulkId: string): Promise<BulkUndone>;
}

interface Dependencies {
  drafts: DraftStore;
  releases: ReleaseStore;
  catalogue: CatalogueStore;
  batches: BatchStore;
  connections: { get(id: string): unknown };
  events: Events;
  clock: Clock;
  newId: () => string;
  transaction: <T>(work: () => T) => T;
  /** The drafts that are on their way to the server. */
  publishing: () => ReadonlySet<string>;
}

/** A draft that was written, and what was there before; null where there was none. */
interface Written {
  readonly draft: StoredDraft;
  readonly before: StoredDraft | null;
  readonly isMade: boolean;
}

interface Undoable {
  readonly connectionId: string;
  readonly written: readonly Written[];
  readonly placement: Placement | null;
}

/** So many can be undone; each holds what the drafts said before. */
const mostUndoable = 10;

export function createBulkChangeService(given: Dependencies): BulkChangeService {
  const { drafts, batches, connections, events, clock, newId, transaction } = given;
  const undoable = new Map<string, Undoable>();

  const workOut = async (chosen: Chosen, change: BulkChange) => {
    connections.get(chosen.connectionId);
    const { subjects, stored, known, gone } = await gather(chosen, given);
    const steps = await inTurns(changingMany(subjects, change, known));
    const seen = await inTurns(fingerprint(steps));
    return { steps, stored, preview: { ...nameOf(change), rows: steps.map(({ row }) => row), gone, seen } };
  };

  /** Refuses what was not shown: something has come between. */
  const write = ({ draft, before }: Written, publishing: ReadonlySet<string>): void => {
    const isFree = !publishing.has(draft.id);
    const isWritten =
      before === null ? drafts.insertFirst(draft) : isFree && drafts.replace(draft, before.updatedAt);
    if (!isWritten) throw outdated();
  };

  const tell = ({ connectionId, written, placement }: Undoable): void => {
    events.emit('drafts.changed', { connectionId, draftIds: written.map(({ draft }) => draft.id) });
    if (placement !== null) events.emit('batches.changed', { connectionId });
  };

  const takeOutAgain = (placement: Placement | null, back: readonly Written[]): void => {
    if (placement === null) return;
    const ids = new Set(back.map(({ draft }) => draft.id));
    takeBackFromBatch(placement, ids, { batches, clock });
  };

  const takeBack = (
    { draft, before }: Written,
    publishing: ReadonlySet<string>,
    at: string,
  ): BulkUndone['left'][number]['why'] | null => {
    const { id, updatedAt } = draft;
    if (publishing.has(id)) return 'publishing';
    const isBack =
      before === null ? drafts.discardUnchanged(id, updatedAt, at) : drafts.replace(before, updatedAt);
    if (isBack) return null;
    return drafts.live(id) === null ? 'gone' : 'edited';
  };

  return {
    preview: async (chosen, change) => (await workOut(chosen, change)).preview,
    apply: async (chosen, change, seen, batch) => {
      const { connectionId } = chosen;
      const { steps, stored, preview } = await workOut(chosen, change);
      if (preview.seen !== seen) throw outdated();
      const changed = writtenBy(steps, stored, isoNow(clock));
      const written = await inTurns(sortingByVersion(changed, ({ draft }) => draft.fields.version));
      if (written.length === 0) throw nothingToDo();
      const ids = written.map(({ draft }) => draft.id);
      const placing = beginPlacing(connectionId, batch, ids, { batches, clock, newId });
      await writeAllOrNone(written, transaction, {
        write: (part) => {
          const publishing = given.publishing();
          for (const each of part) write(each, publishing);
          placing?.put(part.map(({ draft }) => draft.id));
        },
        takeBack: (part) => {
          const publishing = given.publishing();
          const at = isoNow(clock);
          const back = part.filter((each) => takeBack(each, publishing, at) === null);
          takeOutAgain(placing?.placement ?? null, back);
        },
      });
      const placement = placing?.placement ?? null;
      const bulkId = newId();
      const done = { connectionId, written, placement };
      keepNewest(undoable, bulkId, done, mostUndoable);
      tell(done);
      const made = written.filter(({ isMade }) => isMade).length;
      return { bulkId, made, changed: written.length - made, batchId: placement?.batchId ?? null };
    },
    undo: async (bulkId) => {
      const done = undoable.get(bulkId);
      if (!done) {
        throw appError('not-known', words().refusals.bulk.notUndone);
      }
      undoable.delete(bulkId);
      const { written, placement } = done;
      const back: Written[] = [];
      const left: BulkUndone['left'] = [];
      try {
        for await (const part of inParts(written)) {
          const publishing = given.publishing();
          const at = isoNow(clock);
          const taken = transaction(() =>
            part.map((each) => ({ each, why: takeBack(each, publishing, at) })),
          );
          for (const { each, why } of taken) {
            if (why === null) back.push(each);
            else left.push({ version: each.draft.fields.version, why });
          }
        }
        transaction(() => takeOutAgain(placement, back));
      } catch (error) {
        // What could not be written now can be undone later.
        const gone = new Set(back);
        undoable.set(bulkId, { ...done, written: written.filter((each) => !gone.has(each)) });
        throw error;
      } finally {
        tell(done);
      }
      return { undone: back.length, left };
    },
  };
}

/** The drafts as they are to be written, for each that changes. */
function writtenBy(
  steps: readonly BulkStep[],
  stored: ReadonlyMap<string, StoredDraft>,
  updatedAt: string,
): Written[] {
  return steps.flatMap(({ subject, fields }): Written[] => {
    if (fields === null) return [];
    const { draft, hasDraft } = subject;
    const before = stored.get(draft.id) ?? null;
    return [{ draft: { ...draft, fields, updatedAt }, before, isMade: !hasDraft }];
  });
}

/** Stands for what is shown of a change and for what it would write. */
function* fingerprint(steps: readonly BulkStep[]): Pieces<string> {
  const hash = createHash('sha256');
  yield* mapInPieces(steps, 200, ({ row, fields }) => hash.update(JSON.stringify([row, fields])));
  return hash.digest('hex');
}

const outdated = () => appError('conflict', words().refusals.bulk.outdated);

const nothingToDo = () => appError('invalid-input', words().refusals.bulk.nothing);
