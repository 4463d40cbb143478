import { type Language, languageOf } from '../model/language.ts';
import { localesIn, type RegionalLocales } from '../model/region.ts';
import type { Translation } from '../model/translation.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';

/** What every translation of the main process's sentences has to say. */
export type Words = Translation<typeof english>;

const translations: Readonly<Record<Language, Words>> = { en: english, fi: finnish };
let spoken: Words = english;
let locales: RegionalLocales = { numbers: english.locale, times: english.locale };

/**
 * Every sentence of the main process that a person reads in the window or around it, in the language in use. Asked when
 * a sentence is made, never kept: what a module holds from its loading on would stay English.
 */
export function words(): Words {
  return spoken;
}

/**
 * Chooses the language, once, before anything is said: the first of these (BCP 47) there is a translation for. Until
 * then, and wherever there is no window, it is English: scripts read that. The log is English in any case.
 *
 * @param systemLocale names the region (BCP 47); where it names none, numbers and times are those of the language
 */
export function speak(preferred: readonly string[], systemLocale = ''): void {
  spoken = translations[languageOf(preferred)];
  locales = localesIn(systemLocale, spoken.locale);
}

/** How numbers, dates and the clock are written: as in the system's region. */
export function regionalLocales(): RegionalLocales {
  return locales;
}

/** What happened, and what to do about it. */
export interface Said {
  readonly message: string;
  readonly remedy: string;
}
