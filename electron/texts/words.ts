import { type Language, languageOf } from '../model/language.ts';
import type { Translation } from '../model/translation.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';

/** What every translation of the main process's sentences has to say. */
export type Words = Translation<typeof english>;

const translations: Readonly<Record<Language, Words>> = { en: english, fi: finnish };
let spoken: Words = english;

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
 */
export function speak(preferred: readonly string[]): void {
  spoken = translations[languageOf(preferred)];
}

/** What happened, and what to do about it. */
export interface Said {
  readonly message: string;
  readonly remedy: string;
}
