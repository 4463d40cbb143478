import { z } from 'zod';
import { batchSchema } from './batch.ts';
import { findingSchema } from './draft.ts';

/** Where a dropped file can go: an existing release, a draft of a new one, or a new release still to be drafted. */
const matchTargetSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('release'), releaseId: z.string().max(100) }),
  z.strictObject({ to: z.literal('draft'), draftId: z.string().max(100) }),
  z.strictObject({
    to: z.literal('new'),
    branchId: z.string().max(200).nullable(),
    version: z.string().max(2000),
  }),
]);
export type MatchTarget = z.infer<typeof matchTargetSchema>;

/**
 * How far a match can be trusted. `sure`: version, name and branch all say so; `likely`: nothing speaks against it;
 * `unsure`: something does, a person has to look; `none`: nothing was found.
 */
const confidenceSchema = z.enum(['sure', 'likely', 'unsure', 'none']);
export type Confidence = z.infer<typeof confidenceSchema>;

const matchCandidateSchema = z.object({
  target: matchTargetSchema,
  version: z.string(),
  /** Null for no branch. */
  branchName: z.string().nullable(),
  confidence: confidenceSchema,
  /** Why, and what speaks against it, as sentences; what decides comes first. */
  reasons: z.array(z.string()),
});
export type MatchCandidate = z.infer<typeof matchCandidateSchema>;

/** One dropped file with the release it is for. */
export const fileMatchSchema = z.object({
  /** Its place in the set, from 0. */
  index: z.number(),
  name: z.string(),
  /** Where it lay, seen from the folder that was dropped, that one included; null for a file dropped by itself. */
  folder: z.string().nullable(),
  /** Bytes. */
  size: z.number(),
  /** Where it would go; null when a person has to say, and for what is no release's file. */
  target: matchTargetSchema.nullable(),
  confidence: confidenceSchema,
  reasons: z.array(z.string()),
  /** What the server would do with the file, whichever release it is for: `blocks` says that it would refuse it. */
  findings: z.array(findingSchema.pick({ rule: true, severity: true, message: true })),
  /** Best first, for correcting by hand; the target's is the first. */
  candidates: z.array(matchCandidateSchema),
});
export type FileMatch = z.infer<typeof fileMatchSchema>;

/** What of a drop is not in the set, and why. */
const leftOutSchema = z.object({
  hidden: z.number(),
  /** Links to folders, and to nothing. */
  links: z.number(),
  /** Devices, pipes and the like. */
  special: z.number(),
  /** Whether there was more than is taken at once: the first `most` files are in the set. */
  isBounded: z.boolean(),
  most: z.number(),
  unreadable: z.array(z.object({ name: z.string(), message: z.string() })),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

/** What came of looking at a set. */
export const fileMatchesSchema = z.object({ matches: z.array(fileMatchSchema), leftOut: leftOutSchema });
export type FileMatches = z.infer<typeof fileMatchesSchema>;

/** What a person decided for one file of a set. */
export const matchChoiceSchema = z.strictObject({
  index: z.int().min(0),
  target: matchTargetSchema,
});
export type MatchChoice = z.infer<typeof matchChoiceSchema>;

/** Why no draft could be made with one of the files. */
const matchProblemSchema = z.object({
  index: z.number(),
  message: z.string(),
  remedy: z.string(),
  /** The match of a file that has changed since; null where there is nothing new to say. */
  match: fileMatchSchema.nullable(),
});
export type MatchProblem = z.infer<typeof matchProblemSchema>;

/** What came of making the drafts: all of them, or none and why. */
export const madeDraftsSchema = z.object({
  draftIds: z.array(z.string()),
  /** The batch they were put in. */
  batch: batchSchema.nullable(),
  /** What the batches are called that it has left without a draft, and that are gone. */
  batchesGone: z.array(z.string()),
  problems: z.array(matchProblemSchema),
});
export type MadeDrafts = z.infer<typeof madeDraftsSchema>;

/** How far the work on a set has come. */
export const matchProgressSchema = z.object({
  setId: z.string(),
  step: z.enum(['finding', 'looking', 'copying']),
  files: z.number(),
  /** Null until it is known. */
  ofFiles: z.number().nullable(),
  bytes: z.number(),
  ofBytes: z.number(),
});
export type MatchProgress = z.infer<typeof matchProgressSchema>;
