import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../.github/workflows');

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = read(name);
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

test('every check runs with real Electron on Linux, macOS and Windows', () => {
  const job = jobOf('test.yml', 'test');
  expect(job).toMatch(/^ {4}runs-on: \$\{\{ matrix\.os \}\}$/m);
  const [, systems = ''] = /^ {4}strategy:\n(?: {6}.*\n)*? {8}os: \[(.*)\]\n/m.exec(job) ?? [];
  expect(systems.split(', ').map((system) => system.replace(/-.*/, ''))).toEqual([
    'ubuntu',
    'macos',
    'windows',
  ]);
  // Both without a condition, and with nothing that leaves Electron out.
  expect(job).toMatch(/^ {6}- run: npm test\n {6}- run: npm run package:check\n(?! {8})/m);
  expect(job).not.toMatch(/ELECTRON_|CHROMIUM|continue-on-error|^ {4}if:/m);
  expect(read('test.yml')).not.toMatch(/^env:/m);
});

test('on Linux the end-to-end specs run on the Chromium runtime as well', () => {
  const job = jobOf('test.yml', 'chromium-runtime');
  expect(job).toMatch(/^ {4}runs-on: ubuntu-\S+$/m);
  expect(job).toMatch(/^ {6}ELECTRON_SKIP_BINARY_DOWNLOAD: '1'\n {6}CHROMIUM: \/usr\/bin\/\S+$/m);
  expect(job).toMatch(/^ {6}- run: npm test -- build package e2e\n(?! {8})/m);
  expect(job).not.toMatch(/continue-on-error|^ {4}if:/m);
});

test('on Linux the tests that mount a disk run as root, who may', () => {
  const mounting = readdirSync(join(folder, '../../test'), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.test.ts') && /\/small-disk\.ts'/.test(read(`../../test/${path}`)))
    .map((path) => `test/${path.replaceAll('\\', '/')}`);
  expect(mounting.length).toBeGreaterThan(0);
  const asRoot = /^ {8}if: runner\.os == 'Linux'\n {8}run: sudo env "PATH=\$PATH" npm run unit -- (.*)$/m;
  const [, files = ''] = asRoot.exec(jobOf('test.yml', 'test')) ?? [];
  expect(files.split(' ').sort()).toEqual(mounting.sort());
});

test('nothing is released before every test has passed and every package has been made', () => {
  expect(neededBy('release', 'release.yml').sort()).toEqual(['notes', 'package', 'test']);
  expect(jobOf('release.yml', 'test')).toMatch(/^ {4}uses: \.\/\.github\/workflows\/test\.yml$/m);
  // A condition could let a job run all the same.
  for (const name of ['notes', 'test', 'package', 'release']) {
    expect(jobOf('release.yml', name)).not.toMatch(/^ {4}(if|continue-on-error):/m);
  }
});

test('what a tag makes is a draft, which somebody has to publish', () => {
  const release = read('release.yml');
  const [making = '', ...others] = scriptsIn(release).filter((script) => script.includes('gh '));
  expect(making.trim()).toMatch(/^gh release create "\$TAG" --draft --verify-tag [^\n;&|]*$/);
  expect(others).toEqual([]);
});

test('what is released comes with its sums, a list of its parts and proof of where both were made', () => {
  const job = jobOf('release.yml', 'release');
  expect(scriptsIn(job).some((script) => /^sha256sum .*> SHA256SUMS/m.test(script))).toBe(true);
  const attested = [...job.matchAll(/uses: actions\/attest@.*\n {8}with:\n((?: {10}.*\n)+)/g)];
  expect(attested.map(([, inputs = '']) => inputs.trim().split(/\n +/))).toEqual([
    ['subject-path: packages/lukittu-release-manager-*'],
    ['subject-path: packages/lukittu-release-manager-*', 'sbom-path: packages/sbom.cdx.json'],
  ]);
});

test('nothing is packed for a release while it is not said whom deb and rpm name', () => {
  const notes = jobOf('release.yml', 'notes');
  expect(notes).toMatch(/^ +MAINTAINER: \$\{\{ vars\.MAINTAINER \}\}$/m);
  const stops = /^ *if \[ -z "\$MAINTAINER" \]; then\n(?:.*\n)* +exit 1\n +fi$/m;
  expect(scriptsIn(notes).filter((script) => stops.test(script))).toHaveLength(1);
  expect(neededBy('package', 'release.yml')).toContain('notes');
});

test('the job of the stand-in leaves Electron out by the variable that the set-up reads', () => {
  const [, variable = ''] = /^ {6}(ELECTRON_\w+): '1'$/m.exec(read('test.yml')) ?? [];
  expect(variable).not.toBe('');
  expect(read('../../build/setup.mjs')).toContain(`process.env.${variable}`);
});

test('newer versions of every package and action, Electron among them, are proposed each week', () => {
  const bot = read('../dependabot.yml');
  const proposals = bot.matchAll(
    /^ {2}- package-ecosystem: (.+)\n {4}directory: \/\n {4}schedule:\n {6}interval: weekly$/gm,
  );
  expect([...proposals].map(([, what]) => what)).toEqual(['npm', 'github-actions']);
  expect(bot).not.toMatch(/^ +(ignore|allow|target-branch|open-pull-requests-limit: 0\b)/m);
});

/** A file's text, by its path from the workflows' folder. */
function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** A job's lines; a job that is not there is no text. */
function jobOf(workflow: string, name: string): string {
  return new RegExp(`^ {2}${name}:\\n(?: {4}.*\\n|\\n)+`, 'm').exec(read(workflow))?.[0] ?? '';
}

/** Every job that has to have ended well before this one begins. */
function neededBy(name: string, workflow: string): string[] {
  const [, list = ''] = /^ {4}needs: \[?(.*?)\]?$/m.exec(jobOf(workflow, name)) ?? [];
  const direct = list.split(', ').filter((each) => each !== '');
  return [...new Set(direct.flatMap((each) => [each, ...neededBy(each, workflow)]))];
}

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
