import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePrivateFolder } from '../../../electron/store/private-folder.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const noAccess = { failure: expect.objectContaining({ kind: 'no-access' }) };

describe('a private folder', () => {
  test('is made with those above it, and is its user’s alone, also when it was there', () => {
    const folder = join(tempFolder(), 'a', 'b', 'c');
    makePrivateFolder(folder);
    makePrivateFolder(folder);
    expect(existsSync(folder)).toBe(true);
    if (process.platform === 'win32') return; // modes say nothing there
    expect([folder, join(folder, '..')].map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o700]);
  });

  test('is refused where a file stands in the way', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'a'), join(file, 'a', 'b')]) {
      expect(() => makePrivateFolder(folder)).toThrow(expect.objectContaining(noAccess));
    }
  });

  test.skipIf(!existsSync('/proc/self'))('is refused at once where the system makes the folders', () => {
    for (const folder of ['/proc/lukittu', '/proc/lukittu/data']) {
      expect(() => makePrivateFolder(folder)).toThrow(expect.objectContaining(noAccess));
    }
  });
});
