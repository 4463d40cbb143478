import { createCipheriv } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pluginJar } from '../../test/e2e/person/artifacts.ts';
import { jarOf } from '../../test/support/jars.ts';

/** A folder of this tour's own: the app's data, and files as a build leaves them. */
export interface TourFolder {
  /** Where the app keeps its data. */
  readonly userData: string;
  /** A plugin as the server wants it. */
  plugin(version: string): Promise<string>;
  /** A jar without `plugin.yml`, which the server would refuse. */
  library(name: string): Promise<string>;
  /** Bytes in megabytes, packed already. */
  archive(name: string, megabytes: number): string;
  /** Path for a file that is not there yet. */
  path(name: string): string;
  remove(): void;
}

export function makeTourFolder(): TourFolder {
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-tour-'));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, bytes: Buffer): string => {
    writeFileSync(path(name), bytes);
    return path(name);
  };
  return {
    userData: path('data'),
    plugin: async (version) => write(`ClaimsGuard-${version}.jar`, await pluginJar(version)),
    library: async (name) =>
      write(name, await jarOf({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\n', 'api.txt': 'claims' })),
    archive: (name, megabytes) => write(name, incompressible(megabytes * 1024 * 1024)),
    path,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Bytes in which nothing repeats, the same every time. */
function incompressible(size: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size));
}
