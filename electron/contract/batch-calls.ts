import { z } from 'zod';
import { batchChangeSchema, batchReviewSchema, batchSchema } from '../model/batch.ts';
import { jobSchema } from '../model/job.ts';
import { localId, ofConnection, ofDrafts, someIds } from './shapes.ts';

const ofBatch = z.strictObject({ batchId: localId });

/** Drafts that are published together, in their order. */
export const batchCalls = {
  'batches.list': { input: ofConnection, output: z.array(batchSchema) },
  'batches.create': {
    input: z.strictObject({ connectionId: localId, name: z.string().min(1).max(200), draftIds: someIds }),
    output: batchSchema,
  },
  /** Plays a batch from first to last: findings of the sequence, a better order, savings, cost and times. */
  'batches.review': { input: ofBatch, output: batchReviewSchema },
  /**
   * Puts drafts of one release together and discards those that change nothing. Null when these were all of them: then
   * the batch is gone, too.
   */
  'batches.compact': {
    input: ofBatch,
    output: z.object({ compactionId: localId, review: batchReviewSchema.nullable() }),
  },
  /**
   * Undoes `batches.compact`. Says, as sentences, of which drafts there is a newer one: those stay discarded. Null where
   * the batch did not come back with any.
   */
  'batches.takeApart': {
    input: z.strictObject({ compactionId: localId }),
    output: z.object({ review: batchReviewSchema.nullable(), problems: z.array(z.string()) }),
  },
  /** Renames, reorders, sets the policy or the time. */
  'batches.change': {
    input: z.strictObject({ batchId: localId, change: batchChangeSchema }),
    output: batchSchema,
  },
  /** Puts drafts at the end of a batch, out of whichever they were in. */
  'batches.add': { input: z.strictObject({ batchId: localId, draftIds: someIds }), output: batchSchema },
  /**
   * Undoes that these drafts were put in a batch, by making it or by adding them: they go back to where they were.
   * Answers whether there was something to undo: not of a batch that was changed since it was made of them.
   */
  'batches.moveBack': {
    input: z.strictObject({ batchId: localId, draftIds: someIds }),
    output: z.object({ isDone: z.boolean() }),
  },
  /** Takes drafts out of their batches. */
  'batches.takeOut': { input: ofDrafts, output: z.null() },
  /** Removes a batch; its drafts stay. Refused while it is on its way. */
  'batches.remove': { input: ofBatch, output: z.null() },
  /** Undoes `batches.remove`. */
  'batches.restore': { input: ofBatch, output: batchSchema },
  /** Queues the drafts of a batch in their order, now or for its time. */
  'batches.publish': { input: ofBatch, output: z.array(jobSchema) },
  /** Stops the jobs of a batch before their next request; one under way settles first. */
  'batches.pause': { input: ofBatch, output: z.array(jobSchema) },
  /** Goes on with a batch; one that was to begin later begins now. */
  'batches.resume': { input: ofBatch, output: z.array(jobSchema) },
  /** Takes everything of a batch that is not over out of the queue; the drafts stay. */
  'batches.cancel': { input: ofBatch, output: z.array(jobSchema) },
};
