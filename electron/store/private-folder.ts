import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError } from '../errors.ts';
import { hasCode } from './vault-errors.ts';

/**
 * Makes a folder that only its user can read, with those above it, where it is not there yet.
 *
 * @throws AppError `no-access` where there cannot be one: a file of this name, say, or of one of those above it
 */
export function makePrivateFolder(folder: string): void {
  try {
    make(folder);
  } catch (error) {
    throw noFolder.some((code) => hasCode(error, code)) ? appError('no-access', {}, error) : error;
  }
  chmodSync(folder, 0o700);
}

const noFolder = ['EEXIST', 'ENOTDIR', 'ENOENT', 'ELOOP', 'ENAMETOOLONG'] as const;

/** One by one: below some folders of the system, as `/proc`, Node's own way of making those above as well never ends. */
function make(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const above = dirname(folder);
    if (isFolder(folder)) return;
    if (!hasCode(error, 'ENOENT') || above === folder || isFolder(above)) throw error;
    make(above);
    mkdirSync(folder, { mode: 0o700 });
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
