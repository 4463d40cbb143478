import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const listFolder = join(root, 'out/licenses');

/** What stands beside the app: the licenses of the packages in it. */
const licenseFile = join(root, 'out/third-party-licenses.txt');

/** Part of the app as it is, not of a bundle. */
const packedAsTheyAre = ['node_modules/keytar'];

/** Notes which packages a bundle is made of, so that the app can name their authors. */
export function notePackages(bundle: string): Plugin {
  return {
    name: 'note-packages',
    writeBundle: ({ dir = '' }, output) => {
      const modules = Object.values(output).flatMap((chunk) =>
        chunk.type === 'chunk' ? chunk.moduleIds : [],
      );
      const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
      const list = join(dir, '../licenses');
      mkdirSync(list, { recursive: true });
      writeFileSync(join(list, `${bundle}.json`), JSON.stringify([...folders].sort(), null, 2));
    },
  };
}

const named = {
  name: z.string(),
  version: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform((author) => author.name)]).optional(),
};
/** Some old packages name their license in a list. */
const packageSchema = z.union([
  z.object({ ...named, license: z.string() }),
  z
    .object({ ...named, licenses: z.array(z.object({ type: z.string() })).min(1) })
    .transform(({ licenses, ...rest }) => ({
      ...rest,
      license: licenses.map(({ type }) => type).join(' OR '),
    })),
]);

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says it. */
  readonly license: string;
  readonly text: string;
}

/** The packages in the app that was built last, by name. Throws an Error for one that brings no license text. */
export function bundledPackages(): BundledPackage[] {
  const noted = readdirSync(listFolder).flatMap((file) =>
    z.array(z.string()).parse(JSON.parse(readFileSync(join(listFolder, file), 'utf8'))),
  );
  return [...new Set([...noted, ...packedAsTheyAre])]
    .map((folder) => readPackage(join(root, folder)))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

export function writeLicenses(): void {
  const parts = bundledPackages().map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`,
  );
  const rule = `\n${'-'.repeat(80)}\n\n`;
  writeFileSync(licenseFile, `Lukittu Release Manager contains these packages.\n${rule}${parts.join(rule)}`);
}

/** The folder of the package that a module belongs to, from the project's; null for the app's own. */
function packageFolder(module: string): string | null {
  const path = module.replace(/\?.*$/, '').replaceAll('\\', '/');
  const found = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path);
  return found?.[0] ?? null;
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, author } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.|$|-)/i.test(each));
  if (file !== undefined) return { name, version, license, text: readFileSync(join(folder, file), 'utf8') };
  if (license !== 'MIT' || author === undefined)
    throw new Error(`${name} ${version} brings no license text.`);
  return { name, version, license, text: mitOf(author) };
}

/** The text of the MIT license, which is the app's own too, for a package that only names it. */
function mitOf(author: string): string {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8');
  return `MIT License\n\nCopyright (c) ${author}\n\n${own.slice(own.indexOf('Permission is hereby granted'))}`;
}
