import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Whether this process may mount a disk of its own: root on Linux, as in a container that is allowed to. */
export const canMount = tryToMount();

/** A real file system of a few megabytes, which a test fills, frees and makes read-only. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no free byte. */
  fill(): void;
  free(): void;
  /** As after a fault of the disk, or for a disk that is mounted so. */
  makeReadOnly(): void;
  makeWritable(): void;
}

/** Mounted until the test ends. */
export function smallDisk(megabytes = 24): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-disk-'));
  mount(folder, megabytes);
  const filler = `${folder}/filler`;
  const remount = (mode: 'ro' | 'rw'): void => {
    execFileSync('mount', ['-o', `remount,${mode}`, folder]);
  };
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  });
  return {
    folder,
    fill: () => {
      const file = openSync(filler, 'a');
      const chunk = Buffer.alloc(4096);
      try {
        while (statfsSync(folder).bavail > 0) writeSync(file, chunk);
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => remount('ro'),
    makeWritable: () => remount('rw'),
  };
}

function mount(folder: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function tryToMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-disk-'));
  try {
    mount(folder, 1);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Mounts a folder over itself, read-only, until the test ends: what is open stays writable, nothing new is made in it. */
export function coverReadOnly(folder: string): void {
  execFileSync('mount', ['--bind', folder, folder]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
}
