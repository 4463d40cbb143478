import { z } from 'zod';

/** A copy of a sent file that the vault has let go of to stay within its limit. */
export const letGoSchema = z.object({
  name: z.string(),
  /** The version it was sent for, the last time. */
  version: z.string(),
  /** Bytes. */
  size: z.number(),
  /** ISO 8601. */
  at: z.string(),
});
export type LetGo = z.infer<typeof letGoSchema>;

/** How much of the disk the app's copies of artifacts take, in bytes, and what the person allows. */
export const vaultUsageSchema = z.object({
  /** For drafts, and for what is in the queue: kept whatever the limit says. */
  neededBytes: z.number(),
  /** Of what was sent before, so that it can be put back. */
  historyBytes: z.number(),
  /** The most that `historyBytes` may be. */
  limitBytes: z.number(),
  /** What was let go of lately, the newest first. */
  letGo: z.array(letGoSchema),
});
export type VaultUsage = z.infer<typeof vaultUsageSchema>;

/** The largest limit, in bytes: more than any disk of today has. */
export const largestVaultLimit = 1024 ** 5;
export const defaultVaultLimit = 2 * 1024 ** 3;

/** What has become of the files of an attempt: what was sent, and what was there before. */
export const fileFateSchema = z.object({
  /** Whether the app has its copy of what was sent; null when no file was. */
  sent: z.enum(['kept', 'gone']).nullable(),
  /** When it let go of that copy, if that is how it went. */
  sentLetGoAt: z.string().nullable(),
  /**
   * What putting back what was before does about the file: leaves the one that is there, sends the app's copy, removes
   * the one that was sent; or leaves it only because there is no copy of the one that was there.
   */
  restores: z.enum(['nothing', 'copy', 'removal', 'no-copy']),
  /** When the copy that would be put back was let go of, if that is why there is none. */
  beforeLetGoAt: z.string().nullable(),
});
export type FileFate = z.infer<typeof fileFateSchema>;
