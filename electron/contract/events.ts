import { z } from 'zod';
import { connectionSchema } from '../model/connection.ts';
import { matchProgressSchema } from '../model/file-match.ts';
import { fileProgressSchema, importProgressSchema } from '../model/import.ts';
import { jobSchema } from '../model/job.ts';
import { updateStateSchema } from '../model/update.ts';

/** What the main process tells the page unasked. */
export const events = {
  'connections.changed': z.object({ connections: z.array(connectionSchema) }),
  'products.changed': z.object({ connectionId: z.string() }),
  /** `releaseIds` null: any of the product's. */
  'releases.changed': z.object({
    connectionId: z.string(),
    productId: z.string(),
    releaseIds: z.array(z.string()).nullable(),
  }),
  /** What was done at once is told at once. */
  'drafts.changed': z.object({ connectionId: z.string(), draftIds: z.array(z.string()) }),
  'jobs.changed': z.object({ job: jobSchema }),
  'batches.changed': z.object({ connectionId: z.string() }),
  'imports.progress': importProgressSchema,
  'files.progress': fileProgressSchema,
  'matching.progress': matchProgressSchema,
  'network.changed': z.object({ online: z.boolean() }),
  /** The computer has a network again; whether it leads to the server is not known yet. */
  'network.back': z.object({}),
  /** The system has asked the app to open something: see `opening.next`. */
  'opening.changed': z.object({}),
  'updates.changed': z.object({ state: updateStateSchema }),
  /** A command of the application menu, by its name in `commands`. */
  'menu.command': z.object({ command: z.string() }),
  /** Something the user should know that no call was waiting for. */
  notice: z.object({
    tone: z.enum(['info', 'warning', 'danger']),
    message: z.string(),
    /** What it is about: a newer notice about the same takes its place, and it goes when that is over. */
    about: z.string().nullable(),
    /** Whether the job it is about says the same of itself: where that is looked at, nothing has to be said over it. */
    isOnJob: z.boolean(),
  }),
} as const satisfies Record<string, z.ZodType>;
