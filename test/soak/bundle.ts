import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

let bundle: Promise<string> | null = null;

/**
 * The path of `publisher.ts` and all it needs in one file, made once for this process: a life that is cut short spends
 * most of its time starting, and of that most on reading hundreds of sources.
 */
export function publisherBundle(): Promise<string> {
  bundle ??= makeBundle();
  return bundle;
}

async function makeBundle(): Promise<string> {
  const root = join(import.meta.dirname, '..', '..');
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['keytar'] },
    build: {
      ssr: join(import.meta.dirname, 'publisher.ts'),
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (!chunk) throw new Error('There is no bundle of publisher.ts.');
  // Inside the project, so that what is not in it is found; whole at any moment, as others may be starting it.
  const folder = join(root, 'node_modules', '.cache', 'soak');
  const [path, mine] = [join(folder, 'publisher.mjs'), join(folder, `publisher.${process.pid}.mjs`)];
  mkdirSync(folder, { recursive: true });
  writeFileSync(mine, chunk.code);
  renameSync(mine, path);
  return path;
}
