import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: join(import.meta.dirname, '../../test-results/e2e'),
  // Every test has an app, a data folder and a server of its own.
  fullyParallel: true,
  workers: 2,
  // What fails once and passes then is named as flaky in the report; in front of a developer it fails.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    { name: 'app', testMatch: '*.spec.ts', teardown: 'secrets' },
    // Looks for the keys of all tests in everything they left behind.
    { name: 'secrets', testMatch: 'secrets.ts' },
  ],
});
