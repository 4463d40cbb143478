import { z } from 'zod';

/** Requests the server lets pass per window and call (create and update apart); null for a server without a limit. */
export const rateLimitSchema = z.object({
  count: z.number().int().min(1).max(1000),
  windowSeconds: z.number().int().min(1).max(86_400),
});
export type RateLimit = z.infer<typeof rateLimitSchema>;

/** A team on a server. The key itself never leaves the main process; the page sees its last four characters. */
export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Origin and, for servers behind a prefix, path; no trailing slash. */
  serverUrl: z.string(),
  teamId: z.string(),
  keyHint: z.string().nullable(),
  /** Where the key is now: the system's keyring, this session's memory only, or nowhere. */
  keyHeld: z.enum(['keyring', 'session', 'none']),
  maxFileBytes: z.number(),
  rateLimit: rateLimitSchema.nullable(),
  demo: z.boolean(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** What is pasted may be anything: the main process says which field cannot be used, and why. */
const typed = z.string().max(100_000);

/** What a person types to connect. */
export const connectionFormSchema = z.strictObject({
  name: z.string().max(200),
  serverUrl: typed,
  teamId: typed,
  /** Empty means: keep the key that is stored (refused when the origin changes). */
  apiKey: typed,
  maxFileBytes: z
    .number()
    .int()
    .min(1)
    .max(1024 ** 4),
  rateLimit: rateLimitSchema.nullable(),
});
export type ConnectionForm = z.infer<typeof connectionFormSchema>;

/** What adding or changing a connection found out, in sentences to be shown. */
export const connectionReportSchema = z.object({
  connection: connectionSchema,
  /** For example "Found 3 products and 32 licenses.", "Removed “Bearer ” in front of the key." */
  notes: z.array(z.string()),
});
export type ConnectionReport = z.infer<typeof connectionReportSchema>;
