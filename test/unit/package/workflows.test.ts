import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../.github/workflows');

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const used = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, what = '']) => what);

  test('uses every action at one commit, and says which version that is', () => {
    expect(used.length).toBeGreaterThan(0);
    const own = used.filter((what) => what.startsWith('./'));
    const pinned = used.filter((what) => /^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(what));
    expect(used.filter((what) => !own.includes(what) && !pinned.includes(what))).toEqual([]);
  });

  test('may only read, unless a job says otherwise', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(text).not.toContain('write-all');
  });

  test('puts nothing into a script but through its environment', () => {
    const scripts = scriptsIn(text);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => script.includes('{{'))).toEqual([]);
  });
});

test('what is released comes with its sums, a list of its parts and proof of where both were made', () => {
  const release = readFileSync(join(folder, 'release.yml'), 'utf8');
  expect(scriptsIn(release).some((script) => /^sha256sum .*> SHA256SUMS/m.test(script))).toBe(true);
  for (const action of ['attest-build-provenance', 'attest-sbom']) {
    expect(release).toMatch(new RegExp(`uses: actions/${action}@[\\da-f]{40} `));
  }
  expect(release).toMatch(/^ +sbom-path: \S+\.cdx\.json$/m);
});

test('nothing is packed for a release while it is not said whom deb and rpm name', () => {
  const release = readFileSync(join(folder, 'release.yml'), 'utf8');
  const [notes = ''] = /^ {2}notes:\n(?: {4}.*\n|\n)+/m.exec(release) ?? [];
  expect(notes).toMatch(/^ +MAINTAINER: \$\{\{ vars\.MAINTAINER \}\}$/m);
  const stops = /^ *if \[ -z "\$MAINTAINER" \]; then\n(?:.*\n)* +exit 1\n +fi$/m;
  expect(scriptsIn(notes).filter((script) => stops.test(script))).toHaveLength(1);
  const [packaging = ''] = /^ {2}package:\n(?: {4}.*\n|\n)+/m.exec(release) ?? [];
  expect(packaging).toMatch(/^ {4}needs: \[notes, test\]$/m);
});

test('the job of the stand-in leaves Electron out by the variable that the set-up reads', () => {
  const read = (path: string) => readFileSync(join(folder, '../..', path), 'utf8');
  const [, variable = ''] = /^ {6}(ELECTRON_\w+): '1'$/m.exec(read('.github/workflows/test.yml')) ?? [];
  expect(variable).not.toBe('');
  expect(read('build/setup.mjs')).toContain(`process.env.${variable}`);
});

test('newer versions of every package and action, Electron among them, are proposed each week', () => {
  const bot = readFileSync(join(folder, '../dependabot.yml'), 'utf8');
  const proposals = bot.matchAll(
    /^ {2}- package-ecosystem: (.+)\n {4}directory: \/\n {4}schedule:\n {6}interval: weekly$/gm,
  );
  expect([...proposals].map(([, what]) => what)).toEqual(['npm', 'github-actions']);
  expect(bot).not.toMatch(/^ +(ignore|allow|target-branch|open-pull-requests-limit: 0\b)/m);
});

/** What stands behind every `run:`, with all of its lines. */
function scriptsIn(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, indent = '', first] = /^( *)(?:- )?run: (.*)$/.exec(line) ?? [];
    if (first === undefined) return [];
    const after = lines.slice(index + 1);
    const end = after.findIndex((each) => each !== '' && !each.startsWith(`${indent}  `));
    return [[first, ...after.slice(0, end === -1 ? undefined : end)].join('\n')];
  });
}
