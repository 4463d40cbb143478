import type { z } from 'zod';
import type { AppError, FailureContext } from '../errors.ts';
import type { FailureKind } from '../model/failure.ts';
import { words } from '../texts/words.ts';
import { parseJson } from './json.ts';
import type { MakeFailure } from './request-failure.ts';
import { envelopeSchema, validationListSchema } from './schema.ts';

/** What came back, whole. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly contentEncoding: string;
  /** The `Location` header, or an empty text. */
  readonly location: string;
  readonly body: Uint8Array;
}

/**
 * The `data` of a success, parsed. Throws the failure that anything else means (docs/lukittu.md, "Answers, by
 * status"): a refusal is told by its exact `details`, else by its status; what did not come from a Lukittu server
 * is told by being a redirect, no JSON, or not wrapped as its answers are.
 */
export function readAnswer<T extends z.ZodType>(answer: Answer, schema: T, fail: MakeFailure): z.infer<T> {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    throw fail('not-lukittu', {
      status,
      reason: words().server.why.redirects,
      details: `${status} ${answer.location}`.trim(),
    });
  }
  // These two mean the same whoever says them: a gateway in front of the server has no envelope.
  if (status === 429) throw fail('rate-limited', { status, details: detailsOf(answer) });
  if (status >= 500) throw fail('server-error', { status, details: detailsOf(answer) });

  const settled = status < 400 ? { status } : whateverItSays(status);
  const envelope = openEnvelope(answer, settled, fail);
  if (status >= 400) throw refusal(envelope, status, fail);
  if (status < 200 || !envelope.result.valid) {
    throw fail('unexpected-answer', { ...settled, details: envelope.result.details });
  }
  const data = schema.safeParse(envelope.data);
  if (data.success) return data.data;
  throw fail('unexpected-answer', {
    ...settled,
    reason: words().server.why.valueMissing,
    details: firstIssue(data.error),
  });
}

/** What a refusal means whose words cannot be read: steps 15 to 18 say 400, and come after the file was deleted. */
function whateverItSays(status: number): FailureContext {
  return { status, applied: 'no', ...(status === 400 ? { oldFile: 'maybe-lost' } : {}) };
}

type Envelope = z.infer<typeof envelopeSchema>;

function openEnvelope(answer: Answer, settled: FailureContext, fail: MakeFailure): Envelope {
  const { status, contentType, contentEncoding, body } = answer;
  if (!/^application\/json\b/i.test(contentType)) {
    // A gateway that refuses a large body does it in its own words.
    if (status === 413) throw fail('file-too-large', { ...settled, details: `413 ${contentType}`.trim() });
    throw fail('not-lukittu', {
      ...settled,
      reason: /^text\/html\b/i.test(contentType) ? words().server.why.webPage : words().server.why.noJson,
      details: `${status} ${contentType}`.trim(),
    });
  }
  if (!/^(identity)?$/i.test(contentEncoding)) {
    throw fail('unreadable-answer', { ...settled, details: `content-encoding: ${contentEncoding}` });
  }
  const envelope = envelopeSchema.safeParse(jsonOf(body, settled, fail));
  if (envelope.success) return envelope.data;
  throw fail('unexpected-answer', { ...settled, details: firstIssue(envelope.error) });
}

function jsonOf(body: Uint8Array, settled: FailureContext, fail: MakeFailure): unknown {
  try {
    return parseJson(body);
  } catch (error) {
    throw fail('unreadable-answer', settled, error);
  }
}

/** The sentences the server is known to say, each the only machine-readable reason there is. */
const kindsByDetails: ReadonlyMap<string, FailureKind> = new Map<string, FailureKind>([
  ['Invalid API key', 'invalid-key'],
  ['Invalid teamId', 'invalid-team'],
  ['Invalid releaseId', 'invalid-release-id'],
  ['Invalid or missing productId', 'invalid-product-id'],
  ['Missing data field', 'invalid-form'],
  ['Invalid file', 'invalid-form'],
  ['Invalid JSON in data field', 'invalid-form'],
  ['Invalid request body', 'invalid-fields'],
  ['File uploads require a paid subscription', 'uploads-need-plan'],
  ['Product not found', 'product-not-found'],
  ['Release not found', 'release-not-found'],
  ['Branch not found', 'branch-not-found'],
  ['One or more license IDs not found', 'license-not-found'],
  ['Max releases per product reached', 'release-limit'],
  ['A release with this version already exists for this product and branch', 'version-taken'],
  ['Cannot set as latest release when license IDs are provided', 'licenses-with-latest'],
  ['Storage limit reached', 'storage-full'],
  ['File must have an extension', 'file-without-extension'],
  ['Main class not found in JAR file', 'jar-without-main'],
]);

const kindsByStatus: ReadonlyMap<number, FailureKind> = new Map<number, FailureKind>([
  [401, 'invalid-key'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [413, 'file-too-large'],
]);

function refusal(envelope: Envelope, status: number, fail: MakeFailure): AppError {
  const { details } = envelope.result;
  const tooLarge = /^File too large\.(?: Maximum size is (.{1,30}))?/.exec(details);
  if (tooLarge) {
    const largest = tooLarge[1];
    return fail('file-too-large', {
      status,
      details,
      ...(largest === undefined ? {} : { reason: words().server.why.limit(largest) }),
    });
  }
  const kind = kindsByDetails.get(details) ?? kindsByStatus.get(status) ?? 'bad-request';
  const list = validationListSchema.safeParse(envelope.data);
  return fail(kind, { status, details, fields: list.success ? list.data : [] });
}

/** The server's own sentence where there is one, else what kind of thing came: for the curious. */
export function detailsOf({ status, contentType, body }: Answer): string {
  try {
    const envelope = envelopeSchema.safeParse(parseJson(body));
    if (envelope.success) return envelope.data.result.details;
  } catch {
    // Not JSON: said below.
  }
  return `${status} ${contentType}`.trim();
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? '' : `${issue.path.join('.') || 'answer'}: ${issue.message}`;
}
