/** The languages the app speaks (ISO 639-1). */
const languages = ['en', 'fi'] as const;
export type Language = (typeof languages)[number];

/** The first of these languages (BCP 47) that the app speaks; English where it speaks none of them. */
export function languageOf(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  const first = spoken.find((language) => languages.some((known) => known === language));
  return languages.find((known) => known === first) ?? 'en';
}
