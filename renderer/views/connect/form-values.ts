import type { Connection, ConnectionForm } from '../../../electron/model/connection.ts';
import type { Failure, FailureKind } from '../../../electron/model/failure.ts';
import { defaultMaxFileBytes, defaultRateLimit } from '../../../electron/model/server-limits.ts';
import { texts } from '../../texts/texts.ts';

/** What stands in the form, as it is typed. */
export type FormValues = {
  readonly name: string;
  readonly serverUrl: string;
  readonly teamId: string;
  readonly apiKey: string;
  /** NaN while it is empty. */
  readonly maxFileMegabytes: number;
  readonly isLimited: boolean;
  readonly limitCount: number;
  readonly limitSeconds: number;
};

export type FieldName = 'name' | 'serverUrl' | 'teamId' | 'apiKey' | 'maxFile' | 'rateLimit';
export type FieldErrors = Partial<Record<FieldName, string>>;

const hostedServer = 'https://app.lukittu.com';
const megabyte = 1024 ** 2;

/** The form for a connection as it is, or for a new one. */
export function valuesOf(connection: Connection | null): FormValues {
  const limit = connection === null ? defaultRateLimit : connection.rateLimit;
  return {
    name: connection?.name ?? '',
    serverUrl: connection?.serverUrl ?? hostedServer,
    teamId: connection?.teamId ?? '',
    apiKey: '',
    maxFileMegabytes: Math.max(1, Math.round((connection?.maxFileBytes ?? defaultMaxFileBytes) / megabyte)),
    isLimited: limit !== null,
    limitCount: (limit ?? defaultRateLimit).count,
    limitSeconds: (limit ?? defaultRateLimit).windowSeconds,
  };
}

/** What is missing; the main process judges the rest. A stored key may be left as it is. */
export function missingIn(values: FormValues, hasStoredKey: boolean): FieldErrors {
  const words = texts.connect.missing;
  const errors: FieldErrors = {};
  if (values.name.trim() === '') errors.name = words.name;
  if (values.serverUrl.trim() === '') errors.serverUrl = words.serverUrl;
  if (values.teamId.trim() === '') errors.teamId = words.teamId;
  if (values.apiKey.trim() === '' && !hasStoredKey) errors.apiKey = words.apiKey;
  if (!(values.maxFileMegabytes >= 1)) errors.maxFile = words.maxFile;
  if (values.isLimited && !(values.limitCount >= 1 && values.limitSeconds >= 1))
    errors.rateLimit = words.rateLimit;
  return errors;
}

/** The form as the main process takes it. */
export function formOf(values: FormValues): ConnectionForm {
  return {
    name: values.name.trim(),
    serverUrl: values.serverUrl.trim(),
    teamId: values.teamId.trim(),
    // Cleaned by the main process, which tells the user what it took away.
    apiKey: values.apiKey,
    maxFileBytes: values.maxFileMegabytes * megabyte,
    rateLimit: values.isLimited ? { count: values.limitCount, windowSeconds: values.limitSeconds } : null,
  };
}

/** The field a failure is about, or null when it is about none in particular. */
export function fieldOf(failure: Failure): FieldName | null {
  const named = failure.fields.map(({ path }) => path.split('.').at(-1) ?? '').find(isFieldName);
  return named ?? fieldOfKind[failure.kind] ?? null;
}

const fieldOfKind: Partial<Record<FailureKind, FieldName>> = {
  'name-not-found': 'serverUrl',
  'connection-refused': 'serverUrl',
  tls: 'serverUrl',
  'connect-timeout': 'serverUrl',
  'not-lukittu': 'serverUrl',
  'unreadable-answer': 'serverUrl',
  'unexpected-answer': 'serverUrl',
  'invalid-team': 'teamId',
  'invalid-key': 'apiKey',
  'no-key': 'apiKey',
};

function isFieldName(name: string): name is FieldName {
  return (
    name === 'name' || name === 'serverUrl' || name === 'teamId' || name === 'apiKey' || name === 'rateLimit'
  );
}
