import { describe, expect, test } from 'vitest';
import { cleanApiKey } from '../../../electron/keys/api-key.ts';

const key = 'lab_main_0123456789abcdef';
const bearer = 'Removed “Bearer ” in front of the key.';
const around = 'Removed the white space around the key.';
const inside = 'Removed the spaces and line breaks inside the key.';
const quotes = 'Removed the quotes around the key.';
const header = 'Removed “Authorization:” in front of the key.';

describe('a pasted API key', () => {
  test.each<[string, string, string[]]>([
    ['as it is', key, []],
    ['with white space around it', `  ${key}\r\n`, [around]],
    ['with a no-break space behind it', `${key}\u00a0`, [around]],
    ['with “Bearer ” in front', `Bearer ${key}`, [bearer]],
    ['with “bearer  ” in front, twice spaced', `bearer  ${key}`, [bearer]],
    ['as a whole header', `Authorization: Bearer ${key}`, [header, bearer]],
    ['broken by the mail it came in', 'lab_main_0123\n  456789abcdef', [inside]],
    ['in quotes', `"${key}"`, [quotes]],
    ['in quotes with its header', `'Authorization: Bearer ${key}'`, [quotes, header, bearer]],
    ['in quotes behind its header', `Bearer "${key}"`, [bearer, quotes]],
    [
      'with everything at once',
      ` "Bearer ${key.slice(0, 9)}\n${key.slice(9)}" `,
      [around, quotes, bearer, inside],
    ],
    ['with characters nobody sees', `\ufeff${key.slice(0, 4)}\u200b${key.slice(4)}`, []],
  ])('%s is taken, and what was removed is told', (_, text, notes) => {
    expect(cleanApiKey(text)).toEqual({ ok: true, value: { key, notes } });
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['the word alone', 'Bearer '],
    ['empty quotes', '""'],
  ])('that is %s is refused as missing', (_, text) => {
    expect(cleanApiKey(text)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', message: 'There is no API key.', fields: [{ path: 'apiKey' }] },
    });
  });

  test('that is far too long is refused with the limit, and not repeated', () => {
    expect(cleanApiKey('k'.repeat(2000))).toMatchObject({ ok: true });
    const result = cleanApiKey(` ${'k'.repeat(2001)} `);
    const message = 'The API key has 2001 characters; a key has at most 2000.';
    expect(result).toMatchObject({
      ok: false,
      failure: {
        kind: 'invalid-input',
        message,
        remedy: expect.stringContaining('Copy the key alone'),
        fields: [{ path: 'apiKey', message }],
      },
    });
    expect(JSON.stringify(result)).not.toContain('kkk');
  });

  test.each(['••••••••', 'lab_mаin_with_a_cyrillic_letter', 'päivä', 'abc\u0000def', 'abc\u007f'])(
    '“%s” is refused, and not repeated',
    (text) => {
      const result = cleanApiKey(text);
      expect(result).toMatchObject({
        ok: false,
        failure: { kind: 'invalid-input', fields: [{ path: 'apiKey' }] },
      });
      expect(JSON.stringify(result)).not.toContain(text);
    },
  );
});
