import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface AppCommand {
  runtime: 'electron' | 'chromium';
  command: string;
  args: string[];
}

/**
 * How to run the built app on this machine: on Electron, or where its binary is not there, on the Chromium
 * runtime.
 *
 * @param folder the app's folder, with its `package.json` and `out/`
 */
export function appCommand(folder: string = root): AppCommand {
  const electron = electronBinary();
  if (electron === null) {
    const runtime = join(import.meta.dirname, 'chromium-runtime', 'start.ts');
    return { runtime: 'chromium', command: process.execPath, args: [runtime, folder] };
  }
  // Chromium, in Electron too, refuses to sandbox the pages of a root user.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { runtime: 'electron', command: electron, args: [...flags, folder] };
}

/** Path of Electron's binary, without asking for its download; null where it is not there. */
function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}
