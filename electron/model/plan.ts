import { z } from 'zod';
import { onFailureSchema } from './batch.ts';
import { comparisonRowSchema, draftFieldsSchema, findingSchema } from './draft.ts';
import { givenIdSchema, metadataEntrySchema, releaseStatusSchema } from './release.ts';

/**
 * A plan file: drafts in the order in which they are to be published, as one JSON file that can be reviewed, kept
 * beside the code and taken to another machine. It never holds a key. `docs/plan-file.md` explains it;
 * `docs/plan-file.schema.json` is made from this by `build/plan-schema.ts`.
 */

export const planSchemaVersion = 1;

const about = (description: string) => ({ description });

const metadataSchema = z
  .array(
    metadataEntrySchema.extend({
      key: z.string().max(5000),
      value: z.string().max(5000),
      locked: z.boolean().default(false),
    }),
  )
  .max(200);
const { version } = draftFieldsSchema.shape;

/**
 * As `givenIdSchema`, but that one that is no id is for the checks before publishing to say, with the remedy. It is as long
 * as a draft may have it once it is written small, not before: an `İ` becomes two characters.
 */
const planIdSchema = z.string().toLowerCase().max(200);
const branchId = planIdSchema.nullable();
const licenseIds = z.array(planIdSchema).max(1000);

const planFieldsSchema = z
  .strictObject({
    version,
    status: releaseStatusSchema,
    setAsLatest: z.boolean().meta(about('Takes effect with PUBLISHED only.')),
    branchId,
    metadata: metadataSchema,
    licenseIds,
  })
  .partial()
  .meta(about('What the release is to become. A field that is left out stays as it is in "base".'));

/** Sizes in bytes; hashes in hex. */
const planBaseSchema = z
  .strictObject({
    version,
    status: releaseStatusSchema,
    latest: z.boolean(),
    branchId,
    metadata: metadataSchema,
    licenseIds,
    file: z
      .strictObject({
        name: z.string().max(5000),
        size: z.int().min(0),
        md5: z.string().max(100).nullable(),
      })
      .nullable(),
  })
  .meta(about('What the server held when the change was planned. Null: whatever it holds on import.'));
export type PlanBase = z.infer<typeof planBaseSchema>;

/** What zod says of a text that is no checksum; it is never shown. */
export const sha256Words = 'must be 64 hexadecimal digits';

const planArtifactSchema = z.strictObject({
  name: z.string().min(1).max(255).meta(about('The name it is sent under.')),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, sha256Words)
    .toLowerCase(),
  size: z
    .int()
    .min(0)
    .max(1024 ** 4)
    .meta(about('Bytes.')),
  path: z
    .string()
    .min(1)
    .max(1000)
    .meta(about('Where it lies, seen from the folder of the plan file, with "/" between the parts.')),
});
export type PlanArtifact = z.infer<typeof planArtifactSchema>;

const planFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('remove') }),
  z.strictObject({ kind: z.literal('replace'), artifact: planArtifactSchema }),
]);

const planEntrySchema = z.strictObject({
  productId: givenIdSchema,
  releaseId: givenIdSchema.nullable().meta(about('Null for a release that is to be created.')),
  base: planBaseSchema.nullable(),
  fields: planFieldsSchema,
  file: planFileSchema.meta(about('What becomes of the stored file.')),
});
export type PlanEntry = z.infer<typeof planEntrySchema>;

export const mostPlanEntries = 10_000;

export const planSchema = z.strictObject({
  $schema: z.string().max(2000).optional(),
  schemaVersion: z.literal(planSchemaVersion),
  connection: z.strictObject({
    serverUrl: z
      .string()
      .min(1)
      .max(2000)
      .meta(about('Where the releases are. It must be the one published to.')),
    teamId: givenIdSchema,
  }),
  batch: z.strictObject({
    name: z.string().min(1).max(200),
    onFailure: onFailureSchema.meta(about('What becomes of the rest when one release cannot be published.')),
    startAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta(about('When it begins, ISO 8601; null: at once.')),
  }),
  names: z
    .record(givenIdSchema, z.string().max(500))
    .default({})
    .meta(about('What ids are called, for those who read the plan. Nothing depends on it.')),
  entries: z.array(planEntrySchema).min(1).max(mostPlanEntries).meta(about('In the order of publishing.')),
});
export type Plan = z.infer<typeof planSchema>;

/** One reason why a plan, a CSV file or a part of it cannot be used. */
const planProblemSchema = z.object({
  /**
   * form: it is not what the format says; target: meant for another server, team, product or release; artifact: a file
   * is missing or not the one that is named; stale: the server holds something else than the base says, in a field
   * that is to be changed; draft: a draft or job of the same release is in the way.
   */
  kind: z.enum(['form', 'target', 'artifact', 'stale', 'draft']),
  /** The entry, or the row of a CSV file, from 1; null when it is about all of it. */
  entry: z.number().nullable(),
  /** The entry's version, to find it by; null where it has none. */
  version: z.string().nullable(),
  /** `fields.metadata.0.key`; the column of a CSV file; empty when no single one is meant. */
  field: z.string(),
  message: z.string(),
  remedy: z.string(),
});
export type PlanProblem = z.infer<typeof planProblemSchema>;

/** What the import of a plan means for one release. */
const planStepSchema = z.object({
  entry: z.number(),
  productId: z.string(),
  releaseId: z.string().nullable(),
  version: z.string(),
  /**
   * The draft that was made, or found to say the same already; null when there is none. Of a CSV file that is only looked
   * at: the one whose fields it would change.
   */
  draftId: z.string().nullable(),
  /**
   * change: a draft; blocked: a draft that cannot be sent, see the findings; nothing: the server holds it already;
   * refused: see the problems.
   */
  outcome: z.enum(['change', 'blocked', 'nothing', 'refused']),
  /** What changes, of the three-column view. */
  changes: z.array(comparisonRowSchema),
  /** What preflight says of it in its place: as if all before it had been published. */
  findings: z.array(findingSchema),
  /** What others changed meanwhile and is kept, as sentences. */
  merged: z.array(z.string()),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/** What came of reading or importing a plan: all of it, or nothing and why. */
export const planReportSchema = z.object({
  batch: planSchema.shape.batch.nullable(),
  steps: z.array(planStepSchema),
  problems: z.array(planProblemSchema),
});
export type PlanReport = z.infer<typeof planReportSchema>;
