/**
 * U+0000, and half of a surrogate pair: PostgreSQL, for one, takes neither in a text. Whether the server would see that
 * before it deletes a stored file is not known (docs/lukittu.md, "What is not known").
 */
const unstorable = /[\0\p{Cs}]/gu;

/**
 * What does not show, and what turns others round: two texts that look alike would not be alike. Joiners count where
 * they join nothing; behind a letter or sign beyond ASCII they belong to scripts and emoji.
 */
const unseen = /(?!\0)(?!(?<=(?!\p{Cf})\P{ASCII})[\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The numbers of the characters in a text that could not be stored, as `U+0000`, each once; empty for none. */
export function unstorableIn(text: string): string {
  const found = text.match(unstorable) ?? [];
  return [...new Set(found)].map((character) => `U+${numberOf(character)}`).join(', ');
}

const numberOf = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

export function withoutUnstorable(text: string): string {
  return text.replace(unstorable, '');
}

/** A text as it looks. `besides`: single characters that stay all the same. */
export function withoutUnseen(text: string, besides: RegExp | null = null): string {
  return text.replace(unseen, (character) => (besides?.test(character) ? character : ''));
}
