import { join } from 'node:path';

/** Electron's `app`, as far as it is asked. */
interface App {
  getPath(name: 'appData'): string;
  getName(): string;
}

/** Where the app keeps its data unless it is told to keep them elsewhere: the same for every process of this user. */
export function ownFolder(app: App): string {
  return join(app.getPath('appData'), app.getName());
}
