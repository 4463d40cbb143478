import type { Page } from '@playwright/test';
import { formFor, keyField, submitTeam } from '../../../test/e2e/person/connect.ts';
import { chooseProduct, goTo } from '../../../test/e2e/person/window.ts';
import { inTheDark } from '../in-the-dark.ts';
import { small } from '../look.ts';
import { see } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

const refusal = (page: Page) => page.getByText(/does not accept the API key/);

const wrongKey: Step<ServerScene> = {
  name: 'A wrong key is refused',
  run: async ({ page, demo, serverUrl }) => {
    await submitTeam(page, { ...formFor(demo), serverUrl, apiKey: 'not-the-key' });
    await see(refusal(page));
  },
};

const limited = (page: Page) => page.getByText('The server limits updates');

const limits: Step<ServerScene> = {
  name: 'Limits of the server',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Limits of the server' }).click();
    await page.getByLabel('Requests', { exact: true }).fill('4');
    await see(limited(page));
  },
};

const success = (page: Page) => page.getByRole('heading', { name: 'Northwind is connected' });

const connected: Step<ServerScene> = {
  name: 'A team is connected',
  run: async ({ page, demo }) => {
    await keyField(page).fill(`Bearer ${demo.apiKey}`);
    await keyField(page).press('Enter');
    await see(success(page));
  },
};

const opened: Step<ServerScene> = {
  name: 'Releases of the own team',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Open releases' }).click();
    await chooseProduct(page, 'Claims Guard');
    await see(page.getByText('19 releases', { exact: true }));
  },
};

/** A team on a server: with a wrong key first, then with the right one, to the releases of a product. */
export const connecting: readonly Step<ServerScene>[] = [
  wrongKey,
  inTheDark(wrongKey, refusal),
  limits,
  inTheDark(limits, limited),
  {
    name: 'Limits of the server in a small window',
    look: small,
    run: ({ page }) => see(limited(page)),
  },
  connected,
  inTheDark(connected, success),
  opened,
];

const editDialog = (page: Page) => page.getByRole('dialog', { name: 'Edit Northwind' });

const edited: Step<ServerScene> = {
  name: 'A team is edited',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Edit Northwind' }).click();
    await see(editDialog(page));
  },
};

/** What was said of a team's server is said anew. */
export const editedTeam: readonly Step<ServerScene>[] = [edited, inTheDark(edited, editDialog)];
