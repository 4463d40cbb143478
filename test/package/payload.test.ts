import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { extractFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { parseAst } from 'vite';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { bundledPackages } from '../../build/package/licenses.ts';
import { packedFiles, payloadBytes, payloadLimit } from '../../build/package/payload.ts';
import { writeSbom } from '../../build/package/sbom.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/temp-folder.ts';

const archive = inject('archive');
const files = packedFiles(archive);
const textOf = (path: string): string => extractFile(archive, normalize(path)).toString();
const bundles = files.filter(({ path }) => /^out\/(main|preload)\/.*\.c?js$/.test(path));

/** Everything the app needs to run. */
const parts = [
  /^package\.json$/,
  /^out\/main\/main\.js$/,
  /^out\/main\/chunks\/[\w-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w-]+\.(js|css)$/,
  /^node_modules\/keytar\/package\.json$/,
  /^node_modules\/keytar\/lib\/keytar\.js$/,
  /^node_modules\/keytar\/build\/Release\/keytar\.node$/,
  /^node_modules\/keytar\/LICENSE\.md$/,
];

describe('the packed app', () => {
  test('has every part that runs, and nothing else', () => {
    const strangers = files.filter(({ path }) => !parts.some((part) => part.test(path)));
    const missing = parts.filter((part) => !files.some(({ path }) => part.test(path)));
    expect({ strangers, missing }).toEqual({ strangers: [], missing: [] });
  });

  test('is no larger than it may be, its native part included', () => {
    expect(payloadBytes(archive, files)).toBeLessThanOrEqual(payloadLimit);
  });

  test('has nothing of what stands in for Electron during development', () => {
    const found = files.filter(({ path }) =>
      /chromium-runtime|playwright|registerHooks/.test(path + (path.endsWith('.node') ? '' : textOf(path))),
    );
    expect(found).toEqual([]);
  });

  test('keeps the one part that the system has to load beside the archive', () => {
    expect(files.filter(({ unpacked }) => unpacked).map(({ path }) => path)).toEqual([
      'node_modules/keytar/build/Release/keytar.node',
    ]);
  });

  test.each(bundles.map(({ path }) => path))(
    '%s loads only Node, Electron, keytar and its own parts',
    (path) => {
      const known = new Set([...builtinModules, 'electron', 'keytar']);
      const loaded = modulesLoadedBy(textOf(path));
      expect(
        loaded.filter((name) => !name.startsWith('node:') && !name.startsWith('.') && !known.has(name)),
      ).toEqual([]);
    },
  );

  test('loads all three of them: so what a bundle loads is found', () => {
    const loaded = new Set(bundles.flatMap(({ path }) => modulesLoadedBy(textOf(path))));
    expect([loaded.has('electron'), loaded.has('keytar'), loaded.has('node:fs')]).toEqual([true, true, true]);
  });

  test('is of this version, and begins where its package says', () => {
    const { version, main } = z
      .object({ version: z.string(), main: z.string() })
      .parse(JSON.parse(textOf('package.json')));
    expect(version).toBe(packageJson.version);
    expect(files.map(({ path }) => path)).toContain(main);
  });
});

test('no fuse of the packed binary lets anybody run other code in it', async () => {
  const { version: _version, ...wire } = await getCurrentFuseWire(inject('executable'));
  const states = Object.values(wire).map((state) => String.fromCharCode(Number(state)));
  expect({
    runAsNode: states[FuseV1Options.RunAsNode],
    nodeOptions: states[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: states[FuseV1Options.EnableNodeCliInspectArguments],
    fileProtocol: states[FuseV1Options.GrantFileProtocolExtraPrivileges],
    cookieEncryption: states[FuseV1Options.EnableCookieEncryption],
    onlyFromArchive: states[FuseV1Options.OnlyLoadAppFromAsar],
    archiveIntegrity: states[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
  }).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    inspect: '0',
    fileProtocol: '0',
    cookieEncryption: '1',
    onlyFromArchive: '1',
    archiveIntegrity: '1',
  });
});

describe('licenses', () => {
  const packages = bundledPackages();

  test('of every package in the app stand beside it, in full', () => {
    const text = readFileSync(join(dirname(archive), 'third-party-licenses.txt'), 'utf8');
    expect(packages.length).toBeGreaterThan(10);
    expect(packages.filter((each) => !text.includes(each.text.trim()))).toEqual([]);
    expect(readFileSync(join(dirname(archive), 'LICENSE.txt'), 'utf8')).toContain('MIT License');
  });

  test('let the app be given away as it is', () => {
    const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0'];
    expect(packages.filter(({ license }) => !allowed.includes(license)).map(({ name }) => name)).toEqual([]);
  });

  test('are of packages that the app depends on, not only its development', () => {
    const development: Record<string, string> = packageJson.devDependencies;
    expect(packages.filter(({ name }) => Object.hasOwn(development, name)).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

/** What a script imports or requires, by the names that stand in it. */
function modulesLoadedBy(script: string): string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const name = nameOfModule(node);
    if (name !== null) names.push(name);
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseAst(script));
  return names;
}

/** The module that a piece of syntax loads; null for any other syntax. */
function nameOfModule(node: object): string | null {
  const type = at(node, 'type');
  if (type === 'CallExpression' && /^(__)?require$/.test(String(at(at(node, 'callee'), 'name')))) {
    return text(at(at(at(node, 'arguments'), 0), 'value'));
  }
  return /^(Import|Export)/.test(String(type)) ? text(at(at(node, 'source'), 'value')) : null;
}

const at = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

test('the list of parts names everything in the app, and Electron', () => {
  const file = join(tempFolder(), 'sbom.json');
  writeSbom(file);
  const { components, serialNumber } = z
    .object({ components: z.array(z.object({ purl: z.string() })), serialNumber: z.string() })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const { electron } = packageJson.devDependencies;
  const expected = bundledPackages().map(
    ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`,
  );
  expect(components.map(({ purl }) => purl)).toEqual([...expected, `pkg:npm/electron@${electron}`]);
  expect(serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});
