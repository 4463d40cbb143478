import { z } from 'zod';
import { draftPartSchema, findingSchema } from './draft.ts';

/** What becomes of the rest when one draft of a batch cannot be published. */
export const onFailureSchema = z.enum(['stop', 'go-on']);
export type OnFailure = z.infer<typeof onFailureSchema>;

/** Drafts that are published together, first to last. A draft is in at most one batch. Times are ISO 8601. */
export const batchSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  name: z.string().max(200),
  draftIds: z.array(z.string()),
  onFailure: onFailureSchema,
  /** When it is to begin once it is published; null: at once. */
  startAt: z.iso.datetime().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Batch = z.infer<typeof batchSchema>;

/** A change to a batch: only what is named changes. `draftIds` is the whole new order. */
export const batchChangeSchema = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  draftIds: z.array(z.string().max(100)).max(100_000).optional(),
  onFailure: onFailureSchema.optional(),
  startAt: z.iso.datetime().nullable().optional(),
});
export type BatchChange = z.infer<typeof batchChangeSchema>;

/** Something only the sequence reveals. Only `blocks` says that the server would refuse the draft. */
const batchFindingSchema = z.object({
  /** Stable name of the rule, for example `version-freed-later`. */
  rule: z.string(),
  severity: z.enum(['blocks', 'warns']),
  part: draftPartSchema,
  /** The draft it is about. */
  draftId: z.string(),
  /** The drafts that have to do with it. */
  otherDraftIds: z.array(z.string()),
  /** Speaks of drafts by their numbers in the batch, from 1. */
  message: z.string(),
});
export type BatchFinding = z.infer<typeof batchFindingSchema>;

/** Which release is the latest of a branch; `branchId` and `version` null for no branch and for none. */
const latestSchema = z.object({
  branchId: z.string().nullable(),
  /** In words. */
  branch: z.string(),
  version: z.string().nullable(),
});
export type Latest = z.infer<typeof latestSchema>;

/** One draft in its place, as if all before it had been published. */
const batchStepSchema = z.object({
  draftId: z.string(),
  /**
   * What would come of it: published; nothing to send, since the server would hold it already; refused by the server;
   * blocked by its own findings.
   */
  outcome: z.enum(['published', 'nothing', 'refused', 'blocked']),
  /** Its own findings in this place. */
  findings: z.array(findingSchema),
  /** Where it changes what is latest: what is, after it. */
  latest: z.array(latestSchema),
  /** When its turn comes and when it is verified, ISO 8601; null when nothing is sent for it. */
  goesAt: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type BatchStep = z.infer<typeof batchStepSchema>;

/** What a batch costs of the server's limit, and when it would be over if it began at `startsAt` (ISO 8601). */
const batchCostSchema = z.object({
  /** Requests that count, for each call. */
  slots: z.object({ update: z.number(), create: z.number() }),
  /** How often it waits for slots. */
  waits: z.number(),
  startsAt: z.string(),
  finishesAt: z.string(),
});

/** What would be left out or put together, and what that saves. */
const compactionSchema = z.object({
  /** Drafts that change nothing. */
  dropped: z.array(z.string()),
  /** Several drafts of one release that become one: `into` takes up the others. */
  joined: z.array(z.object({ into: z.string(), draftIds: z.array(z.string()) })),
  /** Several drafts of one release that cannot become one without another end, each with why. */
  apart: z.array(z.object({ draftIds: z.array(z.string()), reason: z.string() })),
  saved: z.object({ slots: z.number(), ms: z.number() }),
});
export type Compaction = z.infer<typeof compactionSchema>;

/** A batch with everything there is to say before it is published. */
export const batchReviewSchema = z.object({
  batch: batchSchema,
  steps: z.array(batchStepSchema),
  findings: z.array(batchFindingSchema),
  /** A better order, with what it mends, in sentences; null when this one is as good as any found. */
  order: z.object({ draftIds: z.array(z.string()), reasons: z.array(z.string()) }).nullable(),
  /** Null when there is nothing to leave out or put together. */
  compaction: compactionSchema.nullable(),
  cost: batchCostSchema,
  /** With `stop`, the first draft that would not be published; those behind it would stay where they are. */
  stopsAt: z.string().nullable(),
});
export type BatchReview = z.infer<typeof batchReviewSchema>;
