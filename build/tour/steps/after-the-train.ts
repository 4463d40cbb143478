import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { releaseRow } from '../../../test/e2e/person/list.ts';
import { goTo } from '../../../test/e2e/person/window.ts';
import type { AppScene } from '../app-scene.ts';
import { damageDatabase } from '../damage.ts';
import { inTheDark } from '../in-the-dark.ts';
import { takeOn, usual } from '../look.ts';
import { bringIntoSight, patience, see } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

type After = Step<ServerScene>;

const limitQuestion = (page: Page) =>
  page.getByRole('region', { name: 'Copies of files' }).getByRole('alert');

const lowered: After = {
  name: 'A lower limit for copies is asked about',
  run: async ({ page }) => {
    await goTo(page, 'Settings');
    const limit = page.getByRole('spinbutton', { name: 'Keep at most (GB)' });
    await limit.fill('0');
    await limit.press('Enter');
    await see(limitQuestion(page).getByRole('button', { name: 'Delete copies' }));
    await bringIntoSight(limitQuestion(page));
  },
};

const startNotice = (page: Page) => page.getByRole('status').filter({ hasText: 'is used instead' });

const restored: After = {
  name: 'A backup takes the place of a damaged database, and that is said',
  run: async (scene) => {
    await expect.poll(() => isBackedUp(scene), { timeout: patience }).toBe(true);
    await scene.crash(() => damageDatabase(scene.folder));
    await takeOn(scene.page, usual); // it is another window
    await see(startNotice(scene.page));
    await see(releaseRow(scene.page, '2.4.0'));
  },
};

/** Whether the app has backed its database up since this start. */
async function isBackedUp({ page, folder }: AppScene): Promise<boolean> {
  const startedAt = await page.evaluate(() => performance.timeOrigin);
  const backups = readdirSync(folder.userData).filter((name) => /^backup-.*-releases\.db$/.test(name));
  return backups.some((name) => statSync(join(folder.userData, name)).mtimeMs > startedAt);
}

/** What becomes of the copies of what was sent, and of everything else when the database is damaged. */
export const afterTheTrain: readonly After[] = [
  lowered,
  inTheDark(lowered, limitQuestion),
  restored,
  inTheDark(restored, startNotice),
];
