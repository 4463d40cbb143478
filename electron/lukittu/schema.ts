import { z } from 'zod';
import { idSchema, type License, type Product, type Release, releaseStatusSchema } from '../model/release.ts';
import { words } from '../texts/words.ts';

/**
 * The server's answers, as far as the app uses them: unknown fields fall away (a license key among them, which
 * therefore never gets past the parser), used ones must be there and of their kind. Texts keep whatever
 * characters they hold; what is only shown is cut where it is absurdly long, what is sent back never is.
 */

/** What every answer is wrapped in. `data` of a refusal is null or a validation list. */
export const envelopeSchema = z.object({
  data: z.unknown(),
  result: z.object({ valid: z.boolean(), details: z.string() }),
});

/** A refusal's list of what is wrong with the body (docs/lukittu.md, step 5). */
export const validationListSchema = z
  .array(
    z
      .object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).max(20) })
      .transform(({ message, path }) => ({
        path: path.join('.').slice(0, 200),
        message: message.slice(0, 500),
      })),
  )
  .max(1000)
  .transform((list) => list.slice(0, 100));

/** A text that is only shown. */
const shown = z.string().transform((text) => text.slice(0, 1000));
/** A text that goes back to the server: cutting it would change it. */
const exact = z.string().max(65_536);
const time = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time');

const namedSchema = z.object({ id: idSchema, name: shown });

const metadataEntrySchema = z.object({ key: exact, value: exact, locked: z.boolean().default(false) });

const storedFileSchema = z.object({
  name: z.string().max(4096),
  size: z.number().int().min(0),
  checksum: z.string().max(100).nullable().default(null),
  key: z.string().max(4096),
  mainClassName: shown.nullable().default(null),
});

/** What every form of a release holds: the answers to PUT and POST say no more than this. */
const releaseFields = z.object({
  id: idSchema,
  productId: idSchema,
  version: z.string().max(10_000),
  status: releaseStatusSchema,
  latest: z.boolean(),
  branchId: idSchema.nullable(),
  branch: namedSchema.nullish(),
  product: namedSchema.nullish(),
  metadata: z.array(metadataEntrySchema).max(1000),
  file: storedFileSchema.nullable(),
  createdAt: time,
  updatedAt: time,
});

/** A release as the answer to its update or creation has it: without its licenses (docs/lukittu.md, "What surprises people"). */
export type SentRelease = Omit<Release, 'licenseIds' | 'lastSeenAt'>;

export const sentReleaseSchema = releaseFields.transform(sentReleaseOf);

const listedReleaseSchema = releaseFields
  .extend({
    lastSeenAt: time.nullable().default(null),
    allowedLicenses: z.array(z.object({ id: idSchema })).max(10_000),
  })
  .transform(({ lastSeenAt, allowedLicenses, ...fields }) => ({
    release: {
      ...sentReleaseOf(fields),
      lastSeenAt,
      licenseIds: allowedLicenses.map((license) => license.id),
    } satisfies Release,
    product: fields.product ?? null,
  }));

/** One page of the releases of a product, each with the product's name where the server gives it. */
export const releasePageSchema = z
  .object({ releases: z.array(listedReleaseSchema).max(1000), hasNextPage: z.boolean() })
  .transform((page) => ({ items: page.releases, hasNextPage: page.hasNextPage }));

const customerSchema = z.object({
  fullName: shown.nullish(),
  username: shown.nullish(),
  email: shown.nullish(),
});

const listedLicenseSchema = z
  .object({
    id: idSchema,
    suspended: z.boolean(),
    expirationDate: time.nullish(),
    products: z.array(namedSchema).max(10_000),
    customers: z.array(customerSchema).max(10_000),
  })
  .transform(({ id, suspended, expirationDate, products, customers }) => ({
    license: {
      id,
      suspended,
      expiresAt: expirationDate ?? null,
      productIds: products.map((product) => product.id),
      customer: customerNames(customers),
    } satisfies License,
    products: products satisfies Product[],
  }));

/** One page of licenses, each with the names of its products. */
export const licensePageSchema = z
  .object({ licenses: z.array(listedLicenseSchema).max(1000), hasNextPage: z.boolean() })
  .transform((page) => ({ items: page.licenses, hasNextPage: page.hasNextPage }));

export const topProductsSchema = z
  .object({ topProducts: z.array(namedSchema).max(1000) })
  .transform((statistics) => statistics.topProducts satisfies Product[]);

function sentReleaseOf({ branch, product: _, ...fields }: z.infer<typeof releaseFields>): SentRelease {
  return { ...fields, branchName: branch?.name ?? null };
}

/** The names of up to three customers, best known name first; null where nobody is named. */
function customerNames(customers: readonly z.infer<typeof customerSchema>[]): string | null {
  const names = customers
    .map(({ fullName, username, email }) => [fullName, username, email].find((name) => name?.trim()))
    .filter((name) => name !== undefined && name !== null);
  if (names.length === 0) return null;
  const others = names.length > 3 ? [words().server.team.moreCustomers(names.length - 3)] : [];
  return [...names.slice(0, 3), ...others].join(', ');
}
