import { z } from 'zod';

/** A file as the preload hands it to the main process. */
export const incomingFileSchema = z.union([
  z.strictObject({ path: z.string().min(1).max(32_768) }),
  z.strictObject({ name: z.string().min(1).max(4096), bytes: z.instanceof(Uint8Array) }),
]);
export type IncomingFile = z.infer<typeof incomingFileSchema>;
