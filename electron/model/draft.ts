import { z } from 'zod';
import { metadataEntrySchema, releaseSchema, releaseStatusSchema } from './release.ts';

/**
 * The fields of an update as a person edits them. Looser than the server's schema on purpose: a half-typed
 * version is saved as it stands, and preflight says what is wrong with it.
 */
export const draftFieldsSchema = z.strictObject({
  version: z.string().max(2000),
  status: releaseStatusSchema,
  setAsLatest: z.boolean(),
  branchId: z.string().max(200).nullable(),
  metadata: z
    .array(metadataEntrySchema.extend({ key: z.string().max(5000), value: z.string().max(5000) }))
    .max(200),
  licenseIds: z.array(z.string().max(200)).max(1000),
});
export type DraftFields = z.infer<typeof draftFieldsSchema>;

/** What the server will look for in a `.jar` (docs/lukittu.md, step 18), or why it would refuse the file. */
export const jarInspectionSchema = z.union([
  z.object({
    mainClassName: z.string(),
    pluginName: z.string().nullable(),
    pluginVersion: z.string().nullable(),
  }),
  z.object({ problem: z.string() }),
]);
export type JarInspection = z.infer<typeof jarInspectionSchema>;

/** A file in the vault. The page never sees where it came from. */
export const artifactSchema = z.object({
  sha256: z.string(),
  md5: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Base name, as it will be sent. */
  name: z.string(),
  /** Present for exactly the files the server would inspect: those that end in lower-case `.jar`. */
  jar: jarInspectionSchema.nullable(),
  addedAt: z.string(),
});
export type Artifact = z.infer<typeof artifactSchema>;

/** What happens to the stored file: nothing, a successor takes its place, or it is deleted. */
const fileIntentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({
    kind: z.literal('replace'),
    artifact: artifactSchema,
    /**
     * How the file it was copied from looks now: the same, changed since, gone, or without a place of its own (pasted).
     * In lists of drafts nobody has looked.
     */
    source: z.enum(['unchanged', 'changed', 'missing', 'none', 'unseen']),
  }),
  z.object({ kind: z.literal('remove') }),
]);
export type FileIntent = z.infer<typeof fileIntentSchema>;

/** An unpublished change of one release, or a release to be created. Saved at every change. */
export const draftSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  productId: z.string(),
  /** Null for a release that does not exist yet. */
  releaseId: z.string().nullable(),
  /** The release as it was when the draft began; null for a new one. */
  base: releaseSchema.nullable(),
  fields: draftFieldsSchema,
  file: fileIntentSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A change to a draft: only what is named changes. Also what a finding's one-click fix applies. */
export const draftChangeSchema = z.strictObject({
  fields: draftFieldsSchema.partial().optional(),
  /** A new file comes in through `drafts.attach`, never through here. */
  file: z.enum(['keep', 'remove']).optional(),
});
export type DraftChange = z.infer<typeof draftChangeSchema>;

/** The parts of a draft that findings and comparisons speak of. */
export const draftPartSchema = z.enum([
  'version',
  'status',
  'latest',
  'branch',
  'metadata',
  'licenses',
  'file',
  'release',
]);
export type DraftPart = z.infer<typeof draftPartSchema>;

/** One thing preflight has to say. Only `blocks` keeps the draft from being sent. */
export const findingSchema = z.object({
  /** Stable name of the rule, for example `jar-without-main`. */
  rule: z.string(),
  severity: z.enum(['blocks', 'warns', 'tells']),
  part: draftPartSchema,
  message: z.string(),
  fix: z.object({ label: z.string(), change: draftChangeSchema }).nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** One row of the three-column view: what the server holds, what the draft says, what will be there afterwards. */
export const comparisonRowSchema = z.object({
  part: draftPartSchema,
  /** "Version", "File", "Metadata: changelog"… */
  label: z.string(),
  server: z.string(),
  draft: z.string(),
  result: z.string(),
  /**
   * unchanged; mine, theirs: changed on one side; both: the same change on both; merged: different ones that both stand;
   * conflict: different ones of which one can stand.
   */
  change: z.enum(['unchanged', 'mine', 'theirs', 'both', 'merged', 'conflict']),
});
export type ComparisonRow = z.infer<typeof comparisonRowSchema>;

/** A draft with everything the editor shows about it. */
export const draftReviewSchema = z.object({
  draft: draftSchema,
  findings: z.array(findingSchema),
  comparison: z.array(comparisonRowSchema),
  /** Whether sending it would change anything on the server. */
  changesAnything: z.boolean(),
});
export type DraftReview = z.infer<typeof draftReviewSchema>;
