import { failureOf } from '../errors.ts';
import type { Result } from '../model/failure.ts';

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
  const notes = new Set<string>();
  let key = text.replace(invisible, '');
  for (const { pattern, by, note } of removals) {
    const next = key.replace(pattern, by);
    if (next !== key) notes.add(note);
    key = next;
  }

  if (key === '')
    return refused('There is no API key.', 'Copy it from the dashboard of the team and paste it here.');
  if (!/^[\x21-\x7e]+$/.test(key)) {
    return refused(
      'The API key holds characters that no key has.',
      'Copy it again from the dashboard: dots in place of a key, or a letter that only looks alike, do not work.',
    );
  }
  return { ok: true, value: { key, notes: [...notes] } };
}

const quotes = { pattern: /^(["'`])(.*)\1$/s, by: '$2', note: 'Removed the quotes around the key.' };

/** In the order in which a key gets wrapped, from the outside in. */
const removals: readonly { pattern: RegExp; by: string; note: string }[] = [
  { pattern: /^\s+|\s+$/g, by: '', note: 'Removed the white space around the key.' },
  quotes,
  { pattern: /^authorization\s*:\s*/i, by: '', note: 'Removed “Authorization:” in front of the key.' },
  { pattern: /^bearer(\s+|$)/i, by: '', note: 'Removed “Bearer ” in front of the key.' },
  quotes,
  { pattern: /\s+/g, by: '', note: 'Removed the spaces and line breaks inside the key.' },
];

/** Zero-width characters, joiners and byte-order marks, which come along from web pages and chats. */
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

function refused(message: string, remedy: string): Result<CleanedKey> {
  const fields = [{ path: 'apiKey', message }];
  return { ok: false, failure: failureOf('invalid-input', { message, remedy, fields }) };
}
