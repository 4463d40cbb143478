import { type AppError, appError, type FailureContext } from '../errors.ts';
import type { FailureKind } from '../model/failure.ts';

/** What a request can change on the server: nothing, the fields of a release, or its stored file as well. */
export type Stake = 'nothing' | 'fields' | 'file';

/** Makes a failure of the request it was made for. */
export type MakeFailure = (kind: FailureKind, context?: FailureContext, cause?: unknown) => AppError;

/**
 * A maker of failures that say no more than the request could have done: a read changes nothing, and only a
 * request that replaces or removes the stored file can lose it. Whatever the server said is freed of the API key.
 */
export function failureMaker(request: {
  readonly server: string;
  readonly stake: Stake;
  readonly apiKey: string;
}): MakeFailure {
  const { server, stake, apiKey } = request;
  const redact = (text: string) => withoutKey(text, apiKey);
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

/** What a server says, freed of the API key: one that repeats its request would have it stored and shown. */
export function withoutKey(text: string, apiKey: string): string {
  return apiKey === '' ? text : text.replaceAll(apiKey, '•••');
}
