import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../electron/diagnostics/redact.ts';

const key = 'lab_main_0123456789abcdef';

function redacted(
  text: string,
  { secrets = [], homes = [] }: { secrets?: string[]; homes?: string[] } = {},
): string {
  const redactor = createRedactor(homes);
  for (const secret of secrets) redactor.conceal(secret);
  return redactor.redact(text);
}

describe('what is taken out of a text', () => {
  it.each<[string, string, string]>([
    ['a header', 'Authorization: Bearer abc.def', 'Authorization: ••• •••'],
    ['a header in JSON', '{"authorization":"Bearer abc.def"}', '{"authorization":••• •••"}'],
    ['a scheme with its key', 'sent Bearer lab_main_1 to it', 'sent Bearer ••• to it'],
    ['a key by its name', 'LUKITTU_API_KEY=abc, next', 'LUKITTU_API_KEY=•••, next'],
    ['a password', 'password: hunter2', 'password: •••'],
    ['a license key', 'no license 0MI9K-EOS9Q-WXOD2-SZRRU-YBYA5 here', 'no license ••• here'],
    ['a license key in small letters', '0mi9k-eos9q-wxod2-szrru-ybya5', '•••'],
    ['a license key cut short', '0MI9K-EOS9Q-WXOD2', '•••'],
    ['who is named in a URL', 'https://anna:pw@host.example/x', 'https://•••@host.example/x'],
    ['an address of a person', 'from anna.b+c@mail.example now', 'from ••• now'],
  ])('%s', (_what, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each(['it', 'once and once more', 'in a URL', 'in JSON'])('a key that is known, %s', (how) => {
    const secret = 'a "quoted"/key?&=\\';
    const forms: Record<string, string> = {
      it: secret,
      'once and once more': `${secret}${secret}`,
      'in a URL': `?key=${encodeURIComponent(secret)}`,
      'in JSON': JSON.stringify({ secret }),
    };
    const left = redacted(`before ${forms[how]} after`, { secrets: [secret] });
    expect(left).not.toContain('quoted');
    expect(left).toMatch(/^before .*•••.* after$/);
  });

  it('a key that is the beginning of another', () => {
    expect(redacted(`${key}-long`, { secrets: [key, `${key}-long`] })).toBe('•••');
  });

  it('the home folder, as a path and as a URL', () => {
    const homes = ['/home/anna b'];
    expect(redacted('at /home/anna b/app/x.js', { homes })).toBe('at ~/app/x.js');
    expect(redacted('at file:///home/anna%20b/app/x.js', { homes })).toBe('at file://~/app/x.js');
    expect(redacted('at C:\\Users\\Anna\\x.js', { homes: ['C:\\Users\\Anna'] })).toBe('at ~\\x.js');
  });
});

describe('what stays', () => {
  it.each([
    '6d0cb053-941c-491f-a3a3-000000000001',
    'https://app.lukittu.com:8443',
    'at run (file:///app/node_modules/@tanstack/react-virtual/index.js:1:2)',
    '2026-01-01T12:00:00.000Z',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('%s', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('is one line, however it was broken, and no more than a person reads', () => {
    expect(redacted('a\nb\r\n\u2028\u202ec\u0000')).toBe('a b c ');
    expect(redacted('x'.repeat(100_000)).length).toBeLessThan(2100);
    expect(redacted('\ud800')).toBe('\ufffd');
  });

  it('is not made of short words a secret happens to be', () => {
    expect(redacted('a key is a key', { secrets: ['key', ''] })).toBe('a key is a key');
  });

  it('is found in no time, whatever the text', () => {
    const started = performance.now();
    for (const text of [
      'a@'.repeat(100_000),
      'ABCDE-'.repeat(100_000),
      `//${'a'.repeat(100_000)}`,
      'token='.repeat(100_000),
      `${'.'.repeat(100_000)}@`,
    ]) {
      redacted(text, { secrets: [key] });
    }
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('is found in a text of megabytes, too, which is looked at no further than a person reads', () => {
    expect(redacted('ABCDE-'.repeat(2_000_000))).toMatch(/^.{1,2000}…?$/);
  });
});
