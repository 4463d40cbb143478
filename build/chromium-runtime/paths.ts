import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

type PathName = Parameters<Electron.App['getPath']>[0];

interface AppPackage {
  name: string;
  productName?: string;
  version: string;
  main: string;
}

/** Where the app is and what it says of itself; `start.ts` sets it before anything of the app runs. */
export const application = { folder: process.cwd() };

export function appPackage(): AppPackage {
  return JSON.parse(readFileSync(join(application.folder, 'package.json'), 'utf8'));
}

const chosen = new Map<string, string>();

export function setPath(name: string, path: string): void {
  chosen.set(name, path);
}

/** @throws Error for a folder that the runtime does not know */
export function getPath(name: PathName): string {
  const known = chosen.get(name);
  if (known !== undefined) return known;
  switch (name) {
    case 'home':
      return homedir();
    case 'temp':
      return tmpdir();
    case 'appData':
      return appData();
    case 'userData':
      return join(appData(), appPackage().productName ?? appPackage().name);
    case 'sessionData':
      return getPath('userData');
    case 'logs':
      return join(getPath('userData'), 'logs');
    case 'crashDumps':
      return join(getPath('userData'), 'Crashpad');
    case 'exe':
      return process.execPath;
    case 'desktop':
    case 'documents':
    case 'downloads':
      return join(homedir(), `${name[0]?.toUpperCase()}${name.slice(1)}`);
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

function appData(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    case 'win32':
      return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
    default:
      return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  }
}
