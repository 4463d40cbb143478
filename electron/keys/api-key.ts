import { failureOf } from '../errors.ts';
import type { Result } from '../model/failure.ts';
import { type Said, type Words, words } from '../texts/words.ts';

/** A key as it is sent, and what was removed from what was pasted, as sentences for the user. */
export interface CleanedKey {
  readonly key: string;
  readonly notes: readonly string[];
}

/**
 * Frees a pasted API key of what commonly comes along: white space around and inside it, quotes, and the
 * header it was copied from (the server answers 401 to a second space after `Bearer`). The failure is
 * `invalid-input` with the field `apiKey`; it never repeats the text.
 */
export function cleanApiKey(text: string): Result<CleanedKey> {
  const said = words().server.key;
  const notes = new Set<string>();
  let key = text.replace(invisible, '');
  for (const { pattern, by, note } of removals) {
    const next = key.replace(pattern, by);
    if (next !== key) notes.add(said.removed[note]);
    key = next;
  }

  if (key === '') return refused(said.none);
  if (key.length > longestKey) return refused(said.tooLong(key.length, longestKey));
  if (!/^[\x21-\x7e]+$/.test(key)) return refused(said.oddCharacters);
  return { ok: true, value: { key, notes: [...notes] } };
}

/** Characters. The server's keys have a few dozen; a header holds far more. */
const longestKey = 2000;

const quotes = { pattern: /^(["'`])(.*)\1$/s, by: '$2', note: 'quotes' } as const;

/** In the order in which a key gets wrapped, from the outside in. */
const removals: readonly { pattern: RegExp; by: string; note: keyof Words['server']['key']['removed'] }[] = [
  { pattern: /^\s+|\s+$/g, by: '', note: 'spaceAround' },
  quotes,
  { pattern: /^authorization\s*:\s*/i, by: '', note: 'authorization' },
  { pattern: /^bearer(\s+|$)/i, by: '', note: 'bearer' },
  quotes,
  { pattern: /\s+/g, by: '', note: 'spaceInside' },
];

/** Zero-width characters, joiners and byte-order marks, which come along from web pages and chats. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

function refused({ message, remedy }: Said): Result<CleanedKey> {
  const fields = [{ path: 'apiKey', message }];
  return { ok: false, failure: failureOf('invalid-input', { message, remedy, fields }) };
}
