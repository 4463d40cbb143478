/** The system's language and region (BCP 47), as Node reads them from the environment. */
export function systemLocale(): string {
  return new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).baseName;
}

/** The language of windows (BCP 47): on Linux the first that `LANGUAGE` names, as in Chromium; else the system's. */
export function windowLocale(): string {
  const [first = ''] = process.platform === 'linux' ? (process.env.LANGUAGE ?? '').split(':') : [];
  try {
    return new Intl.Locale(first.replace(/\..*$/, '').replaceAll('_', '-')).baseName;
  } catch {
    return systemLocale();
  }
}
