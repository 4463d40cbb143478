import type { Page } from '@playwright/test';
import { releaseRows } from '../../../test/e2e/person/list.ts';
import { chooseProduct } from '../../../test/e2e/person/window.ts';
import type { AppScene } from '../app-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { dark, small } from '../look.ts';
import { see } from '../see.ts';
import type { Step } from '../tour.ts';

const claimsGuard = (page: Page) => page.getByRole('menuitemradio', { name: 'Claims Guard' });

const firstStart: Step<AppScene> = {
  name: 'First start',
  run: ({ page }) => see(page.getByRole('heading', { name: 'Connect your team' })),
};

const connected: Step<AppScene> = {
  name: 'The demo team is connected',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Explore the demo team' }).click();
    await see(page.getByText('Found 5 products and 30 licenses'));
  },
};

const openReleases: Step<AppScene> = {
  name: 'Releases',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Open releases' }).click();
    await see(releaseRows(page));
  },
};

const products: Step<AppScene> = {
  name: 'Choosing a product',
  run: async ({ page }) => {
    await page.getByRole('button', { name: /^Product: / }).click();
    await see(claimsGuard(page));
  },
};

const product: Step<AppScene> = {
  name: 'Releases of a product',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await chooseProduct(page, 'Claims Guard');
    await see(page.getByText('19 releases', { exact: true }));
  },
};

/** From the first start to the releases of a product of the demo team. */
export const starting: readonly Step<AppScene>[] = [
  firstStart,
  { ...firstStart, name: 'First start in the dark', look: dark },
  { ...firstStart, name: 'First start in a small window', look: small },
  connected,
  openReleases,
  products,
  inTheDark(products, claimsGuard),
  product,
];
