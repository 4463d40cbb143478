/**
 * How dates and the clock are written: in the language of the texts, as it is used in the system's region. Someone in
 * Germany who reads English gets "en-DE", someone in America "en-US". Both are BCP 47.
 *
 * @param language of the texts; what is answered where the system's locale names no region that is known
 */
export function inRegionOf(systemLocale: string, language: string): string {
  try {
    const { region } = new Intl.Locale(systemLocale).maximize();
    return new Intl.Locale(language, region === undefined ? {} : { region }).toString();
  } catch {
    // Some systems answer with what is no locale.
    return language;
  }
}
