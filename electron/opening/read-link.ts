import { parseServerUrl } from '../lukittu/url.ts';
import { givenIdSchema } from '../model/release.ts';
import { linkScheme, type ReleasePlace } from '../model/release-link.ts';
import { isOrdinaryPlanPath } from './link-path.ts';

/** What a link asks to be shown. */
export type ReadLink =
  | { readonly to: 'release'; readonly place: ReleasePlace }
  | { readonly to: 'plan'; readonly path: string }
  | { readonly to: 'nothing'; readonly why: 'malformed' | 'unsafe-path' };

/** Characters; no link of the app is nearly as long. */
const longest = 4096;

/**
 * Reads a link of the app. Whoever wrote it may be an enemy: whatever is not as it should be makes it a link to
 * nothing, and what it can name is a release, or a plan that is an ordinary file of this computer.
 *
 *     lukittu-releases://release?server=https%3A%2F%2Fapp.lukittu.com&team=…&product=…&release=…
 *     lukittu-releases://plan?path=%2Fhome%2Fann%2Frelease.lukittu-plan
 */
export function readLink(link: string, platform: NodeJS.Platform): ReadLink {
  if (link.length > longest || !/^[\x21-\x7e]+$/.test(link)) return malformed;
  const url = URL.parse(link);
  if (url === null || url.protocol !== `${linkScheme}:`) return malformed;
  const { username, password, port, hash, pathname } = url;
  if (username !== '' || password !== '' || port !== '' || hash !== '') return malformed;
  if (pathname !== '' && pathname !== '/') return malformed; // Windows puts a slash behind the host
  if (url.hostname === 'release') return readRelease(url.searchParams);
  if (url.hostname === 'plan') return readPlan(url.searchParams, platform);
  return malformed;
}

const malformed = { to: 'nothing', why: 'malformed' } as const;

function readRelease(query: URLSearchParams): ReadLink {
  const given = exactly(query, ['server', 'team', 'product', 'release']);
  if (given === null) return malformed;
  const { server = '', team, product, release } = given;
  const serverUrl = /^https?:\/\//.test(server) ? parseServerUrl(server) : null;
  const teamId = givenIdSchema.safeParse(team);
  const productId = givenIdSchema.safeParse(product);
  const releaseId = givenIdSchema.safeParse(release);
  if (!serverUrl?.ok || !teamId.success || !productId.success || !releaseId.success) return malformed;
  const place = {
    serverUrl: serverUrl.value,
    teamId: teamId.data,
    productId: productId.data,
    releaseId: releaseId.data,
  };
  return { to: 'release', place };
}

function readPlan(query: URLSearchParams, platform: NodeJS.Platform): ReadLink {
  const path = exactly(query, ['path'])?.path;
  if (path === undefined) return malformed;
  return isOrdinaryPlanPath(path, platform) ? { to: 'plan', path } : { to: 'nothing', why: 'unsafe-path' };
}

/** The values of these names, when each is there once and there are no others. */
function exactly(query: URLSearchParams, names: readonly string[]): Record<string, string> | null {
  if (query.size !== names.length || !names.every((name) => query.has(name))) return null;
  return Object.fromEntries(query);
}
