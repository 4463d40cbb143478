import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface AppCommand {
  /** `packed`: the app as a user has it, which takes no folder and cannot be debugged through Node. */
  runtime: 'electron' | 'chromium' | 'packed';
  command: string;
  args: string[];
}

/**
 * How to run the built app on this machine: on Electron, or where its binary is not there, on the Chromium
 * runtime. `LUKITTU_APP_FOLDER` runs another folder than the project's, `LUKITTU_PACKED_APP` an app that was packed.
 *
 * @param folder the app's folder, with its `package.json` and `out/`
 */
export function appCommand(folder: string = process.env.LUKITTU_APP_FOLDER ?? root): AppCommand {
  const packed = process.env.LUKITTU_PACKED_APP;
  if (packed) return { runtime: 'packed', command: packed, args: rootFlags() };
  const electron = electronBinary();
  if (electron === null) {
    const runtime = join(import.meta.dirname, 'chromium-runtime', 'start.ts');
    return { runtime: 'chromium', command: process.execPath, args: [runtime, folder] };
  }
  return { runtime: 'electron', command: electron, args: [...rootFlags(), folder] };
}

/** Chromium, in Electron too, refuses to sandbox the pages of a root user. */
function rootFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Path of Electron's binary, without asking for its download; null where it is not there. */
export function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}
