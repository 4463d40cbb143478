import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [, inTheApp = '', forDevelopment = ''] = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').split(
  /^## /m,
);

/** The rows of a table, cell by cell. */
const rowsOf = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(2, -2).split(' | '));

/** The packages that a table has a line for, each as often as it is named. */
const namesIn = (section: string): string[] =>
  rowsOf(section).flatMap(([names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

/** The types of a package are spoken for by one line. */
const lineOf = (name: string): string => (name.startsWith('@types/') ? '@types/*' : name);

describe('the document of the dependencies', () => {
  test('has one line for each package of the app, and none for what is not there', () => {
    // Electron is what the app runs in, and is packed by what packs it.
    expect(namesIn(inTheApp).toSorted()).toEqual([...Object.keys(dependencies), 'electron'].toSorted());
  });

  test('has one line for each package of the development, and none for what is not there', () => {
    const lines = new Set(Object.keys(devDependencies).map(lineOf));
    expect([...namesIn(forDevelopment), 'electron'].toSorted()).toEqual([...lines].toSorted());
  });

  test.each(rowsOf(inTheApp + forDevelopment))(
    'says of %s what it is for, and what was weighed',
    (...cells) => {
      expect(cells).toHaveLength(3);
      expect(cells.filter((cell) => cell.trim() === '')).toEqual([]);
    },
  );

  test('says that each is pinned, and so it is', () => {
    const versions: unknown[] = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });
});
