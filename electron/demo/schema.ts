import { z } from 'zod/v3';

/**
 * The `data` part as the server checks it (docs/lukittu.md, step 5). The server validates with Zod 3 and answers
 * with its messages as they are, so this one file of the project uses Zod 3's twin inside the zod package.
 */
const version = z.string().min(3).max(255).regex(/^\S+$/);
const status = z.enum(['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED']);
const branchId = z.string().uuid().nullable();
const metadata = z
  .array(
    z
      .object({
        key: z.string().min(1).max(255),
        value: z.string().min(1).max(255),
        locked: z.boolean().default(false),
      })
      .strict(),
  )
  .max(20);
const licenseIds = z.array(z.string().uuid()).max(30);

/** The update: every field is required, none may be added. */
export const updateSchema = z
  .object({
    version,
    productId: z.string().uuid(),
    status,
    setAsLatest: z.boolean(),
    keepExistingFile: z.boolean(),
    branchId,
    metadata,
    licenseIds,
  })
  .strict();
export type UpdateBody = z.infer<typeof updateSchema>;

/** The creation: version, product and status are enough. */
export const createSchema = z
  .object({
    version,
    productId: z.string().uuid(),
    status,
    setAsLatest: z.boolean().default(false),
    branchId: branchId.default(null),
    metadata: metadata.default([]),
    licenseIds: licenseIds.default([]),
  })
  .strict();
export type CreateBody = z.infer<typeof createSchema>;

/** Any 8-4-4-4-12 hex, as in a path. */
export const isId = (value: string): boolean => z.string().uuid().safeParse(value).success;

/** The body, or the list of `{ message, path }` the server answers with. */
export function parseBody<Body>(
  schema: z.ZodType<Body, z.ZodTypeDef, unknown>,
  json: unknown,
): { readonly body: Body } | { readonly problems: readonly Problem[] } {
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { body: parsed.data }
    : { problems: parsed.error.issues.map(({ message, path }) => ({ message, path })) };
}

export interface Problem {
  readonly message: string;
  readonly path: readonly (string | number)[];
}
