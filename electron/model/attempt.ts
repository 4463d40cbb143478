import { z } from 'zod';
import { artifactSchema, draftFieldsSchema } from './draft.ts';
import { failureSchema } from './failure.ts';
import { releaseSchema } from './release.ts';

/** What the server answered a request: its HTTP status and its own sentence. */
export const serverAnswerSchema = z.object({ status: z.number(), details: z.string().nullable() });
export type ServerAnswer = z.infer<typeof serverAnswerSchema>;

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
  /** Null when no answer came, and for attempts of before this was kept. */
  answer: serverAnswerSchema.nullable().default(null),
});
export type Attempt = z.infer<typeof attemptSchema>;
