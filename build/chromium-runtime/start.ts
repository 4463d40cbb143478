import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * `node build/chromium-runtime/start.ts <app folder> [arguments]`: what `electron <app folder>` does, for where
 * Electron's binary cannot be had.
 */
process.argv.splice(1, 1); // as in Electron: the program, the app’s folder, the arguments
const [, folder = '.'] = process.argv;

// What is compiled once starts in half the time the next time: so nothing is imported before this.
enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));
const { runApp } = await import('./run-app.ts');
await runApp(folder);
