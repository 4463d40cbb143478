import { isIPv4 } from 'node:net';
import { failureOf } from '../errors.ts';
import type { Result } from '../model/failure.ts';
import { type Said, words } from '../texts/words.ts';

/**
 * The server URL a person typed, made exact: `https://` put in front where there is no scheme, host in lower
 * case, no slash at the end. `http` passes for this machine only, because the API key travels in every request.
 * The failure (`invalid-input`, field `serverUrl`) says what is wrong with the text and how to mend it.
 */
export function parseServerUrl(text: string): Result<string> {
  const trimmed = text.trim();
  const said = words().server.url;
  if (trimmed === '') return refused(said.none);
  if (trimmed.length > longestUrl) return refused(said.tooLong(trimmed.length, longestUrl));
  const url = urlOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || url.hostname === '') {
    return refused(said.noAddress);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refused(said.otherScheme(url.protocol));
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refused(said.plainHttp);
  }
  if (url.username !== '' || url.password !== '') {
    return refused(said.withUser);
  }
  if (url.search !== '' || url.hash !== '') {
    return refused(said.withMore);
  }
  return { ok: true, value: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

/** Scheme, host and port of a URL from `parseServerUrl`: what a key, and a rate limit, belongs to. */
export function originOf(serverUrl: string): string {
  return new URL(serverUrl).origin;
}

/** Whether two URLs from `parseServerUrl` name the same server, so that a key for one may go to the other. */
export function sameOrigin(one: string, other: string): boolean {
  return originOf(one) === originOf(other);
}

/** Characters. */
const longestUrl = 2000;

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** `hostname` as `URL` writes it: 127.1 and 0x7f.1 have become 127.0.0.1 by then. */
function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.split('.')[0] === '127')
  );
}

function refused({ message, remedy }: Said): Result<string> {
  const fields = [{ path: 'serverUrl', message }];
  return { ok: false, failure: failureOf('invalid-input', { message, remedy, fields }) };
}
