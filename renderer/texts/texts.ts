import { english } from './english.ts';
import { finnish } from './finnish.ts';
import type { Translation } from './translation.ts';

/** What every translation has to say. */
export type Texts = Translation<typeof english>;

const translations: ReadonlyMap<string, Texts> = new Map([
  ['en', english],
  ['fi', finnish],
]);

/** The texts in the first of these languages (BCP 47) there is a translation for; English where there is none. */
export function textsIn(languages: readonly string[]): Texts {
  const known = languages.map((language) => translations.get(language.toLowerCase().split('-')[0] ?? ''));
  return known.find((found) => found !== undefined) ?? english;
}

/** The interface texts in use: those of the system's language. */
export const texts: Texts = textsIn(navigator.languages);
