import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** The rows of tables whose last column says what holds them. */
const rows = document
  .split(/^## /m)
  .filter((section) => section.includes('| held by |'))
  .flatMap((section) => section.split('\n').filter((line) => line.startsWith('| ')))
  .filter((line) => !line.startsWith('| threat |'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

/** Each file of a cell with the titles that follow it. */
function testsIn(cell: string): { file: string; title: string }[] {
  return cell.split('; `').flatMap((part) => {
    const file = /^`?([^`]+)`/.exec(part)?.[1] ?? '';
    const titles = part.slice(part.indexOf('“') + 1, part.lastIndexOf('”')).split('”, “');
    return titles.map((title) => ({ file, title }));
  });
}

describe('the threat model', () => {
  test('has a row for each of many threats', () => {
    expect(rows.length).toBeGreaterThan(45);
    expect(rows.filter((row) => row.length !== 3)).toEqual([]);
  });

  test.each(rows.map(([threat = '', done = '', held = '']) => ({ threat, done, held })))(
    'names what holds “$threat”',
    ({ done, held }) => {
      expect(done.length).toBeGreaterThan(5);
      const tests = testsIn(held);
      expect(tests.length).toBeGreaterThan(0);
      for (const { file, title } of tests) {
        expect([file, existsSync(join(root, file))]).toEqual([file, true]);
        const source = readFileSync(join(root, file), 'utf8');
        expect([file, title, titlesOf(source).has(title)]).toEqual([file, title, true]);
      }
    },
  );

  test('would notice a test that was renamed', () => {
    expect(titlesOf("test('one', () => {}); it.each([1])('two %s', () => {});")).toEqual(
      new Set(['one', 'two %s']),
    );
    expect(titlesOf("const one = 'three';").has('three')).toBe(false);
  });
});

/** The titles of the tests in a file, as they are written in it. */
function titlesOf(source: string): Set<string> {
  const titles = source.matchAll(
    /(?<=\(\s*)(['"`])((?:\\.|(?!\1).)+)\1\s*,\s*(?:\{[^}]*\},\s*)?(?:async\s*)?(?:\(|\w+\s*=>|function)/g,
  );
  return new Set([...titles].map(([, , title = '']) => title.replaceAll("\\'", "'")));
}
