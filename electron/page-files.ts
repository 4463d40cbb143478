import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** Where the page lives: the custom scheme's only host. */
export const pageScheme = 'app';
export const pageOrigin = 'app://lukittu';

/** Whether an address or origin is the page's own. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === pageOrigin;
}

/**
 * What the page may do: load its own scripts, styles, fonts and pictures, and nothing else. Nothing inline,
 * nothing compiled from text, no network, no frames, no forms.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // One rule, which the page makes for itself before anything else in it runs (renderer/trusted-html.ts).
  'trusted-types default',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // A name that is looked up ahead would be told to whoever serves it.
  'X-DNS-Prefetch-Control': 'off',
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/**
 * Answers requests for the page's files. Only a file that was in the folder when this was made, asked for by
 * exactly its own path, is ever opened: there is no path to escape through.
 *
 * @throws what reading the folder throws
 */
export async function servePage(folder: string): Promise<(request: Request) => Promise<Response>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  );
  return async ({ url, method }) => {
    const { pathname } = new URL(url);
    const path = files.get(pathname === '/' ? '/index.html' : pathname);
    if (!isPageAddress(url) || path === undefined) return refusal(404);
    if (method !== 'GET') return refusal(405);
    const type = contentTypes[extname(path)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(path)), {
      headers: { ...headers, 'Content-Type': type },
    });
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers });
}
