import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What holds of the packed app: it has to be built before. */
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    globalSetup: join(import.meta.dirname, 'packed-app.ts'),
    testTimeout: 60_000,
  },
});
