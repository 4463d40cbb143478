import { z } from 'zod';

/** What the system has asked the app to open, by a link or a file: something to be shown, never something to be done. */
export const openingSchema = z.discriminatedUnion('shows', [
  z.object({
    shows: z.literal('release'),
    connectionId: z.string(),
    productId: z.string(),
    releaseId: z.string(),
  }),
  z.object({
    shows: z.literal('plan'),
    /** The main process knows which file it is. */
    planId: z.string(),
    name: z.string(),
    /** The connection the plan is for; null where there is none like it, or the plan cannot be read. */
    connectionId: z.string().nullable(),
  }),
  z.object({
    shows: z.literal('nothing'),
    /**
     * malformed: no link of this app; unsafe-path: a link to a plan that is no ordinary file of this computer;
     * unknown-team, unknown-product: of a release of something that is not known here.
     */
    why: z.enum(['malformed', 'unsafe-path', 'unknown-team', 'unknown-product']),
    /** The server, team or product that the link names; empty where it names none. */
    about: z.string(),
  }),
]);
export type Opening = z.infer<typeof openingSchema>;
