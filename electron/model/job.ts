import { z } from 'zod';
import { draftPartSchema, findingSchema } from './draft.ts';
import { failureSchema } from './failure.ts';

/** A field on which the server and the draft disagree since the draft began. Values are shown as text. */
export const conflictSchema = z.object({
  part: draftPartSchema,
  label: z.string(),
  base: z.string(),
  theirs: z.string(),
  mine: z.string(),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** What may be chosen in a conflict: my value, or the server's. */
export const conflictChoiceSchema = z.enum(['mine', 'theirs']);
export type ConflictChoice = z.infer<typeof conflictChoiceSchema>;

/** Reading the release after a request: when it looks again (null while it does), and why the last look failed. */
const look = { until: z.string().nullable(), because: failureSchema.nullable() };

/**
 * Where a job stands. `docs/queue.md` draws it; `electron/publish/job.ts` moves it.
 * Times are ISO 8601, sizes bytes, speed bytes per second.
 */
const jobStateSchema = z.discriminatedUnion('at', [
  z.object({
    at: z.literal('waiting'),
    reason: z.enum(['slot', 'turn', 'network', 'backoff', 'key']),
    until: z.string().nullable(),
    /** The failure that makes it wait, where there is one. */
    because: failureSchema.nullable(),
  }),
  z.object({ at: z.literal('reading') }),
  z.object({ at: z.literal('merging') }),
  z.object({
    at: z.literal('sending'),
    sentBytes: z.number(),
    /** Of the request, which is more than the file; 0 until the connection stands. */
    totalBytes: z.number(),
    bytesPerSecond: z.number().nullable(),
  }),
  /** The body is out; the server is working on it. */
  z.object({ at: z.literal('answering') }),
  z.object({ at: z.literal('verifying'), ...look }),
  /** The outcome of the request is not known (`failure`): the release is read before anything else is said. */
  z.object({ at: z.literal('unknown'), failure: failureSchema, ...look }),
  z.object({ at: z.literal('verified'), finishedAt: z.string() }),
  z.object({ at: z.literal('blocked'), findings: z.array(findingSchema) }),
  z.object({ at: z.literal('conflict'), conflicts: z.array(conflictSchema) }),
  z.object({ at: z.literal('failed'), failure: failureSchema }),
  z.object({ at: z.literal('paused') }),
  z.object({ at: z.literal('cancelled') }),
]);
export type JobState = z.infer<typeof jobStateSchema>;

/** The batch a job was queued with, and its name at that time: it is told even when the batch is gone. */
export const jobBatchSchema = z.object({ id: z.string(), name: z.string() });
export type JobBatch = z.infer<typeof jobBatchSchema>;

/** One draft on its way to the server. */
export const jobSchema = z.object({
  id: z.string(),
  draftId: z.string(),
  connectionId: z.string(),
  productId: z.string(),
  releaseId: z.string().nullable(),
  /** Null for one that was queued by itself. */
  batch: jobBatchSchema.nullable(),
  version: z.string(),
  /** Name of the file that is sent, or null when none is. */
  fileName: z.string().nullable(),
  state: jobStateSchema,
  /** Requests that were sent for it so far. */
  attempts: z.number(),
  /** Set when a refused upload has cost the release its stored file. */
  lostFile: z.object({ name: z.string(), inVault: z.boolean() }).nullable(),
  /** Changes made by others since the draft began and taken over without a conflict, as sentences. */
  merged: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Job = z.infer<typeof jobSchema>;

/** When a job's turn comes and when it is verified (ISO 8601), if nothing fails; null where nobody can say. */
export const jobForecastSchema = z.object({
  jobId: z.string(),
  goesAt: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type JobForecast = z.infer<typeof jobForecastSchema>;
