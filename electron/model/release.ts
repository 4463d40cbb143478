import { z } from 'zod';
import { releaseStatuses } from './release-status.ts';

/** What zod says of a text that is no id; it is never shown. */
export const idWords = 'must be a UUID';

/** An id as the server accepts it in a path: any 8-4-4-4-12 hex. Compared as written (docs/lukittu.md, "Odds and ends"). */
export const idSchema = z.string().regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, idWords);

/** One that came from elsewhere. The server compares ids as they are written, and writes its own in small letters. */
export const givenIdSchema = idSchema.toLowerCase();

export const releaseStatusSchema = z.enum(releaseStatuses);
export type ReleaseStatus = z.infer<typeof releaseStatusSchema>;

export const metadataEntrySchema = z.strictObject({
  key: z.string(),
  value: z.string(),
  locked: z.boolean(),
});
export type MetadataEntry = z.infer<typeof metadataEntrySchema>;

/** The file the server holds for a release. */
const storedFileSchema = z.object({
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  /** MD5 of what the server received, lower-case hex; null where an old release has none. */
  checksum: z.string().nullable(),
  /** Object-storage key: shared by every release of the same product, version and extension. */
  key: z.string(),
  mainClassName: z.string().nullable(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

export const branchSchema = z.object({ id: z.string(), name: z.string(), productId: z.string() });
export type Branch = z.infer<typeof branchSchema>;

export const productSchema = z.object({ id: z.string(), name: z.string() });
export type Product = z.infer<typeof productSchema>;

/** A release as last read from the server. Times are ISO 8601; `licenseIds` never carries a license key. */
export const releaseSchema = z.object({
  id: z.string(),
  productId: z.string(),
  version: z.string(),
  status: releaseStatusSchema,
  latest: z.boolean(),
  branchId: z.string().nullable(),
  branchName: z.string().nullable(),
  metadata: z.array(metadataEntrySchema),
  licenseIds: z.array(z.string()),
  file: storedFileSchema.nullable(),
  createdAt: z.string(),
  /** Moves whenever a customer's software calls home: shown, never compared. */
  updatedAt: z.string(),
  lastSeenAt: z.string().nullable(),
});
export type Release = z.infer<typeof releaseSchema>;

/** As much of a release as it takes to choose it among those that were found. */
export const foundReleaseSchema = releaseSchema
  .pick({ id: true, productId: true, version: true, branchName: true })
  .extend({ productName: z.string() });
export type FoundRelease = z.infer<typeof foundReleaseSchema>;

/** A license to choose from. The license key itself is dropped while parsing the server's answer. */
export const licenseSchema = z.object({
  id: z.string(),
  /** The customer's name or e-mail address, or null for a license nobody is named on. */
  customer: z.string().nullable(),
  productIds: z.array(z.string()),
  suspended: z.boolean(),
  expiresAt: z.string().nullable(),
});
export type License = z.infer<typeof licenseSchema>;
