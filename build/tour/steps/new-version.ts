import type { Page } from '@playwright/test';
import { chooseProduct } from '../../../test/e2e/person/window.ts';
import type { FeedScene } from '../feed-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see } from '../see.ts';
import type { Step } from '../tour.ts';

const banner = (page: Page) => page.getByRole('region', { name: 'New version of the app' });

const notes = '### Added\n- Links to releases and plans\n- Batches that begin at a time';

/** Starts nothing, and is as large as an app. */
const script = `#!/bin/sh\nexit 0\n${'#'.repeat(96 * 1024 * 1024)}`;

const found: Step<FeedScene> = {
  name: 'A newer version is out',
  run: async ({ app, page, feed }) => {
    await page.getByRole('button', { name: 'Explore the demo team' }).click();
    await page.getByRole('button', { name: 'Open releases' }).click();
    await chooseProduct(page, 'Claims Guard');
    feed.offer({ version: '99.0.0', script, notes });
    await app.choose('check-updates');
    await see(banner(page).getByText('Lukittu Release Manager 99.0.0 is out.'));
  },
};

const read: Step<FeedScene> = {
  name: 'What is new in it',
  run: async ({ page }) => {
    await banner(page).getByRole('button', { name: 'What is new' }).click();
    await see(banner(page).getByText('• Batches that begin at a time'));
  },
};

const fetched: Step<FeedScene> = {
  name: 'The newer version is fetched',
  run: async ({ page }) => {
    await banner(page)
      .getByRole('button', { name: /^Download/ })
      .click();
    await see(banner(page).getByText('Lukittu Release Manager 99.0.0 is ready.'));
  },
};

/** A newer version of the app: found, read about, and fetched when that is wanted. */
export const newVersion: readonly Step<FeedScene>[] = [
  found,
  read,
  inTheDark(read, (page) => banner(page).getByText('• Batches that begin at a time')),
  fetched,
];
