import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    .filter((path) => {
      const bytes = readFileSync(path);
      // SQLite and Chromium write text as it is or in UTF-16.
      return [...keys].some((key) => bytes.includes(key) || bytes.includes(Buffer.from(key, 'utf16le')));
    });

  expect(found).toEqual([]);
});
