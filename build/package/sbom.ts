import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { bundledPackages } from './licenses.ts';

/**
 * Writes down what the app that was built last is made of, as CycloneDX 1.6: every package in its bundles, and Electron.
 * The same parts make the same file.
 */
export function writeSbom(file: string): void {
  const { name, version, license, devDependencies } = packageJson;
  const parts = bundledPackages().map((part) => component('library', part));
  const electron = { name: 'electron', version: devDependencies.electron, license: 'MIT' };
  const components = [...parts, component('framework', electron)];
  const application = component('application', { name, version, license });
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([application, components]))}`,
    version: 1,
    metadata: { component: application },
    components,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
}

function component(type: string, part: { name: string; version: string; license: string }) {
  const purl = `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`;
  const licenses = [{ license: { id: part.license } }];
  return { type, 'bom-ref': purl, name: part.name, version: part.version, licenses, purl };
}

/** A UUID of version 8 (of one's own making) from a text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
