import { type Clock, isoNow } from '../clock.ts';
import type { Connection } from '../model/connection.ts';
import type { FailureKind } from '../model/failure.ts';
import { placesIn, traceOf } from './error-trace.ts';
import type { Redactor } from './redact.ts';

/**
 * Everything the log can tell, each with its facts: ids, origins, states, kinds and numbers. There is no place for a
 * sentence, a name, a file's content or a key.
 */
export interface LogEvents {
  start: { version: string; platform: string; runtime: string; node: string; keyring: boolean };
  stop: Record<never, never>;
  /** What was found in the data folder. `mended`: sentences about a damaged store, told in the window. */
  opened: { connections: number; jobs: number; mended: number };
  connection: {
    is: 'added' | 'changed' | 'removed';
    connection: string;
    origin: string;
    key: Connection['keyHeld'];
  };
  network: { online: boolean };
  job: {
    job: string;
    connection: string;
    release: string | null;
    state: string;
    attempt: number;
    failure: FailureKind | null;
    status: number | null;
  };
  /** A request to a server, or a call of the window, that failed in a way the app foresees. */
  request: { connection: string | null; failure: FailureKind; status: number | null; code: string | null };
  call: { call: string; failure: FailureKind; status: number | null };
  /** The queue could not write down where it stands (null: it can again). */
  queue: { failure: FailureKind | null };
  /** What kept a new version of the app from being looked for, fetched, or put in place when the app was quit. */
  update: { step: 'look' | 'fetch' | 'install'; failure: FailureKind };
  /** What is done each hour and could not be. */
  housekeeping: { task: 'modes' | 'backup' | 'drafts' | 'vault'; failure: FailureKind };
  window: { is: 'gone' | 'reloaded' | 'silent' | 'answers' | 'given-up'; reason: string };
  /** An error nobody foresaw. */
  unforeseen: { where: string; error: string; code: string | null };
}

type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Tell = <E extends keyof LogEvents>(event: E, facts: LogEvents[E]) => void;

/** The app's diary, for whoever has to find out what went wrong. Writing never fails and never throws. */
export interface Log {
  readonly info: Tell;
  readonly warn: Tell;
  readonly error: Tell;
  /** The class, the code and the places of an error nobody foresaw. `where` is one of the app's own names. */
  unforeseen(where: string, error: unknown): void;
  /** The same of an error in the page, which can say only this of it. */
  ofPage(where: string, name: string, stack: string): void;
  /** From now on this text is never written. */
  conceal(secret: string): void;
  /** A text as it may leave this computer. */
  redact(text: string): string;
  /** What is kept of it: the texts of its files, the newest first. */
  kept(): Promise<readonly string[]>;
}

/** Where lines go. */
export interface LogSink {
  write(line: string): void;
  kept(): Promise<readonly string[]>;
}

export function createLog(sink: LogSink, { redact, conceal }: Redactor, clock: Clock): Log {
  const write = (level: string, event: string, facts: Facts, places: readonly string[] = []): void => {
    const told = Object.entries(facts)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => ` ${name}=${inOneWord(redact(String(value)))}`);
    const line = `${isoNow(clock)} ${level.padEnd(5)} ${event}${told.join('')}`;
    sink.write([line, ...places.map((place) => `    ${redact(place)}`)].join('\n'));
  };
  const unforeseen = (where: string, name: string, code: string | null, places: readonly string[]): void =>
    write('error', 'unforeseen', { where, error: name, code } satisfies LogEvents['unforeseen'], places);
  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
    error: (event, facts) => write('error', event, facts),
    unforeseen: (where, error) => {
      const { name, code, places } = traceOf(error);
      unforeseen(where, name, code, places);
    },
    ofPage: (where, name, stack) =>
      unforeseen(where, /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error', null, placesIn(stack)),
    conceal,
    redact,
    kept: sink.kept,
  };
}

/** Quoted where it is more than a word, so that a line can be taken apart again. */
function inOneWord(text: string): string {
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}

/** Keeps nothing. */
export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  unforeseen: () => undefined,
  ofPage: () => undefined,
  conceal: () => undefined,
  redact: (text) => text,
  kept: async () => [],
};
