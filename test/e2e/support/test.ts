import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type DemoServer, type DemoServerOptions, startDemoServer } from '../../../electron/demo/server.ts';
import { licenseKeysOn } from '../person/server.ts';
import { type App, type LaunchOptions, launchApp } from './app.ts';
import { keyring } from './keyring.ts';

interface Fixtures {
  /** A folder for the app's data, empty and this test's own. It is kept: `secrets.ts` searches it. */
  userData: string;
  /** Starts the app on this test's data folder. Whatever still runs at the end of the test is ended. */
  launch: (options?: Partial<LaunchOptions>) => Promise<App>;
  /** The app, started. */
  app: App;
  /** Starts a server with a believable team, in this process: its state can be read and changed. */
  startDemo: (options?: DemoServerOptions) => Promise<DemoServer>;
  /** Such a server, without a rate limit. */
  demo: DemoServer;
  keyring: typeof keyring;
}

/** API keys and license keys that were in use while the tests ran, one in a line: what `secrets.ts` searches for. */
export const knownSecretsFile = join(import.meta.dirname, '../../../test-results/known-secrets.txt');

/**
 * Writes down what a window shows before it goes, the titles it has had and its page's errors, for `secrets.ts` to
 * search.
 */
async function keepWhatIsShown({ page, userData, titles, pageErrors }: App): Promise<void> {
  const shown = await page.evaluate(() => [document.title, document.body.innerText]).catch(() => []);
  const had = await titles().catch(() => []);
  const kept = [...had.map((title) => `title: ${title}`), ...shown, ...pageErrors()];
  appendFileSync(`${userData}-shown.txt`, `${kept.join('\n')}\n`);
}

export const test = base.extend<Fixtures>({
  userData: async ({}, use, testInfo) => {
    const folder = testInfo.outputPath('data');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await use(folder);
  },
  launch: async ({ userData }, use) => {
    const launched: App[] = [];
    const onLaunch = (app: App): void => void launched.push(app);
    await use((options) => launchApp({ userData, onLaunch, onLeave: keepWhatIsShown, ...options }));
    for (const app of launched) await keepWhatIsShown(app);
    await Promise.all(launched.map((app) => app.quit()));
  },
  app: async ({ launch }, use) => use(await launch()),
  startDemo: async ({}, use) => {
    const started: DemoServer[] = [];
    await use(async (options) => {
      const demo = await startDemoServer(options);
      const secrets = [demo.apiKey, ...licenseKeysOn(demo)];
      appendFileSync(knownSecretsFile, secrets.map((secret) => `${secret}\n`).join(''));
      started.push(demo);
      return demo;
    });
    await Promise.all(started.map((demo) => demo.close()));
  },
  demo: async ({ startDemo }, use) => use(await startDemo({ limit: 'none' })),
  keyring: async ({}, use) => use(keyring),
});
