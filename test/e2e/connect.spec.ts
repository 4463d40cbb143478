import { appendFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { connect, connectionsOf, formFor, keyField, submitTeam } from './person/connect.ts';
import { releaseRows } from './person/list.ts';
import { goTo } from './person/window.ts';
import { mayLookIntoKeyring, withoutKeyring } from './support/keyring.ts';
import { knownSecretsFile, test } from './support/test.ts';

const serverField = (page: Page) => page.getByRole('textbox', { name: 'Server URL' });

test('a wrong key is refused at its field and leaves nothing behind; the right one connects', async ({
  app,
  demo,
  keyring,
}) => {
  const { page } = app;
  const wrong = 'wrong-key-4a1f';
  appendFileSync(knownSecretsFile, `${wrong}\n`);
  await expect(page.getByRole('heading', { name: 'Connect your team' })).toBeVisible();

  await submitTeam(page, { ...formFor(demo), apiKey: wrong });
  await expect(keyField(page)).toHaveAccessibleDescription(/does not accept the API key/);
  await expect(keyField(page)).toBeFocused();
  expect(await connectionsOf(page)).toEqual([]);
  if (mayLookIntoKeyring) {
    expect((await keyring.all()).map(({ password }) => password)).not.toContain(wrong);
  }

  await keyField(page).fill(demo.apiKey);
  await keyField(page).press('Enter');
  await expect(page.getByRole('heading', { name: 'Northwind is connected' })).toBeVisible();
  await expect(page.getByText('Found 5 products and 30 licenses.')).toBeVisible();
  const [connection] = await connectionsOf(page);
  expect(connection).toMatchObject({ keyHeld: 'keyring', keyHint: demo.apiKey.slice(-4) });
  if (mayLookIntoKeyring) expect(await keyring.read(connection?.id ?? '')).toBe(demo.apiKey);

  await page.getByRole('button', { name: 'Open releases' }).click();
  await expect(releaseRows(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Team: Northwind' })).toBeVisible();
  expect(app.pageErrors()).toEqual([]);
});

test('nothing of a team that was refused is there at the next start', async ({ launch, demo }) => {
  const first = await launch();
  await submitTeam(first.page, { ...formFor(demo), apiKey: 'wrong-key-77b0' });
  await expect(keyField(first.page)).toHaveAccessibleDescription(/does not accept the API key/);

  const { page } = await first.relaunch();
  await expect(page.getByRole('heading', { name: 'Connect your team' })).toBeVisible();
  expect(await connectionsOf(page)).toEqual([]);
});

test('a key pasted with the header around it is cleaned, and that is said', async ({
  app,
  demo,
  keyring,
}) => {
  test.skip(!mayLookIntoKeyring, 'only the keyring knows the whole key');
  const { page } = app;

  await submitTeam(page, { ...formFor(demo), apiKey: `  Authorization: Bearer ${demo.apiKey} ` });

  await expect(page.getByText('Removed “Bearer ” in front of the key.')).toBeVisible();
  await expect(page.getByText('Removed the white space around the key.')).toBeVisible();
  const [connection] = await connectionsOf(page);
  expect(await keyring.read(connection?.id ?? '')).toBe(demo.apiKey);
});

test('what else is wrong is said at the field it concerns', async ({ app, demo, startDemo }) => {
  const { page } = app;
  const form = formFor(demo);
  const gone = await startDemo();
  await gone.stop();

  await test.step('nothing typed', async () => {
    await submitTeam(page, { name: '', serverUrl: '', teamId: '', apiKey: '' });
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await expect(page.getByText('Give the team a name.')).toBeVisible();
    await expect(keyField(page)).toHaveAccessibleDescription(/Paste the API key/);
  });
  await test.step('an unencrypted server', async () => {
    await submitTeam(page, { ...form, serverUrl: 'http://lukittu.example' });
    await expect(serverField(page)).toHaveAccessibleDescription(/would send the API key unencrypted/);
  });
  await test.step('a server that is not there', async () => {
    await submitTeam(page, { ...form, serverUrl: gone.origin });
    await expect(serverField(page)).toHaveAccessibleDescription(/Nothing accepts connections at/);
    await expect(serverField(page)).toBeFocused();
  });
  await test.step('a page that is not Lukittu’s', async () => {
    demo.faults.add({ at: 'arrival', effect: { kind: 'html' } });
    await submitTeam(page, form);
    await expect(serverField(page)).toHaveAccessibleDescription(/does not look like a Lukittu server/);
    demo.faults.clear();
  });
  await test.step('a team id that is none', async () => {
    await submitTeam(page, { ...form, teamId: 'northwind' });
    await expect(page.getByRole('textbox', { name: 'Team ID' })).toHaveAccessibleDescription(
      /is a UUID such as/,
    );
  });
  await test.step('a whole text in place of the key', async () => {
    await submitTeam(page, { ...form, apiKey: 'word '.repeat(1000) });
    await expect(keyField(page)).toHaveAccessibleDescription(/has 4000 characters; a key has at most 2000/);
  });
  expect(await connectionsOf(page)).toEqual([]);
});

test('a server that does not answer is not waited for: Cancel and Escape give the form back as it was', async ({
  app,
  demo,
}) => {
  const { page } = app;
  const form = formFor(demo);
  const connectButton = page.getByRole('button', { name: 'Connect', exact: true });
  const stop = page.getByRole('button', { name: 'Cancel' });
  demo.faults.add({ at: 'arrival', times: 2, effect: { kind: 'delay', ms: 600_000 } });

  for (const way of ['Cancel', 'Escape']) {
    await submitTeam(page, form);
    await expect(page.getByText('Asking the server…')).toBeVisible();
    await expect(connectButton).toBeDisabled();
    await expect(stop).toBeFocused();
    await page.keyboard.press(way === 'Cancel' ? 'Enter' : 'Escape');
    await expect(page.getByText('Asking the server…')).toBeHidden();
    await expect(connectButton).toBeFocused();
    await expect(stop).toBeHidden();
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(serverField(page)).toHaveValue(form.serverUrl);
    await expect(keyField(page)).toHaveValue(form.apiKey);
    expect(await connectionsOf(page)).toEqual([]);
  }

  demo.faults.clear();
  await connectButton.click();
  await expect(page.getByRole('heading', { name: 'Northwind is connected' })).toBeVisible();
});

test('Escape stops the question to a silent server before it closes the form in the settings', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: /^Edit/ }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit Northwind' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Southwind');
  demo.faults.add({ at: 'arrival', times: 2, effect: { kind: 'delay', ms: 600_000 } });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Asking the server…')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(dialog.getByText('Asking the server…')).toBeHidden();
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Southwind');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await connectionsOf(page)).toMatchObject([{ name: 'Northwind' }]);
});

