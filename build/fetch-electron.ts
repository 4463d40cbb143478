import { createRequire } from 'node:module';
import { movingFetch } from './moving-fetch.ts';

/** Runs Electron's own download, whose mirror variables it honours, and ends it where nothing comes. */
globalThis.fetch = movingFetch(globalThis.fetch);
createRequire(import.meta.url)('electron/install.js');
