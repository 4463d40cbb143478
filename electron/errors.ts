import type { Failure, FailureKind } from './model/failure.ts';
import type { FailureText } from './texts/english-failures.ts';
import { words } from './texts/words.ts';

/** An error the app foresees, with what the user is told about it. Everything thrown across a service's edge is one. */
export class AppError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** What is known beyond the kind. Whatever is left out is what the kind says by itself. */
export type FailureContext = Partial<Omit<Failure, 'kind'>> & {
  /** Host (and port) spoken of, in place of "the server". */
  readonly server?: string;
  /** Why, as half a sentence that follows a colon: "it expired on 3 May 2026". */
  readonly reason?: string;
};

/**
 * The failure of this kind, in words for the user. `applied` and `oldFile` are the worst this kind can mean
 * unless the caller knows better, as the client does from the phase a request had reached.
 * Server sentences are cut at 1,000 characters. Never throws.
 */
export function failureOf(kind: FailureKind, context: FailureContext = {}): Failure {
  const { server = null, reason = null, ...known } = context;
  const entry: Entry = table[kind];
  const texts = words().failures;
  const said: FailureText = texts.kinds[kind];
  const untouched = known.applied === 'no' && entry.applied === 'maybe';
  const oldFile = known.oldFile ?? (untouched ? 'safe' : entry.oldFile);
  const message = said.message
    .replace('{server}', () => texts.server(server))
    .replace('{reason}', () => texts.reason(reason))
    .replace('{lost}', () => texts.lost(oldFile === 'lost'));
  const failure: Failure = {
    kind,
    message,
    remedy: untouched ? (said.untouched ?? said.remedy) : said.remedy,
    applied: entry.applied,
    oldFile,
    retry: entry.retry,
    status: null,
    details: null,
    fields: [],
    ...known,
  };
  return { ...failure, details: failure.details?.slice(0, longestDetails) ?? null };
}

/** `throw appError('busy')`: the failure of this kind as an error. */
export function appError(kind: FailureKind, context?: FailureContext, cause?: unknown): AppError {
  return new AppError(failureOf(kind, context), cause === undefined ? undefined : { cause });
}

/**
 * What to tell of anything that was thrown. Errors nobody foresaw become `internal` (or what their system code
 * says); their own text, which may name paths or hold a secret, never gets in: only the code or the class does.
 */
export function failureFrom(error: unknown): Failure {
  if (error instanceof AppError) return error.failure;
  const code = textAt(error, 'code');
  const kind = kindOfSystemError(code, numberAt(error, 'errcode'));
  return failureOf(kind, { details: code ?? (error instanceof Error ? error.name : null) });
}

const longestDetails = 1000;

const systemKinds: Readonly<Record<string, FailureKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'no-access',
  EACCES: 'no-access',
  EPERM: 'no-access',
};

/** SQLite's primary result codes (the low byte of `errcode`). */
const sqliteKinds: ReadonlyMap<number, FailureKind> = new Map([
  [3, 'no-access'], // SQLITE_PERM
  [5, 'busy'], // SQLITE_BUSY
  [6, 'busy'], // SQLITE_LOCKED
  [8, 'no-access'], // SQLITE_READONLY
  [10, 'no-access'], // SQLITE_IOERR
  [11, 'store-damaged'], // SQLITE_CORRUPT
  [13, 'disk-full'], // SQLITE_FULL
  [14, 'no-access'], // SQLITE_CANTOPEN
  [26, 'store-damaged'], // SQLITE_NOTADB
]);

function kindOfSystemError(code: string | null, sqliteCode: number | null): FailureKind {
  if (code === 'ERR_SQLITE_ERROR' && sqliteCode !== null) {
    return sqliteKinds.get(sqliteCode & 0xff) ?? 'internal';
  }
  return (code !== null && Object.hasOwn(systemKinds, code) ? systemKinds[code] : undefined) ?? 'internal';
}

