import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractAll } from '@electron/asar';
import { electronBinary } from './app-command.ts';
import { buildApp, buildIsStale } from './build-app.ts';
import { writeLicenses } from './package/licenses.ts';
import { packApp } from './package/pack.ts';
import { type PackedFile, packedFiles, payloadBytes, payloadLimit } from './package/payload.ts';
import { renderIcons } from './package/render-icons.ts';
import { makeStandInElectron } from './package/stand-in-electron.ts';
import { enterPrivateSession } from './private-session.ts';

/**
 * `npm run package:check`: packs the app, prints what is in it and how large that is, checks it, and drives it: the
 * packed app itself where Electron can be had; elsewhere it is packed around a stand-in, and the contents of its
 * archive run on the Chromium runtime. With `--json` the sizes are one object. The exit code is 1 unless all is well.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
await enterPrivateSession();

const root = join(import.meta.dirname, '..');
const hasElectron = electronBinary() !== null;
const scratch = mkdtempSync(join(tmpdir(), 'lukittu-package-'));
try {
  process.exitCode = (await check()) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function check(): Promise<boolean> {
  if (buildIsStale() && !buildApp()) return false;
  await renderIcons();
  writeLicenses();
  const standIn = join(scratch, 'electron');
  if (!hasElectron) makeStandInElectron(standIn, 'linux');
  const packed = packApp(join(scratch, 'packed'), hasElectron ? null : { folder: standIn, system: 'linux' });

  const files = packedFiles(packed.archive);
  const bytes = payloadBytes(packed.archive, files);
  const fits = bytes <= payloadLimit;
  if (values.json) console.log(JSON.stringify({ bytes, limit: payloadLimit, files }));
  else printSizes(files, bytes);

  const checked = run(['node_modules/vitest/vitest.mjs', 'run', '--config=test/package/vitest.config.ts'], {
    LUKITTU_PACKED_ARCHIVE: packed.archive,
    LUKITTU_PACKED_EXECUTABLE: packed.executable,
  });
  return drive(packed) && checked && fits;
}

/** Takes the packed app through what a person does first. */
function drive({ archive, executable }: { archive: string; executable: string }): boolean {
  const specs = ['node_modules/@playwright/test/cli.js', 'test', '--config=test/e2e', 'smoke.spec.ts'];
  if (hasElectron) return run(specs, { LUKITTU_PACKED_APP: executable });
  tell('Electron’s binary cannot be had here: the contents of the archive run on the Chromium runtime.');
  const contents = join(scratch, 'contents');
  extractAll(archive, contents);
  return run(specs, { LUKITTU_APP_FOLDER: contents });
}

function run(script: readonly string[], env: Record<string, string>): boolean {
  const { status } = spawnSync(process.execPath, script, {
    cwd: root,
    stdio: ['ignore', values.json ? process.stderr.fd : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function printSizes(files: readonly PackedFile[], bytes: number): void {
  for (const file of files.toSorted((a, b) => b.bytes - a.bytes)) {
    tell(`${kilobytes(file.bytes)}  ${file.path}${file.unpacked ? '  (beside the archive)' : ''}`);
  }
  tell(`${kilobytes(bytes)}  in all, of at most ${kilobytes(payloadLimit).trim()}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(11);
}

function tell(text: string): void {
  if (!values.json) console.log(text);
}
