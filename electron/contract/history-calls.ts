import { z } from 'zod';
import { attemptSchema } from '../model/attempt.ts';
import { draftReviewSchema } from '../model/draft.ts';
import { fileFateSchema, largestVaultLimit, vaultUsageSchema } from '../model/vault.ts';
import { localId, nothing } from './shapes.ts';

/** What was sent, and the copies that are kept of it. */
export const historyCalls = {
  /** Attempts, newest first, whose version, file name, status or server's words hold the text. */
  'history.list': {
    input: z.strictObject({
      connectionId: localId,
      text: z.string().max(200),
      limit: z.number().int().min(1).max(1000),
    }),
    output: z.array(attemptSchema),
  },
  /** All of the history as the text of a file. */
  'history.export': {
    input: z.strictObject({ connectionId: localId, format: z.enum(['json', 'csv']) }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  /** What has become of the files of an attempt, and what restoring it would do about the file. */
  'history.fate': { input: z.strictObject({ attemptId: z.string().max(200) }), output: fileFateSchema },
  /** Makes a draft that puts the fields of before this attempt back, and the file where the vault still has it. */
  'history.restore': {
    input: z.strictObject({ attemptId: z.string().max(200) }),
    output: z.object({ review: draftReviewSchema, notes: z.array(z.string()) }),
  },

  /** The room the app's copies of artifacts take on the disk. */
  'vault.usage': { input: nothing, output: vaultUsageSchema },
  /** What a limit for the past would let go of now; with `commit` it is set, and that is let go of. */
  'vault.limit': {
    input: z.strictObject({
      limitBytes: z.number().int().min(0).max(largestVaultLimit),
      commit: z.boolean(),
    }),
    output: z.object({ usage: vaultUsageSchema, files: z.number(), bytes: z.number() }),
  },
};
