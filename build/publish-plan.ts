import { appFolder } from '../electron/headless/app-folder.ts';
import { runInThisProcess } from '../electron/headless/node-process.ts';
import app from '../package.json' with { type: 'json' };

/** `npm run publish-plan -- plan.json`: publishes a plan in plain Node, with neither Electron nor a browser. */
await runInThisProcess(process.argv.slice(2), {
  version: app.version,
  // npm goes to the project's folder first; paths are seen from where it was called.
  folder: process.env.INIT_CWD ?? process.cwd(),
  appFolder: appFolder(),
});
