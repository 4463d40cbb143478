/** How the system's region has numbers written, and how dates and the clock (each BCP 47). */
export interface RegionalLocales {
  readonly numbers: string;
  readonly times: string;
}

/**
 * Times are in the language of the texts, as it is used in the system's region: someone in Germany who reads English
 * gets "en-DE", someone in America "en-US". For a region of which that is not laid down, as it is used where the texts
 * are from. Numbers have no language: they are as the system's has them, in the digits of the texts.
 *
 * @param language of the texts; what is answered where the system's locale names no region that is known
 */
export function localesIn(systemLocale: string, language: string): RegionalLocales {
  const asInLanguage = { numbers: language, times: language };
  try {
    const { language: systemLanguage, region } = new Intl.Locale(systemLocale).maximize();
    if (region === undefined) return asInLanguage;
    const times = new Intl.Locale(language, { region }).toString();
    const isKnown = new Intl.DateTimeFormat(times).resolvedOptions().locale === times;
    return {
      numbers: new Intl.Locale(systemLanguage, { region, numberingSystem: 'latn' }).toString(),
      times: isKnown ? times : language,
    };
  } catch {
    // Some systems answer with what is no locale.
    return asInLanguage;
  }
}
