import { afterEach, expect, test, vi } from 'vitest';
import { systemLocale, windowLocale } from '../../../build/chromium-runtime/locale.ts';

afterEach(() => vi.unstubAllEnvs());

test.runIf(process.platform === 'linux').each([
  ['en', 'en'],
  ['en_GB', 'en-GB'],
  ['fi_FI.UTF-8:sv:en', 'fi-FI'],
])('windows speak the first language of LANGUAGE: %s', (languages, first) => {
  vi.stubEnv('LANGUAGE', languages);
  expect(windowLocale()).toBe(first);
});

test.each(['', 'C', ':en', 'no language'])(
  'windows speak the system’s where LANGUAGE is “%s”',
  (languages) => {
    vi.stubEnv('LANGUAGE', languages);
    expect(windowLocale()).toBe(systemLocale());
  },
);
