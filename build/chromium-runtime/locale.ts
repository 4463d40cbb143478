/** The system's language (BCP 47), as Node reads it from the environment. */
export function systemLocale(): string {
  return new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).baseName;
}
