import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { notePackages } from './build/package/licenses.ts';
import { events } from './electron/contract/events.ts';
import { calls, fileCalls } from './electron/contract.ts';

const contractNames = JSON.stringify({ calls: Object.keys(calls), fileCalls, events: Object.keys(events) });

/**
 * Three bundles in `out/`. Everything the main process uses is bundled with it, but for keytar, which has a
 * native part; a sandboxed preload can only be one CommonJS file.
 */
export default defineConfig({
  main: {
    plugins: [notePackages('main')],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: 'electron/main.ts',
        external: ['keytar'],
        output: { entryFileNames: 'main.js' },
      },
    },
  },
  preload: {
    define: { contractNames },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: 'electron/preload.ts',
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // React Aria brings its own few texts in thirty languages.
    plugins: [react(), locales.vite({ locales: ['en-US', 'fi-FI'] }), notePackages('renderer')],
    build: {
      outDir: 'out/renderer',
      minify: true,
      chunkSizeWarningLimit: 2000, // kB: the page comes from this computer, not over a network
      rolldownOptions: {
        input: 'renderer/index.html',
        output: {
          // What is fetched apart is read by V8 on several threads at once. The page's rule comes before everything else:
          // it stands at the beginning of the part that is run first.
          codeSplitting: {
            groups: [
              {
                name: 'react',
                test: /renderer[\\/]trusted-html|node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              },
              { name: 'widgets', test: /node_modules[\\/]/ },
            ],
          },
        },
      },
      modulePreload: { polyfill: false },
    },
  },
});
