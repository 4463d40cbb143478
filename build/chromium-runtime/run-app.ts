import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { application, appPackage } from './paths.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the app's main bundle with `electron` answered by this runtime, then lets the app be ready.
 *
 * @param folder the app's folder, with its `package.json`
 */
export async function runApp(folder: string): Promise<void> {
  application.folder = resolve(folder);
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? {
            url: new URL('./electron.ts', import.meta.url).href,
            format: 'module-typescript',
            shortCircuit: true,
          }
        : next(specifier, context),
  });
  await import(pathToFileURL(resolve(application.folder, appPackage().main)).href);
  // As Electron, which hears them from here on only: until the app's main module has run they are its own.
  for (const signal of signals) process.on(signal, () => quitUnlessTaken(signal));
  app.begin();
}

/** In Electron, an app that listens to a signal itself takes it from Electron. */
function quitUnlessTaken(signal: (typeof signals)[number]): void {
  if (process.listenerCount(signal) === 1) app.quit();
}
