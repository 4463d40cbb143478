import { chmodSync, mkdirSync } from 'node:fs';
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

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    // Of a disk that cannot be written, Node says that the folder above is not there. Asked for this one alone, it says why.
    mkdirSync(folder, { mode: 0o700 });
  }
}
