import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { SavePlaces } from './services/exports.ts';

/** Asks with the system's dialog where files are to be saved, first among the downloads. */
export function createSavePlaces(window: () => BrowserWindow | null): SavePlaces {
  return {
    ask: async ({ name, extension }) => {
      const options = {
        defaultPath: join(app.getPath('downloads'), name),
        filters: [{ name: kinds.get(extension) ?? extension, extensions: [extension] }],
      };
      const parent = window();
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return canceled || filePath === '' ? null : filePath;
    },
    show: (path) => shell.showItemInFolder(path),
    region: () => app.getSystemLocale(),
  };
}

/** What the system's dialog calls files with these endings. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['lukittu-plan', 'Lukittu plan'],
  ['zip', 'ZIP'],
  ['csv', 'CSV'],
]);
