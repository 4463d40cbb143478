import { z } from 'zod';
import { failureSchema } from './failure.ts';

/** A version that is newer than the one that runs. */
export const updateSchema = z.object({
  version: z.string(),
  /** What is new in it, as plain text; empty where nothing is said. */
  notes: z.string(),
  /** What is to be fetched, in bytes; null where the source does not say. */
  bytes: z.number().nullable(),
});
export type Update = z.infer<typeof updateSchema>;

/**
 * Why this copy of the app looks for no updates. development: it was not packed; package-manager: that brings new
 * versions; portable: nothing was installed that could be replaced; no-source: it was packed without a place to look.
 */
const updatesOffSchema = z.enum(['development', 'package-manager', 'portable', 'no-source']);
export type UpdatesOff = z.infer<typeof updatesOffSchema>;

/** Who publishes, so that the app must not be replaced: this process, or another one of the same user. */
const updateHindranceSchema = z.enum(['here', 'elsewhere']);
export type UpdateHindrance = z.infer<typeof updateHindranceSchema>;

/** Where the app stands with its next version. Nothing is fetched before its user has agreed. */
export const updateStateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('off'), why: updatesOffSchema }),
  /** No newer version is known; null when it has not been looked yet (ISO 8601). */
  z.object({ at: z.literal('none'), lookedAt: z.string().nullable() }),
  z.object({ at: z.literal('looking') }),
  z.object({ at: z.literal('found'), update: updateSchema }),
  /** It was agreed to, and is fetched as soon as nothing is being published. */
  z.object({ at: z.literal('waiting'), update: updateSchema }),
  z.object({
    at: z.literal('fetching'),
    update: updateSchema,
    doneBytes: z.number(),
    /** 0 until it is known. */
    totalBytes: z.number(),
  }),
  /** It replaces this version on quitting, unless another process publishes; or at once, where nothing is published. */
  z.object({
    at: z.literal('ready'),
    update: updateSchema,
    waitsFor: updateHindranceSchema.nullable(),
  }),
  z.object({ at: z.literal('failed'), update: updateSchema, failure: failureSchema }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;
