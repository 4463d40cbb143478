import { z } from 'zod';
import { planReportSchema } from './plan.ts';

/** A file on its way to drafts: a plan, JSON or ZIP, or the fields of releases as CSV. */
export const importKindSchema = z.enum(['plan', 'csv']);
export type ImportKind = z.infer<typeof importKindSchema>;

/** How far an import is: entries whose files have been looked at. */
export const importProgressSchema = z.object({
  importId: z.string(),
  done: z.number(),
  of: z.number(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** What an import has made: its drafts and their batch, or nothing and why. */
export const importedSchema = z.object({
  report: planReportSchema,
  batchId: z.string().nullable(),
  /** How many drafts were made, how many that were there were changed, and how many said the same already. */
  made: z.number(),
  changed: z.number(),
  there: z.number(),
  /** What the batches are called that it has left without a draft, and that are gone. */
  batchesGone: z.array(z.string()),
});
export type Imported = z.infer<typeof importedSchema>;

/** How far a file is that the app writes: bytes, counted twice where they are read once before. */
export const fileProgressSchema = z.object({ name: z.string(), done: z.number(), of: z.number() });
export type FileProgress = z.infer<typeof fileProgressSchema>;

/** A file the app has written where its user wanted it; the main process knows where. */
export const savedFileSchema = z.object({ savedId: z.string(), name: z.string() });
export type SavedFile = z.infer<typeof savedFileSchema>;