test('without a keyring that is said before and after, and the key is gone with the app', async ({
  launch,
  demo,
  keyring,
}) => {
  test.skip(process.platform !== 'linux', 'the keyring cannot be taken away');
  const app = await launch({ env: withoutKeyring });
  const { page } = app;
  await expect(page.getByText(/no keyring/).first()).toBeVisible();
  await submitTeam(page, formFor(demo));
  await expect(page.getByText('The key is kept for this session only: no keyring was found.')).toBeVisible();
  await page.getByRole('button', { name: 'Open releases' }).click();
  await goTo(page, 'Settings');
  await expect(page.getByText('in memory until the app is closed').first()).toBeVisible();
  const [connection] = await connectionsOf(page);
  expect(connection).toMatchObject({ keyHeld: 'session' });
  expect(await keyring.read(connection?.id ?? '')).toBeNull();

  const again = await app.relaunch();
  expect(await connectionsOf(again.page)).toMatchObject([{ id: connection?.id, keyHeld: 'none' }]);
  await goTo(again.page, 'Settings');
  await expect(again.page.getByText('Not there: type it again to publish')).toBeVisible();
});

test('the demo team is one click away', async ({ app }) => {
  const { page } = app;

  await page.getByRole('button', { name: 'Explore the demo team' }).click();
  await page.getByRole('button', { name: 'Open releases' }).click();

  await expect(releaseRows(page).first()).toBeVisible();
  expect(await connectionsOf(page)).toMatchObject([{ demo: true }]);
});

test('the limits of a server are stepped through by keyboard', async ({ app, demo }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Limits of the server' }).click();
  const requests = page.getByRole('spinbutton', { name: 'Requests' });
  await requests.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  await expect(requests).toHaveValue('8');
  await submitTeam(page, formFor(demo));
  await expect(page.getByRole('button', { name: 'Open releases' })).toBeVisible();
  expect(await connectionsOf(page)).toMatchObject([{ rateLimit: { count: 8, windowSeconds: 300 } }]);
  expect(app.pageErrors()).toEqual([]);
});

test('a limit of the server that is no whole number is refused as it was typed', async ({ app, demo }) => {
  const { page } = app;
  const { apiKey, ...form } = formFor(demo);
  await page.getByRole('button', { name: 'Limits of the server' }).click();
  for (const [name, range] of [
    ['Largest file (MB)', 'from 1 to 1048576'],
    ['Requests', 'from 1 to 1000'],
    ['In seconds', 'from 1 to 86400'],
  ] as const) {
    const field = page.getByRole('spinbutton', { name });
    const former = await field.inputValue();
    await field.fill('1,5');
    await field.press('Tab');
    await expect(page.locator('[aria-atomic]')).toContainText(`whole number ${range}`);
    await submitTeam(page, { ...form, apiKey });
    await expect(field).toHaveAccessibleDescription(new RegExp(`whole number ${range}`));
    await expect(field).toHaveValue('1,5');
    expect(await connectionsOf(page)).toEqual([]);
    await field.fill(former);
  }
  await submitTeam(page, { ...form, apiKey });
  await expect(page.getByRole('heading', { name: 'Northwind is connected' })).toBeVisible();
  expect(await connectionsOf(page)).toMatchObject([{ rateLimit: { count: 5, windowSeconds: 300 } }]);
});
