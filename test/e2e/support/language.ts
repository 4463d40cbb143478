import type { LaunchOptions } from './app.ts';

/** Starts the app on a system that speaks this language: on Linux the environment says so, elsewhere a switch does. */
export function inLanguage(language: string, locale: string): Pick<LaunchOptions, 'env' | 'args'> {
  return {
    env: { LANG: `${locale}.UTF-8`, LANGUAGE: language, LC_ALL: undefined },
    args: process.platform === 'linux' ? [] : [`--lang=${language}`],
  };
}
