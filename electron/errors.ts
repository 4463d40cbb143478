import type { Failure, FailureKind } from './model/failure.ts';

/** An error the app foresees, with what the user is told about it. Everything thrown across a service's edge is one. */
export class AppError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** What is known beyond the kind. Whatever is left out is what the table below says of the kind. */
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
  const { server = 'the server', reason, ...known } = context;
  const entry: Entry = table[kind];
  const untouched = known.applied === 'no' && entry.applied === 'maybe';
  const oldFile = known.oldFile ?? (untouched ? 'safe' : entry.oldFile);
  const message = entry.message
    .replace('{server}', () => server)
    .replace('{reason}', () => (reason === undefined ? '.' : `: ${reason}.`))
    .replace('{lost}', () => (oldFile === 'lost' ? ', and it has deleted the file that was there.' : '.'));
  const failure: Failure = {
    kind,
    message,
    remedy: untouched ? (entry.untouched ?? entry.remedy) : entry.remedy,
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

type Entry = Pick<Failure, 'message' | 'remedy' | 'applied' | 'oldFile' | 'retry'> & {
  /** The remedy where it is certain that nothing was changed: there is nothing to be looked up then. */
  readonly untouched?: string;
};

/**
 * `{server}` stands for the server's name; `{reason}` and `{lost}` for the end of the sentence: a full stop, or
 * first a colon and why, or that the stored file is gone.
 */
const table = {
  // Before the server was reached.
  offline: {
    message: 'This computer is not connected to a network.',
    remedy: 'Connect to the network; until then everything works on what was last seen.',
    ...nothingHappened('later'),
  },
  'name-not-found': {
    message: 'The address of {server} could not be found.',
    remedy: 'Check the server URL for a typing error, and the network connection.',
    ...nothingHappened('later'),
  },
  'connection-refused': {
    message: 'Nothing accepts connections at {server}.',
    remedy: 'Check the server URL and its port, or wait until the server runs again.',
    ...nothingHappened('later'),
  },
  tls: {
    message: 'The connection to {server} is not secure{reason}',
    remedy: 'Ask whoever runs the server to renew or install its certificate; the key was not sent.',
    ...nothingHappened('after-change'),
  },
  'connect-timeout': {
    message: 'No connection to {server} came about in time.',
    remedy: 'Check the network connection, a VPN or firewall, and the server URL; then try again.',
    ...nothingHappened('later'),
  },

  // While talking to it.
  'send-timeout': {
    message: 'The upload stood still: {server} stopped taking it.',
    remedy: 'Nothing was changed. Check the network connection and try again.',
    ...nothingHappened('later'),
  },
  'answer-timeout': {
    message: 'There was no answer from {server} in time.',
    remedy: 'Read the release again to see whether the change was made.',
    untouched: 'Try again in a few minutes: the server may be busy.',
    ...outcomeUnknown('later'),
  },
  'body-timeout': {
    message: 'The answer of {server} stopped in the middle.',
    remedy: 'Read the release again to see whether the change was made.',
    untouched: 'Check the network connection and try again.',
    ...outcomeUnknown('later'),
  },
  'connection-lost': {
    message: 'The connection to {server} was lost.',
    remedy: 'Read the release again to see whether the change was made.',
    untouched: 'Nothing was changed. Check the network connection and try again.',
    ...outcomeUnknown('later'),
  },
  'app-ended': {
    message: 'The app ended while the release was being sent.',
    remedy: 'The release is read to see whether the change was made.',
    untouched: 'Nothing was changed. Start it again when you want to.',
    ...outcomeUnknown('later'),
  },
  cancelled: {
    message: 'The request was cancelled.',
    remedy: 'It had left already: read the release again to see whether the change was made.',
    untouched: 'Nothing was changed. Start it again when you want to.',
    ...outcomeUnknown('now'),
  },

  // Answers that are not Lukittu's.
  'not-lukittu': {
    message: 'This does not look like a Lukittu server: {server} did not answer as one{reason}',
    remedy: 'Check the server URL: it is the address of the dashboard, such as https://app.lukittu.com.',
    ...outcomeUnknown('after-change'),
  },
  'unreadable-answer': {
    message: 'The answer of {server} could not be read: it is damaged or incomplete.',
    remedy: 'Try again; if it stays, ask whoever runs the server.',
    ...outcomeUnknown('later'),
  },
  'unexpected-answer': {
    message: 'The answer of {server} is not one this app understands{reason}',
    remedy: 'Check the server URL, and whether there is a newer version of this app.',
    ...outcomeUnknown('after-change'),
  },
  'answer-too-large': {
    message: 'The answer of {server} is larger than this app accepts{reason}',
    remedy: 'Check the server URL; if it is right, ask whoever runs the server.',
    ...outcomeUnknown('after-change'),
  },

  // Lukittu's own answers: up to step 13 nothing has been touched, after it the stored file is gone.
  'invalid-key': {
    message: 'The server does not accept the API key for this team.',
    remedy: 'Check the key and the team id; the server says the same while its database is down.',
    ...nothingHappened('after-change'),
  },
  forbidden: {
    message: 'The server does not allow this.',
    remedy: 'Check in the dashboard what the API key and the plan of the team allow.',
    ...nothingHappened('after-change'),
  },
  'release-limit': {
    message: 'The product has as many releases as the plan of the team allows.',
    remedy: 'Delete a release in the dashboard or change the plan; then try again.',
    ...nothingHappened('after-change'),
  },
  'invalid-team': {
    message: 'The team id is not one.',
    remedy: 'Copy the team id from the dashboard into the connection.',
    ...nothingHappened('after-change'),
  },
  'invalid-release-id': {
    message: 'The id of the release is not one.',
    remedy: 'Read the releases of the product again and open the release from the list.',
    ...nothingHappened('after-change'),
  },
  'invalid-product-id': {
    message: 'The id of the product is missing or not one.',
    remedy: 'Copy the product id from the dashboard.',
    ...nothingHappened('after-change'),
  },
  'invalid-form': {
    message: 'The server could not read the upload.',
    remedy: 'Try again; if it stays, something between this computer and the server changes what is sent.',
    ...nothingHappened('now'),
  },
  'invalid-fields': {
    message: 'The server refused some of the fields.',
    remedy: 'Correct the fields it names and publish again.',
    ...nothingHappened('after-change'),
  },
  'file-too-large': {
    message: 'The file is larger than the server accepts{reason}',
    remedy: 'Make the file smaller, or set the limit of the connection to what the server says.',
    ...nothingHappened('after-change'),
  },
  'uploads-need-plan': {
    message: 'The team needs a paid plan to upload files.',
    remedy: 'Publish without a file, or change the plan in the dashboard.',
    ...nothingHappened('after-change'),
  },
  'licenses-with-latest': {
    message: 'A release that is restricted to licenses cannot be the latest.',
    remedy: 'Remove the licenses, or take “latest” away.',
    ...nothingHappened('after-change'),
  },
  'storage-full': {
    message: 'The server has no room left for files of this team{lost}',
    remedy: 'Make room in the dashboard, then publish again to give the release its file.',
    ...oldFileLost('after-change'),
  },
  'file-without-extension': {
    message: 'The server refuses a file without an extension{lost}',
    remedy: 'Give the file a name with an extension and publish again.',
    ...oldFileLost('after-change'),
  },
  'jar-without-main': {
    message: 'The server found no plugin.yml with a “main” in the jar{lost}',
    remedy: 'Choose a jar with a plugin.yml that names its main class, and publish again.',
    ...oldFileLost('after-change'),
  },
  'bad-request': {
    message: 'The server refused the request.',
    remedy: 'Read what the server says below, correct it, and try again.',
    applied: 'no',
    oldFile: 'maybe-lost',
    retry: 'after-change',
  },
  'product-not-found': {
    message: 'The server does not know the product.',
    remedy: 'It may have been deleted, or belong to another team: check it in the dashboard.',
    ...nothingHappened('after-change'),
  },
  'release-not-found': {
    message: 'The server does not know the release.',
    remedy: 'It may have been deleted: read the releases again, or publish it as a new release.',
    ...nothingHappened('after-change'),
  },
  'branch-not-found': {
    message: 'The product has no such branch.',
    remedy: 'Choose another branch; this one may have been deleted or belong to another product.',
    ...nothingHappened('after-change'),
  },
  'license-not-found': {
    message: 'The server does not know one or more of the licenses.',
    remedy: 'Read the licenses again and remove those that are no longer there.',
    ...nothingHappened('after-change'),
  },
  'not-found': {
    message: 'The server does not know what was asked for.',
    remedy: 'Read the releases again; something may have been deleted.',
    ...nothingHappened('after-change'),
  },
  'version-taken': {
    message: 'The product and branch already have a release with this version.',
    remedy: 'Choose another version or branch, or edit the release that has it.',
    ...nothingHappened('after-change'),
  },
  conflict: {
    message: 'The change does not fit what is on the server now.',
    remedy: 'Read the release again, then decide.',
    ...nothingHappened('after-change'),
  },
  'rate-limited': {
    message: 'The server takes no more changes from this address for now.',
    remedy: 'The app waits five minutes in silence; others on this network share the limit.',
    ...nothingHappened('later'),
  },
  'server-error': {
    message: 'Something went wrong on the server, and it does not say what.',
    remedy: 'Read the release again to see whether the change was made, before trying again.',
    untouched: 'Try again in a few minutes; if it stays, ask whoever runs the server.',
    ...outcomeUnknown('later'),
  },

  // This machine.
  'no-key': {
    message: 'There is no API key for this connection.',
    remedy: 'Enter the key again in the settings of the connection.',
    ...nothingHappened('after-change'),
  },
  keyring: {
    message: 'The system’s keyring does not answer{reason}',
    remedy: 'Unlock the keyring and try again.',
    ...nothingHappened('after-change'),
  },
  'file-unreadable': {
    message: 'The file cannot be read.',
    remedy: 'Check that it is still there and that you may read it.',
    ...nothingHappened('after-change'),
  },
  'file-rejected': {
    message: 'The file cannot be used as an artifact.',
    remedy: 'Choose another file.',
    ...nothingHappened('after-change'),
  },
  'artifact-missing': {
    message: 'The app’s copy of the artifact is gone.',
    remedy: 'Drop the file on the release again.',
    ...nothingHappened('after-change'),
  },
  'artifact-changed': {
    message: 'The artifact is not the one that was reviewed: it changed while it was being sent.',
    remedy: 'Nothing was changed on the server. Drop the file on the release again.',
    ...nothingHappened('after-change'),
  },
  'disk-full': {
    message: 'The disk is full.',
    remedy: 'Make room, then try again.',
    ...nothingHappened('after-change'),
  },
  'no-access': {
    message: 'The system did not let the app read or write a file it needs.',
    remedy: 'Check that the app’s data folder belongs to you and can be written.',
    ...nothingHappened('after-change'),
  },
  'store-damaged': {
    message: 'The app’s database is damaged.',
    remedy: 'Start the app again: it sets the damaged file aside and takes the newest good backup.',
    ...nothingHappened('after-change'),
  },
  'not-verified': {
    message: 'The server took the change, but what it holds now is not what was sent{reason}',
    remedy: 'Compare the release with the draft, then publish again or keep what is there.',
    ...outcomeUnknown('after-change'),
  },
  'invalid-input': {
    message: 'Something that was entered cannot be used.',
    remedy: 'Correct it and try again.',
    ...nothingHappened('after-change'),
  },
  'not-known': {
    message: 'The app does not know this any more.',
    remedy: 'Go back to the list; it may have been removed meanwhile.',
    ...nothingHappened('after-change'),
  },
  busy: {
    message: 'Something else is still at work on this.',
    remedy: 'Wait until it is done, then try again.',
    ...nothingHappened('later'),
  },
  'update-failed': {
    message: 'There is no word of a new version of the app, or it did not come{reason}',
    remedy: 'Try again later. This version goes on working.',
    ...nothingHappened('later'),
  },
  internal: {
    message: 'Something the app did not foresee went wrong.',
    remedy: 'Try again; if it stays, start the app again. Your drafts are saved.',
    ...nothingHappened('now'),
  },
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
