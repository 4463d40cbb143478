import { statSync } from 'node:fs';
import { sep } from 'node:path';
import { listPackage, statFile } from '@electron/asar';

/** Bytes that all of the app may have beside Electron, its native part included. */
export const payloadLimit = 6 * 1024 * 1024;

export interface PackedFile {
  /** Inside the archive, with `/` between the parts. */
  readonly path: string;
  readonly bytes: number;
  /** It lies beside the archive, where the system can load it. */
  readonly unpacked: boolean;
}

/** What is in a packed app's archive and beside it, by path. */
export function packedFiles(archive: string): PackedFile[] {
  return listPackage(archive, { isPack: false })
    .map((path) => path.slice(1))
    .flatMap((path) => {
      const entry = statFile(archive, path);
      if (!('size' in entry)) return [];
      return [{ path: path.split(sep).join('/'), bytes: entry.size, unpacked: entry.unpacked === true }];
    });
}

/** Bytes of the archive, its directory included, and of what lies beside it. */
export function payloadBytes(archive: string, files: readonly PackedFile[] = packedFiles(archive)): number {
  const beside = files.filter(({ unpacked }) => unpacked).reduce((sum, { bytes }) => sum + bytes, 0);
  return statSync(archive).size + beside;
}
