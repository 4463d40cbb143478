import { z } from 'zod';
import { draftChangeSchema, draftPartSchema } from './draft.ts';
import { releaseStatusSchema } from './release.ts';

const metadataText = z.string().min(1).max(255);
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
  z.strictObject({ change: z.literal('metadata-remove'), key: z.string().max(5000) }),
  z.strictObject({ change: z.literal('licenses-add'), licenseIds }),
  z.strictObject({ change: z.literal('licenses-remove'), licenseIds }),
  /** Of several releases of one product and branch, only the highest version can become the latest. */
  z.strictObject({ change: z.literal('latest'), latest: z.boolean() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** What a bulk change means for one release or draft: what changes, or why it stays as it is. */
export const bulkRowSchema = z.object({
  /** Null for a draft of a release that does not exist yet. */
  releaseId: z.string().nullable(),
  /** The draft it has already; null where one would be made. */
  draftId: z.string().nullable(),
  productId: z.string(),
  version: z.string(),
  outcome: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('changed'),
      part: draftPartSchema,
      /** "Status", "Metadata: channel"… */
      label: z.string(),
      from: z.string(),
      to: z.string(),
      /** What comes along with it and may not be meant, as sentences. */
      notes: z.array(z.string()),
      /** What the draft takes in. */
      change: draftChangeSchema,
    }),
    z.object({ is: z.literal('same'), reason: z.string() }),
    /** The server would not take it. */
    z.object({ is: z.literal('refused'), reason: z.string() }),
  ]),
});
export type BulkRow = z.infer<typeof bulkRowSchema>;
