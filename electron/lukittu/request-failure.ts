import { type AppError, appError, type FailureContext } from '../errors.ts';
import type { FailureKind } from '../model/failure.ts';
import { licenseKeys } from '../model/license-key.ts';

/** What a request can change on the server: nothing, the fields of a release, or its stored file as well. */
export type Stake = 'nothing' | 'fields' | 'file';

/** Makes a failure of the request it was made for. */
export type MakeFailure = (kind: FailureKind, context?: FailureContext, cause?: unknown) => AppError;

/**
 * A maker of failures that say no more than the request could have done: a read changes nothing, and only a
 * request that replaces or removes the stored file can lose it. Whatever the server said is freed of keys.
 */
export function failureMaker(request: {
  readonly server: string;
  readonly stake: Stake;
  readonly apiKey: string;
}): MakeFailure {
  const { server, stake, apiKey } = request;
  const redact = (text: string) => withoutKeys(text, apiKey);
  return (kind, context = {}, cause) => {
    const { details, fields, reason, ...rest } = context;
    return appError(
      kind,
      {
        server,
        ...rest,
        ...(stake === 'nothing' ? { applied: 'no' } : {}),
        ...(stake === 'file' ? {} : { oldFile: 'safe' }),
        ...(reason === undefined ? {} : { reason: redact(reason) }),
        details: details === undefined || details === null ? null : redact(details),
        fields: (fields ?? []).map(({ path, message }) => ({ path: redact(path), message: redact(message) })),
      },
      cause,
    );
  };
}

/**
 * What a server says, freed of license keys and of the API key, also as an address, a header or another case writes it:
 * one that repeats what it knows would have it stored and shown.
 */
export function withoutKeys(text: string, apiKey: string): string {
  const withoutLicenses = text.replaceAll(licenseKeys, hidden);
  if (apiKey === '') return withoutLicenses;
  return formsOf(apiKey).reduce((left, form) => left.replaceAll(form, hidden), withoutLicenses);
}

function formsOf(key: string): string[] {
  const encoded = encodings.map((encoding) => Buffer.from(key).toString(encoding).replace(/=+$/, ''));
  return [key, key.toUpperCase(), key.toLowerCase(), encodeURIComponent(key), ...encoded];
}

const hidden = '•••';
const encodings = ['base64', 'base64url', 'hex'] as const;
