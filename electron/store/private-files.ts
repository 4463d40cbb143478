import { chmod, lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asVaultError, hasCode } from './vault-errors.ts';

/** The folders that hold what the app keeps, seen from the data folder, and the names it gives its files there. */
const kept = [
  ['.', /^(?:releases|in-use|publishing)\.db|^(?:backup|damaged)-.*\.db|^window\.json/],
  ['logs', /^app(?:\.\d+)?\.log$/],
  ['artifacts', /^[0-9a-f]{64}$/],
] as const;

/** What others than a file's user may do with it. */
const others = 0o077;

/**
 * Takes from others what they may do with the app's own files and their folders, where they may do anything: they come
 * so from a copy, or from a backup that was played back. Nothing else in the data folder is touched. One file that
 * cannot be changed keeps no other from it. Does nothing on Windows, where a mode says nothing.
 *
 * @throws AppError what kept the first of them from being changed
 */
export async function keepPrivate(dataFolder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const failed: unknown[] = [];
  const attempt = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      // Files come and go meanwhile.
      if (!hasCode(error, 'ENOENT')) failed.push(error);
    });
  for (const [name, names] of kept) {
    const folder = join(dataFolder, name);
    await attempt(closeFolder(folder));
    for (const file of await readdir(folder).catch(() => [])) {
      if (names.test(file)) await attempt(closeFile(join(folder, file)));
    }
  }
  if (failed.length > 0) throw asVaultError(failed[0]);
}

async function closeFolder(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & others) !== 0) await chmod(path, 0o700);
}

async function closeFile(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isFile() && (found.mode & others) !== 0) await chmod(path, 0o600);
}
