import { type Answer, methodNotAllowed, toSignIn, withoutSlash } from './answer.ts';
import { createRelease } from './create.ts';
import type { Exchange } from './exchange.ts';
import { listLicenses, listReleases, statistics } from './lists.ts';
import { updateRelease } from './update.ts';

type Handler = (exchange: Exchange, teamId: string, releaseId: string) => Promise<Answer>;

/** What can be asked below `/api/v1/dev/teams/{teamId}`: docs/lukittu.md, "Endpoints the product uses". */
const routes: readonly { readonly path: RegExp; readonly methods: Readonly<Record<string, Handler>> }[] = [
  { path: /^\/releases$/, methods: { GET: listReleases, POST: createRelease } },
  { path: /^\/releases\/([^/]+)$/, methods: { PUT: updateRelease } },
  { path: /^\/licenses$/, methods: { GET: listLicenses } },
  { path: /^\/statistics$/, methods: { GET: statistics } },
];

/** Finds who answers a request; strange paths and methods as in docs/lukittu.md, "Odds and ends". */
export async function route(exchange: Exchange): Promise<Answer> {
  const { pathname, search } = exchange.url;
  if (pathname.length > 1 && pathname.endsWith('/'))
    return withoutSlash(`${pathname.replace(/\/+$/, '') || '/'}${search}`);
  const [, teamId, rest] = /^\/api\/v1\/dev\/teams\/([^/]+)(\/.*)$/.exec(pathname) ?? [];
  if (teamId === undefined || rest === undefined) return toSignIn();
  for (const { path, methods } of routes) {
    const match = path.exec(rest);
    if (!match) continue;
    const method = exchange.record.method;
    const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
    return handler ? handler(exchange, teamId, match[1] ?? '') : methodNotAllowed();
  }
  return toSignIn();
}
