import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StandInSystem } from './stand-in-electron.ts';

const root = join(import.meta.dirname, '../..');

/** The app as electron-builder has packed it into a folder, before anything is made of that. */
export interface PackedApp {
  readonly executable: string;
  readonly resources: string;
  readonly archive: string;
}

/**
 * Packs `out/` as it is into `output`, with electron-builder and everything `electron-builder.yml` says, for this system.
 *
 * @param standIn packs around this folder instead, which holds a stand-in for Electron on another system; keytar is
 * packed as it was built for Node
 * @throws Error with what electron-builder says when it fails
 */
export function packApp(
  output: string,
  standIn: { readonly folder: string; readonly system: StandInSystem } | null,
): PackedApp {
  runBuilder([`--config.directories.output=${output}`, ...(standIn === null ? ['--dir'] : around(standIn))]);
  return findPacked(output);
}

function around({ folder, system }: { folder: string; system: StandInSystem }): string[] {
  return [
    `--${system}`,
    'dir',
    '--x64',
    `--config.electronDist=${folder}`,
    '--config.npmRebuild=false',
    // Only macOS has the tool for signing, and what is packed for it elsewhere does not start anyway.
    ...(system === 'mac' ? ['--config.electronFuses.resetAdHocDarwinSignature=false'] : []),
  ];
}

/** Runs electron-builder, which publishes nothing by itself. Throws an Error with what it says when it fails. */
export function runBuilder(args: readonly string[], { show = false } = {}): void {
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-builder/cli.js'), ...args, '--publish=never'],
    { cwd: root, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'], encoding: 'utf8' },
  );
  if (done.status !== 0)
    throw new Error(`electron-builder failed.\n${done.stdout ?? ''}${done.stderr ?? ''}`);
}

function findPacked(output: string): PackedApp {
  const name = readdirSync(output).find((each) => each.endsWith('-unpacked') || each.startsWith('mac'));
  if (name === undefined) throw new Error(`electron-builder has packed nothing in ${output}.`);
  const folder = join(output, name);
  const product = 'Lukittu Release Manager';
  if (name.startsWith('mac')) {
    const contents = join(folder, `${product}.app`, 'Contents');
    return packedAt(join(contents, 'MacOS', product), join(contents, 'Resources'));
  }
  const executable = name.startsWith('win') ? `${product}.exe` : 'lukittu-release-manager';
  return packedAt(join(folder, executable), join(folder, 'resources'));
}

function packedAt(executable: string, resources: string): PackedApp {
  return { executable, resources, archive: join(resources, 'app.asar') };
}
