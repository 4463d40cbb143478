import { z } from 'zod';
import {
  bulkBatchSchema,
  bulkChangeSchema,
  bulkDoneSchema,
  bulkPreviewSchema,
  bulkUndoneSchema,
} from '../model/bulk-change.ts';
import { draftChangeSchema, draftReviewSchema, draftSchema } from '../model/draft.ts';
import { localId, ofConnection, ofDraft, ofDrafts, piece, someIds } from './shapes.ts';

const many = { connectionId: localId, releaseIds: someIds, draftIds: someIds, change: bulkChangeSchema };

/** Drafts, one at a time and many at once. */
export const draftCalls = {
  /** Those that would change something, the newest change first. */
  'drafts.list': { input: ofConnection.extend(piece), output: z.array(draftSchema) },
  /** Those of these that would be listed. */
  'drafts.some': {
    input: z.strictObject({ draftIds: z.array(localId).max(1000) }),
    output: z.array(draftSchema),
  },
  /** The draft of a release, made if there is none; `releaseId` null makes one for a new release. */
  'drafts.open': {
    input: z.strictObject({
      connectionId: localId,
      productId: z.string().max(100),
      releaseId: z.string().max(100).nullable(),
    }),
    output: draftReviewSchema,
  },
  'drafts.review': { input: ofDraft, output: draftReviewSchema },
  'drafts.change': {
    input: z.strictObject({ draftId: localId, change: draftChangeSchema }),
    output: draftReviewSchema,
  },
  /** Takes the dropped, chosen or pasted file that travels beside the input (see `fileCalls`) into the vault. */
  'drafts.attach': { input: ofDraft, output: draftReviewSchema },
  /** Takes the changed file at the artifact's source into the vault in its place. */
  'drafts.reattach': { input: ofDraft, output: draftReviewSchema },
  /** With the last of its drafts a batch is discarded, too: answers what it is called. */
  'drafts.discard': { input: ofDraft, output: z.object({ batch: z.string().nullable() }) },
  /** Undoes `drafts.discard`, also of the batch. */
  'drafts.restore': { input: ofDraft, output: draftReviewSchema },
  /** Discards several drafts, with the batches they leave empty: all of them, or, when one is being published, none. */
  'drafts.discardAll': { input: ofDrafts, output: z.object({ batches: z.array(z.string()) }) },
  /** Undoes `drafts.discardAll`. Says, as sentences, of which drafts there is a newer one: those stay discarded. */
  'drafts.restoreAll': {
    input: ofDrafts,
    output: z.object({ problems: z.array(z.string()) }),
  },

  /** What one change would do to many releases and drafts, as they were last seen. */
  'bulk.preview': { input: z.strictObject(many), output: bulkPreviewSchema },
  /** Does it: all of it, or nothing. `seen` is the preview's; when that is no longer so, nothing is done. */
  'bulk.apply': {
    input: z.strictObject({ ...many, seen: z.string().max(100), batch: bulkBatchSchema }),
    output: bulkDoneSchema,
  },
  /** Undoes `bulk.apply`, but for drafts with which something else has happened since. */
  'bulk.undo': { input: z.strictObject({ bulkId: localId }), output: bulkUndoneSchema },
};
