import { z } from 'zod';
import { draftPartSchema, findingSchema } from './draft.ts';
import { longestMetadataText } from './field-limits.ts';
import { releaseStatusSchema } from './release.ts';

const metadataText = z.string().min(1).max(longestMetadataText);
const licenseIds = z.array(z.string().max(200)).min(1).max(1000);

/** One change for many releases at once. */
export const bulkChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('status'), status: releaseStatusSchema }),
  z.strictObject({ change: z.literal('branch'), branchId: z.string().max(200).nullable() }),
  /** Where the key is not there yet. */
  z.strictObject({
    change: z.literal('metadata-add'),
    key: metadataText,
    value: metadataText,
    locked: z.boolean(),
  }),
  /** Whether the key is there or not. `locked` null leaves it as it is; a new entry is not locked then. */
  z.strictObject({
    change: z.literal('metadata-set'),
    key: metadataText,
    value: metadataText,
    locked: z.boolean().nullable(),
  }),
  z.strictObject({ change: z.literal('metadata-remove'), key: z.string().min(1).max(5000) }),
  z.strictObject({ change: z.literal('licenses-add'), licenseIds }),
  z.strictObject({ change: z.literal('licenses-remove'), licenseIds }),
  /** Of several releases of one product and branch, only the highest version can become the latest. */
  z.strictObject({ change: z.literal('latest'), latest: z.boolean() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** What comes along with a change and may not be meant. */
const bulkNoteSchema = findingSchema.pick({ severity: true, message: true });
export type BulkNote = z.infer<typeof bulkNoteSchema>;

/** What a bulk change means for one release or draft: what changes, or why it stays as it is. */
const bulkRowSchema = z.object({
  /** Null for a draft of a release that does not exist yet. */
  releaseId: z.string().nullable(),
  /** The draft it has already; null where one would be made. */
  draftId: z.string().nullable(),
  productId: z.string(),
  version: z.string(),
  outcome: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('changed'),
      from: z.string(),
      to: z.string(),
      notes: z.array(bulkNoteSchema),
    }),
    z.object({ is: z.literal('same'), reason: z.string() }),
    /** The server would not take it, or it cannot be changed now. */
    z.object({ is: z.literal('refused'), reason: z.string() }),
  ]),
});
export type BulkRow = z.infer<typeof bulkRowSchema>;

/** What a bulk change would do, release by release, in the order in which they were named. */
export const bulkPreviewSchema = z.object({
  part: draftPartSchema,
  /** What changes, as the three-column view calls it: "Status", "Metadata: channel"… */
  label: z.string(),
  rows: z.array(bulkRowSchema),
  /** How many of those named are no longer there. */
  gone: z.number(),
  /** Stands for all of it: only what was seen is applied. */
  seen: z.string(),
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

/** Where the changed drafts go besides: nowhere, into a new batch, or to the end of one that is there. */
export const bulkBatchSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({ is: z.literal('new'), name: z.string().min(1).max(200) }),
  z.strictObject({ is: z.literal('existing'), batchId: z.string().min(1).max(100) }),
]);
export type BulkBatch = z.infer<typeof bulkBatchSchema>;

/** A bulk change that was applied. */
export const bulkDoneSchema = z.object({
  /** What it can be undone by, as long as the app runs. */
  bulkId: z.string(),
  /** How many drafts were made, and how many that were there were changed. */
  made: z.number(),
  changed: z.number(),
  /** The batch they are in now; null for none. */
  batchId: z.string().nullable(),
});
export type BulkDone = z.infer<typeof bulkDoneSchema>;

/** A bulk change that was taken back, but for the drafts with which something else has happened since. */
export const bulkUndoneSchema = z.object({
  undone: z.number(),
  left: z.array(
    z.object({
      version: z.string(),
      /** Edited since; on its way to the server; published or discarded. */
      why: z.enum(['edited', 'publishing', 'gone']),
    }),
  ),
});
export type BulkUndone = z.infer<typeof bulkUndoneSchema>;
