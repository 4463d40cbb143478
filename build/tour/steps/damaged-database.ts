import type { Page } from '@playwright/test';
import { chooseProduct } from '../../../test/e2e/person/window.ts';
import type { AppScene } from '../app-scene.ts';
import { hideTeams } from '../damage.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see } from '../see.ts';
import type { Step } from '../tour.ts';

const setAside = (page: Page) => page.getByRole('status').filter({ hasText: 'No backup could be read' });

const damaged: Step<AppScene> = {
  name: 'A damaged database is set aside, and that is said',
  run: ({ page }) => see(setAside(page)),
};

const failed = (page: Page) => page.getByRole('heading', { name: 'The app could not start' });

const unreadable: Step<AppScene> = {
  name: 'The teams cannot be read, and the window cannot begin',
  run: async (scene) => {
    const { page, folder } = scene;
    await setAside(page).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Explore the demo team' }).click();
    await page.getByRole('button', { name: 'Open releases' }).click();
    await chooseProduct(page, 'Claims Guard');
    scene.mend = hideTeams(folder);
    await page.evaluate(() => void window.lukittu['app.reload']({}));
    await see(failed(page));
  },
};

const readable: Step<AppScene> = {
  name: 'Tried again, they can be read',
  run: async ({ page, mend }) => {
    mend?.();
    await page.getByRole('button', { name: 'Try again' }).click();
    await see(page.getByText('19 releases', { exact: true }));
  },
};

/** A database that was damaged before the start and has no backup, and one that cannot be read for a while. */
export const damagedDatabase: readonly Step<AppScene>[] = [
  damaged,
  inTheDark(damaged, setAside),
  unreadable,
  inTheDark(unreadable, failed),
  readable,
];
