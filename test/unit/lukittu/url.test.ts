import { describe, expect, test } from 'vitest';
import { originOf, parseServerUrl, sameOrigin } from '../../../electron/lukittu/url.ts';

describe('the server URL a person typed', () => {
  test.each([
    ['https://app.lukittu.com', 'https://app.lukittu.com'],
    ['app.lukittu.com', 'https://app.lukittu.com'],
    ['  app.lukittu.com/  ', 'https://app.lukittu.com'],
    ['https://APP.Lukittu.com///', 'https://app.lukittu.com'],
    ['https://example.org:8443', 'https://example.org:8443'],
    ['https://example.org:443', 'https://example.org'],
    ['https://example.org/lukittu/', 'https://example.org/lukittu'],
    ['example.org:8443/lukittu', 'https://example.org:8443/lukittu'],
    ['localhost:3000', 'https://localhost:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
    ['http://127.8.8.8', 'http://127.8.8.8'],
    ['http://127.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('“%s” becomes %s', (text, expected) => {
    expect(parseServerUrl(text)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'There is no server URL.'],
    ['   ', 'There is no server URL.'],
    ['https://', 'The server URL is not a web address.'],
    ['not a url', 'The server URL is not a web address.'],
    ['https://exa mple.org', 'The server URL is not a web address.'],
    ['https://example.org:99999', 'The server URL is not a web address.'],
    ['ftp://example.org', 'The server URL begins with “ftp://”, which is no web address.'],
    ['file:///etc/passwd', 'The server URL is not a web address.'],
    ['http://example.org', 'The server URL begins with http://, which would send the API key unencrypted.'],
    [
      'http://localhost.example.org',
      'The server URL begins with http://, which would send the API key unencrypted.',
    ],
    [
      'http://127.0.0.1.example.org',
      'The server URL begins with http://, which would send the API key unencrypted.',
    ],
    ['http://128.0.0.1', 'The server URL begins with http://, which would send the API key unencrypted.'],
    ['http://0.0.0.0', 'The server URL begins with http://, which would send the API key unencrypted.'],
    ['https://me:secret@example.org', 'The server URL holds a user name or password.'],
    ['https://localhost@example.org', 'The server URL holds a user name or password.'],
    ['https://example.org/?team=1', 'The server URL holds more than an address.'],
    ['https://example.org/#top', 'The server URL holds more than an address.'],
  ])('“%s” is refused, saying why and what to do', (text, message) => {
    const result = parseServerUrl(text);
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', message, fields: [{ path: 'serverUrl', message }] },
    });
    expect(result.ok ? '' : result.failure.remedy).toMatch(/^(Enter|Begin|Remove) .+\.$/);
  });

  test('is refused with the limit where it is far too long', () => {
    const address = (length: number) => `https://example.org/${'a'.repeat(length - 20)}`;
    expect(parseServerUrl(address(2000))).toMatchObject({ ok: true });
    const message = 'The server URL has 2001 characters; it may have at most 2000.';
    expect(parseServerUrl(address(2001))).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', message, fields: [{ path: 'serverUrl', message }] },
    });
  });

  test('is never repeated in a refusal, as it may hold a password', () => {
    const result = parseServerUrl('https://me:hunter2@example.org');
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});

test('two URLs are of one origin when scheme, host and port agree, whatever the path', () => {
  expect(sameOrigin('https://example.org/a', 'https://example.org/b')).toBe(true);
  expect(sameOrigin('https://example.org', 'https://example.org:8443')).toBe(false);
  expect(sameOrigin('https://example.org', 'https://www.example.org')).toBe(false);
  expect(sameOrigin('http://localhost', 'https://localhost')).toBe(false);
  expect(originOf('https://example.org/lukittu')).toBe('https://example.org');
});
