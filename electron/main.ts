import { app } from 'electron';
import { ownFolder } from './own-folder.ts';

/*
 * Where Electron begins: without a window it publishes a plan and ends, otherwise it runs the app. Both are loaded only
 * here, so that each loads nothing of the other.
 */

// Whatever is written to the data folder, by whichever library, is for its user alone.
process.umask(0o077);

const { headlessArguments } = await import('./headless/options.ts');
const withoutWindow = headlessArguments(process.argv, app.isPackaged);
// Electron runs this module to its end before it looks for a display and starts processes of Chromium's.
if (withoutWindow !== null) {
  const { runInThisProcess } = await import('./headless/node-process.ts');
  await runInThisProcess(withoutWindow, {
    version: app.getVersion(),
    folder: process.cwd(),
    appFolder: ownFolder(app),
  });
}
await import('./lifecycle.ts');
