import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageOrigin, servePage } from '../../../electron/page-files.ts';
import { tempFolder } from '../../support/temp-folder.ts';

describe('the page’s files', () => {
  test('are answered with their type and the strict policy', async () => {
    const serve = await servePage(page());

    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/index.html', 'text/html; charset=utf-8'],
      ['/assets/app.js', 'text/javascript; charset=utf-8'],
      ['/assets/app.css?v=1', 'text/css; charset=utf-8'],
    ] as const) {
      const answer = await serve(new Request(`${pageOrigin}${path}`));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-dns-prefetch-control')).toBe('off');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  test('may do exactly what the policy names', async () => {
    const serve = await servePage(page());
    const { headers } = await serve(new Request(`${pageOrigin}/`));
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
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
      'trusted-types default',
    ]);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '//secret.txt',
    '/./../secret.txt',
    '/assets',
    '/assets/',
    '/link.txt',
    '/index.html%00.js',
    '/constructor',
    '/__proto__',
  ])('cannot be left by asking for %s', async (path) => {
    const serve = await servePage(page());
    const answer = await serve(plainRequest(`${pageOrigin}${path}`));

    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('are answered for their own host only, and only read', async () => {
    const serve = await servePage(page());

    expect((await serve(new Request('app://elsewhere/index.html'))).status).toBe(404);
    expect((await serve(new Request('https://lukittu/index.html'))).status).toBe(404);
    expect((await serve(new Request(`${pageOrigin}/index.html`, { method: 'POST' }))).status).toBe(405);
  });
});

/** A built page, with a secret beside its folder and a link to it within. */
function page(): string {
  const folder = tempFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'app.js'), '');
  writeFileSync(join(root, 'assets', 'app.css'), '');
  if (process.platform !== 'win32') symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  return root;
}

/** A request whose address is handed on as it is written, in case a scheme's parser does not tidy it. */
function plainRequest(url: string): Request {
  const request = new Request(pageOrigin);
  Object.defineProperty(request, 'url', { value: url });
  return request;
}
