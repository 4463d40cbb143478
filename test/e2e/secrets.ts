import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect } from '@playwright/test';
import { knownKeysFile, test } from './support/test.ts';

test('no key is left in any data folder or log', ({}, testInfo) => {
  const keys = existsSync(knownKeysFile)
    ? new Set(readFileSync(knownKeysFile, 'utf8').trim().split('\n'))
    : [];
  const folder = testInfo.project.outputDir;
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const found = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isOfTheApp(relative(folder, path)))
    .filter((path) => {
      const bytes = readIfThere(path);
      // SQLite and Chromium write text as it is or in UTF-16.
      return [...keys].some((key) => bytes.includes(key) || bytes.includes(Buffer.from(key, 'utf16le')));
    });

  expect(found).toEqual([]);
});

/** A data folder or what the main process printed; what Playwright writes beside them names keys that were typed. */
function isOfTheApp(path: string): boolean {
  const [, name = ''] = path.split(sep);
  return name.startsWith('data');
}

/** A Chromium that was killed may still be clearing up behind itself. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
