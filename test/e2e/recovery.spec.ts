import { homedir } from 'node:os';
import { expect, type Page } from '@playwright/test';
import { breakDrawing } from './person/breaking.ts';
import { connect } from './person/connect.ts';
import { editor, openRelease, saved, versionField } from './person/editor.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { test } from './support/test.ts';

test('when drawing the window fails, it can be loaded again, and nothing that was typed is lost', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await breakDrawing(page);
  await versionField(page).fill('2.2.1-hotfix');

  await expect(page.getByRole('heading', { name: 'The window stopped' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Load the window again' }).click();

  await expect(page.getByRole('heading', { name: 'Releases of Claims Guard' })).toBeAttached();
  await app.choose('show-drafts');
  await page.getByRole('grid', { name: 'Drafts' }).getByText('2.2.1-hotfix').click();
  await expect(versionField(page)).toHaveValue('2.2.1-hotfix');
});

test('what failed in the window is found in the diagnostics, also when the window has nothing else to show', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await breakDrawing(page);
  await versionField(page).fill('2.2.1-hotfix');
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();

  const text = await clipboard(page);
  expect(text).toMatch(/Last errors\n[\s\S]*unforeseen where="page drawing" error=RangeError\n\s+at /);
  expect(text).not.toContain('made to fail');
});

test('a page whose process dies comes back by itself, with everything that was saved', async ({
  app,
  demo,
}) => {
  test.skip(app.runtime === 'electron', 'Playwright cannot use a page of Electron’s that has crashed');
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.2.1-hotfix');
  await saved(page);

  const back = await crash(page);
  await expect(back.getByText(/The window had stopped working and was loaded again/)).toBeVisible();
  await back.getByRole('button', { name: /^Drafts/ }).click();
  await back.getByRole('grid', { name: 'Drafts' }).getByText('2.2.1-hotfix').click();
  await expect(versionField(back)).toHaveValue('2.2.1-hotfix');
  await expect(editor(back)).toBeVisible();
  expect(app.output()).not.toMatch(/fatal/);
});

test('a page that dies again and again ends the app with a word, and never makes it loop', async ({
  app,
  demo,
}) => {
  test.skip(app.runtime === 'electron', 'Playwright cannot use a page of Electron’s that has crashed');
  let page = await connect(app, demo);
  for (let time = 0; time < 3; time += 1) {
    page = await crash(page);
    await expect(page.getByText(/The window had stopped working/)).toBeVisible();
  }
  await crash(page, false);

  expect(await app.ended()).toBe(1);
  expect(app.output()).toContain('The window stops working again and again.');
});

test('the diagnostics are copied from the menu, and say so', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await app.choose('copy-diagnostics');
  await expect(page.getByText('Diagnostics copied')).toBeVisible();

  const text = await clipboard(page);
  for (const part of [
    'version: ',
    'system: ',
    'keyring: available',
    demo.origin,
    'releases: ',
    'info  start ',
    'info  connection is=added',
  ]) {
    expect(text).toContain(part);
  }
  for (const own of [demo.apiKey, 'Northwind', 'Claims Guard', homedir()]) expect(text).not.toContain(own);
});

/** Ends the page's process, and gives the page that comes in its place. */
async function crash(page: Page, comesBack = true): Promise<Page> {
  const context = page.context();
  const next = comesBack ? context.waitForEvent('page') : null;
  const client = await context.newCDPSession(page);
  const gone = page.waitForEvent('crash');
  client.send('Page.crash').catch(() => undefined);
  await gone;
  const back = (await next) ?? page;
  if (comesBack) await back.waitForURL('https://*.app.invalid/**');
  return back;
}

/** What is on the clipboard, as a text field sees it that it is pasted into. */
async function clipboard(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+v');
  return page.locator('#pasted').inputValue();
}
