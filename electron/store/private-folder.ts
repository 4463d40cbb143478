import { chmodSync, mkdirSync } from 'node:fs';
import { hasCode } from './vault-errors.ts';

/** Makes a folder that only its user can read, with those above it, where it is not there yet. */
export function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    // Of a disk that cannot be written, Node says that the folder above is not there. Asked for this one alone, it says why.
    mkdirSync(folder, { mode: 0o700 });
  }
  chmodSync(folder, 0o700);
}
