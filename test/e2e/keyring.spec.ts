import { expect } from '@playwright/test';
import { connect, connectionsOf, keyField } from './person/connect.ts';
import { addMetadata, openRelease, saved } from './person/editor.ts';
import { goTo } from './person/window.ts';
import { mayLookIntoKeyring } from './support/keyring.ts';
import { test } from './support/test.ts';

test('a key survives a restart: the releases are read again without asking for it', async ({
  launch,
  demo,
}) => {
  const first = await launch();
  await connect(first, demo);
  demo.forgetRequests();

  const { page } = await first.relaunch();
  await expect(page.getByRole('heading', { name: 'Releases of Claims Guard' })).toBeAttached();
  await expect.poll(() => demo.requests.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(demo.requests.filter(({ status }) => status !== 200)).toEqual([]);
  await goTo(page, 'Settings');
  await expect(page.getByText(`•••• ${demo.apiKey.slice(-4)}, in the system’s keyring`)).toBeVisible();
});

test('removing a team asks first, then takes its key out of the keyring', async ({ app, demo, keyring }) => {
  test.skip(!mayLookIntoKeyring, 'nobody else may look whether the key is there');
  const page = await connect(app, demo);
  const [connection] = await connectionsOf(page);
  const id = connection?.id ?? '';
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove Northwind' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove Northwind?' });

  await expect(question).toContainText('what was read from the server is deleted from this computer');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  expect(await keyring.read(id)).toBe(demo.apiKey);

  await page.getByRole('button', { name: 'Remove Northwind' }).click();
  await question.getByRole('button', { name: 'Remove team' }).click();
  await expect(page.getByRole('heading', { name: 'Connect your team' })).toBeVisible();
  expect(await keyring.read(id)).toBeNull();
  expect(await connectionsOf(page)).toEqual([]);
});

test('removing a team says how many drafts go with it', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.0');
  await addMetadata(page, 'channel', 'beta');
  await saved(page);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove Northwind' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Remove Northwind?' })).toContainText(
    'and 1 unpublished draft and what was read from the server are deleted from this computer',
  );
});

test('a key goes to no other server than the one it was typed for', async ({ app, demo, startDemo }) => {
  const other = await startDemo();
  const page = await connect(app, demo);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Edit Northwind' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Northwind' });
  await expect(keyField(page)).toHaveAccessibleDescription(/Leave empty to keep the stored key/);

  await dialog.getByRole('textbox', { name: 'Server URL' }).fill(other.origin);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(keyField(page)).toHaveAccessibleDescription(/enter the API key again/);
  expect(other.requests).toEqual([]);

  await keyField(page).fill(other.apiKey);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('heading', { name: 'Northwind is saved' })).toBeVisible();
  expect(await connectionsOf(page)).toMatchObject([{ serverUrl: other.origin, keyHeld: 'keyring' }]);
});
