import { z } from 'zod';
import { artifactSchema, draftFieldsSchema } from './draft.ts';
import { failureSchema } from './failure.ts';
import { releaseSchema } from './release.ts';

/** One request that changed, or tried to change, a release: what stood there, what was sent, what came of it. */
export const attemptSchema = z.object({
  id: z.string(),
  jobId: z.string(),
  connectionId: z.string(),
  /** Null while a new release has no id yet. */
  releaseId: z.string().nullable(),
  productId: z.string(),
  version: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  before: releaseSchema.nullable(),
  sent: z.object({
    fields: draftFieldsSchema,
    keepExistingFile: z.boolean(),
    artifact: artifactSchema.nullable(),
  }),
  after: releaseSchema.nullable(),
  /**
   * verified: read back as it was meant; refused: the server said no; not-applied: found untouched afterwards, or it
   * never got there whole; unknown: nobody can tell, or what is there is neither.
   */
  outcome: z.enum(['started', 'verified', 'refused', 'not-applied', 'unknown']),
  failure: failureSchema.nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;
