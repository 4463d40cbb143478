import { type Language, languageOf } from '../../electron/model/language.ts';
import type { Translation } from '../../electron/model/translation.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';

/** What every translation has to say. */
export type Texts = Translation<typeof english>;

const translations: Readonly<Record<Language, Texts>> = { en: english, fi: finnish };

/** The texts in the first of these languages (BCP 47) there is a translation for; English where there is none. */
export function textsIn(preferred: readonly string[]): Texts {
  return translations[languageOf(preferred)];
}

/** The interface texts in use: those of the system's language. */
export const texts: Texts = textsIn(navigator.languages);
