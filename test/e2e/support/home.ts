import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';

/** A person's home: files are saved to its downloads. */
export interface Home {
  /** For the app's environment. */
  readonly env: { readonly HOME: string; readonly XDG_CONFIG_HOME: string };
  /** For `launch` as well: only on Linux do they go with the environment. */
  readonly downloads: string;
}

export function homeOf(info: TestInfo): Home {
  const home = info.outputPath('home');
  mkdirSync(home, { recursive: true });
  return { env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') }, downloads: join(home, 'Downloads') };
}

/** Writes a file of this test's and answers where. */
export function fileIn(info: TestInfo, name: string, text: string): string {
  const path = info.outputPath(name);
  writeFileSync(path, text);
  return path;
}
