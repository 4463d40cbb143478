import { z } from 'zod';

/** Every way a thing can go wrong that the app tells apart. `electron/errors.ts` says what each means to the user. */
export const failureKinds = [
  // before the server was reached: nothing can have been applied
  'offline',
  'name-not-found',
  'connection-refused',
  'tls',
  'connect-timeout',
  // while talking
  'send-timeout',
  'answer-timeout',
  'body-timeout',
  'connection-lost',
  'app-ended',
  'cancelled',
  // an answer that is not Lukittu's
  'not-lukittu',
  'unreadable-answer',
  'unexpected-answer',
  'answer-too-large',
  // Lukittu's answers
  'invalid-key',
  'forbidden',
  'release-limit',
  'invalid-team',
  'invalid-release-id',
  'invalid-product-id',
  'invalid-form',
  'invalid-fields',
  'file-too-large',
  'uploads-need-plan',
  'licenses-with-latest',
  'storage-full',
  'file-without-extension',
  'jar-without-main',
  'bad-request',
  'product-not-found',
  'release-not-found',
  'branch-not-found',
  'license-not-found',
  'not-found',
  'version-taken',
  'conflict',
  'rate-limited',
  'server-error',
  // this machine
  'no-key',
  'keyring',
  'file-unreadable',
  'file-rejected',
  'artifact-missing',
  'artifact-changed',
  'disk-full',
  'no-access',
  'store-damaged',
  'not-verified',
  'invalid-input',
  'not-known',
  'busy',
  'update-failed',
  'internal',
] as const;
const failureKindSchema = z.enum(failureKinds);
export type FailureKind = z.infer<typeof failureKindSchema>;

/** A failure as it crosses the process boundary and stands in the history. Holds no secret. */
export const failureSchema = z.object({
  kind: failureKindSchema,
  /** One sentence: what happened. */
  message: z.string(),
  /** One sentence: what the user can do about it. */
  remedy: z.string(),
  /** Whether the request can have changed the server: a `maybe` is read back before anything else is said. */
  applied: z.enum(['no', 'maybe']),
  /** Whether the stored file can be gone although the update was refused (docs/lukittu.md, step 14). */
  oldFile: z.enum(['safe', 'lost', 'maybe-lost']),
  /** When the same request can succeed: at once again, after waiting, after the user changed something, never. */
  retry: z.enum(['now', 'later', 'after-change', 'never']),
  /** HTTP status, where there was an answer. */
  status: z.number().nullable(),
  /** The server's own `details` sentence, or the system's error code: for the curious, shown as text. */
  details: z.string().nullable(),
  /** The server's validation list, one line each ("metadata.0.key: Required"). */
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
});
export type Failure = z.infer<typeof failureSchema>;

/** The answer of every call: a value, or a failure with its remedy. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };
