import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { buildApp } from './build-app.ts';
import { notesOf, readChangelog } from './package/changelog.ts';
import { writeLicenses } from './package/licenses.ts';
import { runBuilder } from './package/pack.ts';
import { renderIcons } from './package/render-icons.ts';
import { writeSbom } from './package/sbom.ts';

/**
 * `npm run package -- [options of electron-builder]`: builds the app and makes the packages of this system in `dist/`,
 * with the list of what is in them. Nothing is uploaded. Packages made where `GITHUB_REPOSITORY` names one look for
 * updates in its releases; others look for none.
 */
const root = join(import.meta.dirname, '..');
const { version } = packageJson;

const notes = notesOf(version, readChangelog());
if (notes === null) {
  console.error(`CHANGELOG.md says nothing of ${version}. Write a section “## [${version}]” first.`);
  process.exit(1);
}
if (!buildApp()) process.exit(1);
await renderIcons();
writeLicenses();
writeSbom(join(root, 'dist/sbom.cdx.json'));
const notesFile = 'out/release-notes.md';
mkdirSync(join(root, 'out'), { recursive: true });
writeFileSync(join(root, notesFile), `${notes}\n`);

runBuilder(
  [...process.argv.slice(2), `--config.releaseInfo.releaseNotesFile=${notesFile}`, ...updateSource()],
  { show: true },
);

function updateSource(): string[] {
  const [owner, repo] = process.env.GITHUB_REPOSITORY?.split('/') ?? [];
  if (!owner || !repo) return [];
  const { GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
  return [
    '--config.publish.provider=github',
    `--config.publish.owner=${owner}`,
    `--config.publish.repo=${repo}`,
    ...(server === 'https://github.com' ? [] : [`--config.publish.host=${new URL(server).host}`]),
  ];
}
