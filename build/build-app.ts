import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = ['electron', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const bundles = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Bundles the app into `out/`; false when that failed, and the bundler has said why. */
export function buildApp(): boolean {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', process.stderr.fd, process.stderr.fd] },
  );
  return status === 0;
}

/** Whether a source was changed, added or removed after `out/` was made. */
export function buildIsStale(): boolean {
  const built = bundles.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(...sources.map((path) => lastChange(join(root, path)))) >= Math.min(...built);
}

/** When a file was changed last, or anything in a folder; in ms since 1970. */
function lastChange(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  // A folder's own time changes when something in it is added or removed.
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
