import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the app with its window keeps its data, for who has no Electron to ask: what that calls `userData`. */
export function appFolder(): string {
  const name = 'Lukittu Release Manager';
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', name);
    case 'win32':
      return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name);
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name);
  }
}
