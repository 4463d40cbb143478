import type { Route } from 'playwright-core';
import { toAppAddress } from './web-address.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

/** Answers the app's own schemes. Nothing else can be fetched: a page of the app has no business with the network. */
export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, handler: Handler) => {
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string) => {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
} satisfies Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
>;

/** Gives an intercepted request of the page to the handler of its scheme, headers both ways. */
export async function answerRoute(route: Route): Promise<void> {
  const request = route.request();
  const url = toAppAddress(request.url());
  const handler = url === request.url() ? undefined : handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return route.abort('blockedbyclient');
  try {
    const method = request.method();
    const body = method === 'GET' || method === 'HEAD' ? null : request.postDataBuffer();
    const response = await handler(
      new Request(url, { method, headers: request.headers(), body: body && new Uint8Array(body) }),
    );
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  } catch {
    await route.abort('failed').catch(() => undefined);
  }
}
