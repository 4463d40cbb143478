import { type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Batch, BatchChange, BatchReview } from '../model/batch.ts';
import type { Job } from '../model/job.ts';
import type { PlanReport } from '../model/plan.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftStore } from '../store/drafts.ts';
import { words } from '../texts/words.ts';
import type { BatchCompaction } from './batch-compaction.ts';
import type { BatchJobs } from './batch-jobs.ts';
import { createBatchMoves } from './batch-moves.ts';
import type { BatchReviewer } from './batch-review.ts';
import type { Events } from './events.ts';
import { type FormerPlaces, placesOf, putBack } from './former-places.ts';

/** A batch that was made of drafts, and where those were before. */
export interface Gathered {
  readonly batch: Batch;
  readonly former: FormerPlaces;
  /** What the batches are called that it has left without a draft, and that are gone. */
  readonly gone: readonly string[];
}

/** Named, ordered groups of drafts, and their publishing. */
export interface BatchService {
  list(connectionId: string): Batch[];
  get(id: string): Batch;
  /** Plays the batch from first to last, and says what comes of it, what it costs and what would be better. */
  review(id: string): Promise<BatchReview>;
  /** Puts drafts of one release together and discards what changes nothing; no review when that was all of it. */
  compact(id: string): Promise<{ compactionId: string; review: BatchReview | null }>;
  /** Undoes a `compact`, and says in sentences which drafts it could not bring back. */
  takeApart(compactionId: string): Promise<{ review: BatchReview | null; problems: string[] }>;
  create(connectionId: string, name: string, draftIds: readonly string[]): Batch;
  /**
   * Makes a batch of drafts that files have filled, out of whichever they were in. One that it leaves without a draft goes,
   * as with its last discarded draft: nobody has emptied it. To be called in a transaction.
   */
  gather(connectionId: string, name: string, draftIds: readonly string[]): Gathered;
  /** Makes the batch of a plan whose drafts have been made, of those that are in none yet; null where there are none. */
  takeIn(connectionId: string, report: PlanReport): Batch | null;
  change(id: string, change: BatchChange): Batch;
  /** Puts drafts at the end of the batch, out of whichever they were in. */
  add(id: string, draftIds: readonly string[]): Batch;
  /**
   * Undoes that the batch was created of these drafts, or that they were added to it, as long as the app has not been
   * closed since. Answers false where there is nothing to undo any more. Throws `busy` where the batch would go and is on
   * its way.
   */
  moveBack(id: string, draftIds: readonly string[]): boolean;
  /** Takes drafts out of their batches. */
  takeOut(draftIds: readonly string[]): void;
  /**
   * Undoes that a batch was made of these drafts, which have been put back to how they were: those that are still in it
   * go back to where they were, and it goes if nothing else is in it. To be called in a transaction.
   */
  takeBack(gathered: Pick<Gathered, 'batch' | 'former'>, draftIds: readonly string[]): void;
  /** The drafts stay. Throws `busy` while it is on its way. */
  remove(id: string): void;
  /** Undoes `remove` as long as the app has not been closed since: with those of its drafts that are free. */
  restore(id: string): Batch;
  /**
   * Queues the drafts in their order, now or for the batch's time. With `stop`, a batch with a draft that cannot be
   * sent in its place is refused as a whole, before anything leaves; with `go-on` such drafts stay where they are.
   */
  publish(id: string): Promise<Job[]>;
}

interface Dependencies {
  batches: BatchStore;
  drafts: DraftStore;
  jobs: BatchJobs;
  reviewer: BatchReviewer;
  compaction: BatchCompaction;
  connections: { get(id: string): unknown };
  events: Events;
  clock: Clock;
  newId: () => string;
  transaction: (work: () => void) => void;
}

