import { z } from 'zod';

/** What the calls of more than one subject take or answer. */

export const nothing = z.strictObject({});
/** An id of the app's own making. */
export const localId = z.string().min(1).max(100);
export const someIds = z.array(localId).max(100_000);
export const ofConnection = z.strictObject({ connectionId: localId });
export const ofProduct = z.strictObject({ connectionId: localId, productId: z.string().max(100) });
export const ofDraft = z.strictObject({ draftId: localId });
export const ofDrafts = z.strictObject({ draftIds: someIds });
export const batchName = z.string().trim().min(1).max(200);

/**
 * A part of a long list: at most so many, from its beginning or behind the one with this id; all of it, where it is not
 * said. Behind one that is gone: `not-known`, and the list has to be read from its beginning.
 */
export const piece = { after: z.string().max(100).optional(), count: z.int().min(1).max(1000).optional() };

/** What was last read from the server, and when (ISO 8601); null when it was never read. */
export const seen = <T extends z.ZodType>(items: T) =>
  z.object({ items: z.array(items), readAt: z.string().nullable() });
