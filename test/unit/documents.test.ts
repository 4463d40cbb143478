import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The documents are part of the work: where they lead, there is something. */
const root = join(import.meta.dirname, '../..');
const documents = globSync(['*.md', 'docs/**/*.md', 'build/**/*.md', 'test/**/*.md'], { cwd: root });

/** Beside the files, wherever the project is kept: what the site that shows the documents has of its own. */
const pagesOfTheSite = ['../../releases'];

/** Files and headings of this project that a document leads to, pictures included. */
function placesIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)]
    .map(([, place, source]) => place ?? source ?? '')
    .filter((place) => !/^[a-z]+:/.test(place) && !pagesOfTheSite.includes(place));
}

/** As the site that shows them names the headings of a document. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  test('leads only to what is there', () => {
    const missing = placesIn(text).filter((place) => {
      const [path = '', heading] = place.split('#');
      const target = path === '' ? join(root, document) : join(root, dirname(document), path);
      if (!existsSync(target)) return true;
      return heading !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(heading);
    });
    expect(missing).toEqual([]);
  });
});

test('the Node that a machine has to bring is said alike everywhere, and knows what the scripts that run on it use', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const said = [
    /"engines": \{\s+"node": ">=(.*?)"/.exec(read('package.json'))?.[1],
    /"engines": \{\s+"node": ">=(.*?)"/.exec(read('package-lock.json'))?.[1],
    /Node\.js (\S+) or newer/.exec(read('README.md'))?.[1],
    /Node (\S+) or newer/.exec(read('CONTRIBUTING.md'))?.[1],
  ];
  // `import.meta.dirname` came with it.
  expect(said).toEqual(['20.11', '20.11', '20.11', '20.11']);
  expect(read('build/setup.mjs')).toContain('import.meta.dirname');
});