export function createBatchService(given: Dependencies): BatchService {
  const { batches, drafts, jobs, reviewer, compaction, events, clock, newId } = given;
  const removed = new Map<string, Batch>();
  const moves = createBatchMoves(given);

  const get = (id: string): Batch => {
    const batch = batches.get(id);
    if (!batch) throw appError('not-known', words().refusals.gone.batch);
    return batch;
  };
  const changed = (connectionId: string): void => events.emit('batches.changed', { connectionId });
  const reviewIfThere = async (id: string): Promise<BatchReview | null> => {
    const batch = batches.get(id);
    return batch && reviewer.review(batch);
  };

  const insert = (batch: Omit<Batch, 'id' | 'createdAt' | 'updatedAt'>): Batch => {
    const id = newId();
    const at = isoNow(clock);
    batches.insert({ ...batch, id, createdAt: at, updatedAt: at });
    changed(batch.connectionId);
    return get(id);
  };
  const assertIdle = (id: string): void => {
    if (jobs.isUnderWay(id)) throw appError('busy', words().refusals.batch.onItsWay);
  };
  const isInNone = (draftId: string): boolean => batches.ofDraft(draftId) === null;
  const isFree = (connectionId: string) => (draftId: string) =>
    drafts.get(draftId)?.connectionId === connectionId && isInNone(draftId);

  const create: BatchService['create'] = (connectionId, name, draftIds) => {
    given.connections.get(connectionId);
    return insert({
      connectionId,
      name: name.trim(),
      draftIds: [...draftIds],
      onFailure: 'stop',
      startAt: null,
    });
  };

  return {
    list: batches.list,
    get,
    review: (id) => reviewer.review(get(id)),
    compact: async (id) => {
      const { connectionId } = get(id);
      const compactionId = await compaction.compact(get(id));
      changed(connectionId);
      return { compactionId, review: await reviewIfThere(id) };
    },
    takeApart: async (compactionId) => {
      const { batch, problems } = await compaction.takeApart(compactionId);
      changed(batch.connectionId);
      return { review: await reviewIfThere(batch.id), problems };
    },
    create: (connectionId, name, draftIds) =>
      moves.keep({ connectionId, draftIds, isNew: true, put: () => create(connectionId, name, draftIds) }),
    gather: (connectionId, name, draftIds) => {
      const former = placesOf(batches, connectionId, draftIds);
      const batch = create(connectionId, name, draftIds);
      const idle = [...former.keys()].filter((id) => !jobs.isUnderWay(id));
      return { batch, former, gone: batches.discardEmpty(idle, isoNow(clock)) };
    },
    takeIn: (connectionId, { batch, steps }) => {
      const draftIds = steps.flatMap(({ draftId }) => draftId ?? []).filter(isInNone);
      return batch && draftIds.length > 0 ? insert({ ...batch, connectionId, draftIds }) : null;
    },
    change: (id, { name, onFailure, startAt, draftIds }) => {
      const batch = get(id);
      const updatedAt = isoNow(clock);
      batches.update(id, {
        name: name?.trim() ?? batch.name,
        onFailure: onFailure ?? batch.onFailure,
        startAt: startAt === undefined ? batch.startAt : startAt,
        updatedAt,
      });
      if (draftIds !== undefined) batches.setDrafts(id, draftIds, updatedAt);
      const now = get(id);
      if (startAt !== undefined) jobs.reschedule(now);
      changed(batch.connectionId);
      return now;
    },
    add: (id, draftIds) => {
      const { connectionId } = get(id);
      const put = (): Batch => {
        batches.append(id, draftIds, isoNow(clock));
        return get(id);
      };
      const batch = moves.keep({ connectionId, draftIds, isNew: false, put });
      changed(connectionId);
      return batch;
    },
    moveBack: (id, draftIds) => {
      const { connectionId } = get(id);
      if (moves.isMadeBy(id, draftIds)) assertIdle(id);
      const isDone = moves.back(id, draftIds);
      if (isDone) changed(connectionId);
      return isDone;
    },
    takeOut: (draftIds) => {
      const touched = new Set(draftIds.flatMap((id) => batches.ofDraft(id)?.connectionId ?? []));
      batches.takeOut(draftIds);
      for (const connectionId of touched) changed(connectionId);
    },
    takeBack: ({ batch: { id, connectionId }, former }, draftIds) => {
      putBack({ batchId: id, former }, new Set(draftIds), { batches, clock });
      if (batches.get(id)?.draftIds.length === 0 && !jobs.isUnderWay(id)) batches.remove(id);
      changed(connectionId);
    },
    remove: (id) => {
      const batch = get(id);
      assertIdle(id);
      const places = batches.places(id);
      batches.remove(id);
      removed.set(id, { ...batch, draftIds: places });
      changed(batch.connectionId);
    },
    restore: (id) => {
      const batch = removed.get(id);
      if (!batch) throw appError('not-known', words().refusals.gone.batchForGood);
      removed.delete(id);
      batches.insert({ ...batch, draftIds: batch.draftIds.filter(isFree(batch.connectionId)) });
      changed(batch.connectionId);
      return get(id);
    },
    publish: async (id) => {
      if (jobs.isUnderWay(id)) {
        throw appError('busy', words().refusals.batch.alreadyOnItsWay);
      }
      const review = await reviewer.review(get(id));
      return jobs.publish(review, (draftId) => drafts.get(draftId)?.fields.version ?? '');
    },
  };
}
