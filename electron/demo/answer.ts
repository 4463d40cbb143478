/** An answer before it is sent. Its length is never announced: the server sends everything in chunks. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The server's sentence about it, where it has one: for the log. */
  readonly details: string | null;
  /** Whether the state was changed as asked. */
  readonly applied: boolean;
}

/** Thrown to leave a request's path early with this answer. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(answer.details ?? `status ${answer.status}`);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

const vary = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch';

/** Lukittu's envelope. `now` in ms. */
export function lukittuAnswer(status: number, details: string, data: unknown, now: number): Answer {
  const result = { details, timestamp: new Date(now).toISOString(), valid: status < 400 };
  return {
    status,
    headers: { vary, 'content-type': 'application/json' },
    body: JSON.stringify({ data, result }),
    details,
    applied: false,
  };
}

export const internalServerError = (now: number): Answer =>
  lukittuAnswer(500, 'Internal server error', null, now);

/** A wrong method on a known path: 405 with nothing in it. */
export const methodNotAllowed = (): Answer => other(405, { vary }, '');

/** A slash too many: 308 to the path without it. */
export const withoutSlash = (location: string): Answer => other(308, { location }, location);

/** An unknown path: 307 to the sign-in page. */
export const toSignIn = (): Answer =>
  redirectAnswer(307, '/auth/login', { vary: `${vary}, Accept-Encoding` });

export function redirectAnswer(
  status: number,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const page = htmlAnswer(status);
  return { ...page, headers: { ...page.headers, location, ...headers } };
}

/** A page where JSON was hoped for. */
export const htmlAnswer = (status: number): Answer =>
  plainAnswer(status, 'text/html; charset=utf-8', signInPage);

export const plainAnswer = (status: number, contentType: string, body: string): Answer =>
  other(status, { 'content-type': contentType }, body);

const signInPage =
  '<!DOCTYPE html><html lang="en"><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';

function other(status: number, headers: Readonly<Record<string, string>>, body: string): Answer {
  return { status, headers, body, details: null, applied: false };
}
