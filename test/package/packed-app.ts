import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeLicenses } from '../../build/package/licenses.ts';
import { packApp } from '../../build/package/pack.ts';
import { renderIcons } from '../../build/package/render-icons.ts';
import { makeStandInElectron } from '../../build/package/stand-in-electron.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    archive: string;
    executable: string;
  }
}

/** Packs the built app around a stand-in, unless `npm run package:check` has packed it already. */
export async function setup(project: TestProject): Promise<() => void> {
  const { LUKITTU_PACKED_ARCHIVE: archive, LUKITTU_PACKED_EXECUTABLE: executable } = process.env;
  if (archive && executable) {
    project.provide('archive', archive);
    project.provide('executable', executable);
    return () => undefined;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'lukittu-package-'));
  const folder = join(scratch, 'electron');
  makeStandInElectron(folder, 'linux');
  await renderIcons();
  writeLicenses();
  const packed = packApp(join(scratch, 'packed'), { folder, system: 'linux' });
  project.provide('archive', packed.archive);
  project.provide('executable', packed.executable);
  return () => rmSync(scratch, { recursive: true, force: true });
}
