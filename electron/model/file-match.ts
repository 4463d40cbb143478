import { z } from 'zod';

/** Where a dropped file could go: an existing release, a draft of a new one, or a new release still to be drafted. */
export const matchTargetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('release'), releaseId: z.string() }),
  z.object({ to: z.literal('draft'), draftId: z.string() }),
  z.object({
    to: z.literal('new'),
    productId: z.string(),
    branchId: z.string().nullable(),
    version: z.string(),
  }),
]);
export type MatchTarget = z.infer<typeof matchTargetSchema>;

/**
 * How far a match can be trusted. `sure`: version, name and branch all say so; `likely`: nothing speaks against it;
 * `unsure`: something does, a person has to look; `none`: nothing was found.
 */
export const confidenceSchema = z.enum(['sure', 'likely', 'unsure', 'none']);
export type Confidence = z.infer<typeof confidenceSchema>;

export const matchCandidateSchema = z.object({
  target: matchTargetSchema,
  /** "1.4.0, dev": the release as the table shows it. */
  label: z.string(),
  confidence: confidenceSchema,
  /** Why, and what speaks against it, as sentences. */
  reasons: z.array(z.string()),
});
export type MatchCandidate = z.infer<typeof matchCandidateSchema>;

/** One dropped file with the release it is for. */
export const fileMatchSchema = z.object({
  /** As the files were given, from 0. */
  index: z.number(),
  name: z.string(),
  /** Where it would go; null when a person has to say. */
  target: matchTargetSchema.nullable(),
  confidence: confidenceSchema,
  reasons: z.array(z.string()),
  /** Best first, for correcting by hand; the target's is among them. */
  candidates: z.array(matchCandidateSchema),
});
export type FileMatch = z.infer<typeof fileMatchSchema>;
