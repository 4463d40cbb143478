import { formFor, keyField, submitTeam } from '../../../test/e2e/person/connect.ts';
import { chooseProduct } from '../../../test/e2e/person/window.ts';
import { small } from '../look.ts';
import { see } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

const wrongKey: Step<ServerScene> = {
  name: 'A wrong key is refused',
  run: async ({ page, demo, serverUrl }) => {
    await submitTeam(page, { ...formFor(demo), serverUrl, apiKey: 'not-the-key' });
    await see(page.getByText(/does not accept the API key/));
  },
};

const limits: Step<ServerScene> = {
  name: 'Limits of the server',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Limits of the server' }).click();
    await page.getByLabel('Requests', { exact: true }).fill('4');
    await see(page.getByText('The server limits updates'));
  },
};

const connected: Step<ServerScene> = {
  name: 'A team is connected',
  run: async ({ page, demo }) => {
    await keyField(page).fill(`Bearer ${demo.apiKey}`);
    await keyField(page).press('Enter');
    await see(page.getByRole('heading', { name: 'Northwind is connected' }));
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
  limits,
  {
    name: 'Limits of the server in a small window',
    look: small,
    run: ({ page }) => see(page.getByText('The server limits updates')),
  },
  connected,
  opened,
];
