import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { application, appPackage } from './paths.ts';

/**
 * `node build/chromium-runtime/start.ts <app folder> [arguments]`: what `electron <app folder>` does, for where
 * Electron's binary cannot be had. Runs the app's main bundle with `electron` answered by this runtime.
 */
application.folder = resolve(process.argv[2] ?? '.');
process.argv.splice(1, 1);

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
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

await import(pathToFileURL(resolve(application.folder, appPackage().main)).href);
app.begin();
