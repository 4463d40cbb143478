import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The folders of the main process, and what each may import, as docs/architecture.md says. */
const root = join(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const rooms = [...document.matchAll(/^\| `electron\/(\w+)\/` \|[^|]*\|([^|]*)\|$/gm)].map(
  ([, room = '', allowed = '']) => ({ room, allowed: new Set(allowed.match(/\w+/g)) }),
);

/** What everybody may import; who has less is told so in the document. */
const common = ['model', 'texts', 'clock.ts', 'errors.ts', 'pieces.ts'];
const apart: Readonly<Record<string, readonly string[]>> = {
  model: [],
  texts: ['model'],
  demo: ['model', 'clock.ts'],
};

/** What a room imports of the rest of `electron/`: a room, or a file of the rim. */
function importsOf(room: string): Set<string> {
  const files = globSync(`electron/${room}/**/*.ts`, { cwd: root });
  return new Set(
    files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/\b(?:from|import\() ?'(\.[^']*)'/g)]
        .map(([, place = '']) => normalize(join(dirname(file), place)).split(/[/\\]/)[1] ?? '')
        .filter((other) => other !== room);
    }),
  );
}

test('every folder of the main process has a row', () => {
  const folders = globSync('electron/*/', { cwd: root }).map((path) => path.split(/[/\\]/)[1]);
  expect(rooms.map(({ room }) => room).toSorted()).toEqual(folders.toSorted());
});

describe.each(rooms)('electron/$room', ({ room, allowed }) => {
  test('imports what the document says, and nothing else', () => {
    const own = apart[room] ?? common;
    // `services.ts` is the door to `services/`, as `contract.ts` is to `contract/`.
    const strange = [...importsOf(room)].filter(
      (other) => !own.includes(other) && !allowed.has(other.replace(/\.ts$/, '')),
    );
    expect(strange).toEqual([]);
  });
});

describe('the page', () => {
  /** The files and packages it is made of: what is imported for its types only is not in it. */
  function partsOf(file: string, parts = new Set<string>()): Set<string> {
    if (parts.has(file)) return parts;
    parts.add(file);
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, place = ''] of text.matchAll(
      /(?:^(?:import|export) (?!type )[^';]*|\bimport\()'([^']*)'/gm,
    )) {
      if (!place.startsWith('.')) parts.add(place);
      else if (/\.tsx?$/.test(place)) partsOf(join(dirname(file), place), parts);
    }
    return parts;
  }

  test('has no schemas in it: the main process parses what comes and what goes', () => {
    const parts = partsOf(join('renderer', 'main.tsx'));
    expect(parts).toContain('react');
    expect(parts).toContain(join('electron', 'model', 'job-standing.ts'));
    expect(parts).not.toContain('zod');
  });
});