function textAt(value: unknown, key: string): string | null {
  const found = propertyAt(value, key);
  return typeof found === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(found) ? found : null;
}

function numberAt(value: unknown, key: string): number | null {
  const found = propertyAt(value, key);
  return typeof found === 'number' ? found : null;
}

function propertyAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Reflect.get(value, key);
}

type Entry = Pick<Failure, 'applied' | 'oldFile' | 'retry'>;

/** What each kind means; what it says is in `texts/`. */
const table = {
  // Before the server was reached.
  offline: nothingHappened('later'),
  'name-not-found': nothingHappened('later'),
  'connection-refused': nothingHappened('later'),
  tls: nothingHappened('after-change'),
  'connect-timeout': nothingHappened('later'),

  // While talking to it.
  'send-timeout': nothingHappened('later'),
  'answer-timeout': outcomeUnknown('later'),
  'body-timeout': outcomeUnknown('later'),
  'connection-lost': outcomeUnknown('later'),
  'app-ended': outcomeUnknown('later'),
  cancelled: outcomeUnknown('now'),

  // Answers that are not Lukittu's.
  'not-lukittu': outcomeUnknown('after-change'),
  'unreadable-answer': outcomeUnknown('later'),
  'unexpected-answer': outcomeUnknown('after-change'),
  'answer-too-large': outcomeUnknown('after-change'),

  // Lukittu's own answers: up to step 13 nothing has been touched, after it the stored file is gone.
  'invalid-key': nothingHappened('after-change'),
  forbidden: nothingHappened('after-change'),
  'release-limit': nothingHappened('after-change'),
  'invalid-team': nothingHappened('after-change'),
  'invalid-release-id': nothingHappened('after-change'),
  'invalid-product-id': nothingHappened('after-change'),
  'invalid-form': nothingHappened('now'),
  'invalid-fields': nothingHappened('after-change'),
  'file-too-large': nothingHappened('after-change'),
  'uploads-need-plan': nothingHappened('after-change'),
  'licenses-with-latest': nothingHappened('after-change'),
  'storage-full': oldFileLost('after-change'),
  'file-without-extension': oldFileLost('after-change'),
  'jar-without-main': oldFileLost('after-change'),
  'bad-request': {
    applied: 'no',
    oldFile: 'maybe-lost',
    retry: 'after-change',
  },
  'product-not-found': nothingHappened('after-change'),
  'release-not-found': nothingHappened('after-change'),
  'branch-not-found': nothingHappened('after-change'),
  'license-not-found': nothingHappened('after-change'),
  'not-found': nothingHappened('after-change'),
  'version-taken': nothingHappened('after-change'),
  conflict: nothingHappened('after-change'),
  'rate-limited': nothingHappened('later'),
  'server-error': outcomeUnknown('later'),

  // This machine.
  'no-key': nothingHappened('after-change'),
  keyring: nothingHappened('after-change'),
  'file-unreadable': nothingHappened('after-change'),
  'file-rejected': nothingHappened('after-change'),
  'artifact-missing': nothingHappened('after-change'),
  'artifact-changed': nothingHappened('after-change'),
  'disk-full': nothingHappened('after-change'),
  'no-access': nothingHappened('after-change'),
  'store-damaged': nothingHappened('after-change'),
  'not-verified': outcomeUnknown('after-change'),
  'invalid-input': nothingHappened('after-change'),
  'not-known': nothingHappened('after-change'),
  busy: nothingHappened('later'),
  'update-failed': nothingHappened('later'),
  internal: nothingHappened('now'),
} as const satisfies Record<FailureKind, Entry>;

function nothingHappened<R extends Failure['retry']>(retry: R) {
  return { applied: 'no', oldFile: 'safe', retry } as const;
}

function oldFileLost<R extends Failure['retry']>(retry: R) {
  return { applied: 'no', oldFile: 'lost', retry } as const;
}

function outcomeUnknown<R extends Failure['retry']>(retry: R) {
  return { applied: 'maybe', oldFile: 'maybe-lost', retry } as const;
}
