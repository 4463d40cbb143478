import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import { choose, editor, fileSection, openRelease, publish } from './person/editor.ts';
import { md5, releaseOn } from './person/server.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { dropFiles } from './support/files.ts';
import { test } from './support/test.ts';

const attempt = (page: Page) => page.getByRole('region', { name: 'Attempt', exact: true });
const attempts = (page: Page) =>
  page
    .getByRole('grid', { name: 'History' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });

test('what was published is found again with what stood there before, and put back', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const jar = build(testInfo, 'ClaimsGuard-2.2.1.jar', await pluginJar('2.2.1'));
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Deprecated');
  await dropFiles(fileSection(page), [jar.path]);
  await expect(fileSection(page).getByText(/^Replaces /)).toBeVisible();
  await publish(page);
  await openRelease(page, '2.2.0');
  await choose(page, 'Status', 'Archived');
  await publish(page);

  await app.choose('show-history');
  await expect(attempts(page)).toHaveCount(2);
  await expect(attempts(page).first()).toContainText('2.2.0');
  await app.choose('find');
  await page.keyboard.type('guard-2.2.1');
  await expect(attempts(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await expect(attempt(page).getByRole('heading', { name: '2.2.1' })).toBeVisible();
  await expect(attempt(page).getByRole('button', { name: 'Copy MD5 sent' })).toHaveText(md5(jar.bytes));
  await expect(
    attempt(page).getByRole('row', { name: /^Status Published Deprecated Deprecated/ }),
  ).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  await attempt(page).getByRole('button', { name: 'Restore what was before' }).click();
  await expect(page.getByText(/^A draft puts 2\.2\.1 back to what it was/)).toBeVisible();
  await expect(
    page.getByText(/This app has no copy of the earlier file, ClaimsGuard-2\.2\.1\.jar/),
  ).toBeVisible();
  await expect(editor(page).getByRole('button', { name: 'Published Status' })).toBeVisible();
  await publish(page);
  expect(releaseOn(demo, '2.2.1').status).toBe('PUBLISHED');
  expect(app.pageErrors()).toEqual([]);
});

test('a search of the history that found nothing never says that nothing was published', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Deprecated');
  await publish(page);
  await app.choose('show-history');
  await expect(attempts(page)).toHaveCount(1);
  const search = page.getByRole('searchbox', { name: 'Find in the history' });
  const everSaid = await page.evaluateHandle(() => {
    const said = { nothing: false };
    new MutationObserver(() => {
      said.nothing ||= document.body.innerText.includes('Nothing has been published yet');
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return said;
  });
  await search.fill('what nobody sent');
  await expect(page.getByText('No attempt matches')).toBeVisible();
  await search.fill('');
  await expect(attempts(page)).toHaveCount(1);
  expect(await everSaid.evaluate(({ nothing }) => nothing)).toBe(false);
});

test('the history is saved as a file', async ({ launch, demo, userData }) => {
  const home = join(userData, 'home');
  const app = await launch({ env: { HOME: home } });
  // Electron asks where to save, which nobody answers here.
  test.skip(app.runtime === 'electron', 'the system’s dialog');
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Deprecated');
  await publish(page);
  await app.choose('show-history');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'As JSON…' }).click();

  const file = join(home, 'Downloads', `release-history-${new Date().toISOString().slice(0, 10)}.json`);
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ version: '2.2.1', outcome: 'verified' }]);
  expect(app.pageErrors()).toEqual([]);
});
