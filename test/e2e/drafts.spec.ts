import { rmSync, symlinkSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { apply, bulkDialog, openChange, pick } from './person/bulk.ts';
import { connect } from './person/connect.ts';
import { chosenActions, draftGrid, draftRow, draftRows, mark } from './person/drafts.ts';
import {
  addMetadata,
  beginRelease,
  choose,
  editor,
  fileSection,
  openRelease,
  publish,
  publishButton,
  saved,
  versionField,
} from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import { changesSent, holds, md5, releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import type { App } from './support/app.ts';
import { dropFiles } from './support/files.ts';
import { test } from './support/test.ts';

for (const { ends, end } of [
  { ends: 'the window was closed', end: (app: App) => app.closeWindow() },
  {
    ends: 'the app was quit',
    end: async (app: App) => {
      // Nobody quits within the milliseconds in which a key press reaches the app: whatever is answered came after it.
      await app.page.evaluate(() => window.lukittu['app.info']({}));
      await app.quit();
    },
  },
  {
    ends: 'the draft was saved and the app killed',
    end: async (app: App) => {
      await app.choose('save-draft');
      await expect(notices(app.page).getByText('The draft is saved.')).toBeVisible();
      await app.kill();
    },
  },
]) {
  test(`what was dropped and typed is there after ${ends} in the middle of it`, async ({
    launch,
    demo,
  }, testInfo) => {
    const first = await launch();
    const page = await connect(first, demo);
    const jar = build(testInfo, 'ClaimsGuard-2.4.0.jar', await pluginJar('2.4.0'));
    await openRelease(page, '2.4.0');
    await dropFiles(fileSection(page), [jar.path]);
    await expect(fileSection(page).getByRole('button', { name: 'Copy MD5' })).toBeVisible();
    await addMetadata(page, 'changelog', 'Claims can be sold.');
    await versionField(page).fill('2.4.0 b');
    await end(first);

    const { page: again } = await first.relaunch();
    await goTo(again, 'Drafts');
    await draftRows(again).filter({ hasText: '2.4.0' }).click();
    await expect(versionField(again)).toHaveValue('2.4.0 b');
    await expect(editor(again).getByRole('textbox', { name: 'Value 3' })).toHaveValue('Claims can be sold.');
    await expect(fileSection(again).getByRole('button', { name: 'Copy MD5' })).toHaveText(md5(jar.bytes));
    expect(changesSent(demo)).toEqual([]);

    await versionField(again).fill('2.4.0');
    await publish(again);
    expect(holds(demo, releaseOn(demo, '2.4.0'), jar.bytes)).toBe(true);
  });
}

test('a file that cannot be taken makes no draft of a release that was only looked at', async ({
  app,
  demo,
}, testInfo) => {
  test.skip(process.platform === 'win32', 'there, making a link takes a right of its own');
  const page = await connect(app, demo);
  const gone = build(testInfo, 'ClaimsGuard-gone.jar', await pluginJar('2.2.1'));
  const link = testInfo.outputPath('ClaimsGuard-2.2.1.jar');
  symlinkSync(gone.path, link);
  rmSync(gone.path);
  await openRelease(page, '2.2.1');
  await dropFiles(fileSection(page), [link]);

  await expect(fileSection(page).getByRole('alert')).toContainText('ClaimsGuard-2.2.1.jar was not taken.');
  await expect(editor(page).getByText('No changes', { exact: true })).toBeVisible();
  await expect(releaseRow(page, '2.2.1')).not.toContainText('Has a draft');
  await goTo(page, 'Drafts');
  await expect(page.getByText('No drafts', { exact: true })).toBeVisible();
});

test('a discarded draft can be had back', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  await expect(releaseRow(page, '2.2.1')).toContainText('Has a draft');

  await editor(page).getByRole('button', { name: 'Discard draft' }).click();
  await expect(editor(page).getByText('No changes', { exact: true })).toBeVisible();
  await expect(editor(page).getByRole('button', { name: 'Published Status' })).toBeVisible();

  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(editor(page).getByRole('button', { name: 'Archived Status' })).toBeVisible();
  await expect(publishButton(page)).toBeEnabled();
});

test('drafts of releases and of new ones stand in one list, with what they change', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  await beginRelease(page);
  await versionField(page).fill('2.7.0');
  await saved(page);

  await expect(page.getByText('19 releases, 1 new draft', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Drafts' })).toContainText(
    '2 drafts',
  );
  await goTo(page, 'Drafts');
  await expect(draftRows(page).filter({ hasText: '2.2.1' })).toContainText(/status/i);
  await expect(draftRows(page).filter({ hasText: '2.7.0' })).toContainText('New release, ');
});

test('drafts are found by what they change, and several are chosen, discarded together and had back', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftOf(page, '2.2.1', 'Archived');
  await draftOf(page, '2.2.0', 'Archived');
  await draftOf(page, '2.1.0', 'Deprecated');
  await goTo(page, 'Drafts');
  await expect(draftRows(page)).toHaveCount(3);

  await app.choose('find');
  await expect(page.getByRole('searchbox', { name: 'Find a draft' })).toBeFocused();
  await page.keyboard.type('archived');
  await expect(draftRows(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(draftGrid(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText('2 of 2 chosen')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 of 3 drafts')).toBeVisible();

  await mark(page, '2.2.0');
  await mark(page, '2.2.1', ['Shift']);
  await chosenActions(page).getByRole('button', { name: 'Discard 2 drafts' }).click();
  await expect(page.getByText('No draft matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all drafts' }).click();
  await expect(draftRows(page)).toHaveCount(1);
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Drafts' })).toContainText('1 draft');

  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(draftRows(page)).toHaveCount(3);
  await expect(draftRow(page, '2.2.0')).toContainText('Archived');
  expect(app.pageErrors()).toEqual([]);
});

test('the last row of a list is not left under a notice', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await releaseRow(page, '2.2.1').click();
  await page.keyboard.press('ControlOrMeta+a');
  await openChange(page);
  await pick(page, 'What to change', 'Set metadata');
  await bulkDialog(page).getByRole('combobox', { name: 'Key' }).fill('note');
  await bulkDialog(page).getByRole('textbox', { name: 'Value' }).fill('soon');
  await apply(page, 'Make 19 drafts');
  await page.setViewportSize({ width: 900, height: 600 });
  await goTo(page, 'Drafts');
  const notice = notices(page).getByText('19 drafts made.');
  await notice.hover();

  await draftGrid(page).focus();
  await page.keyboard.press('End');
  const last = draftRows(page).last();
  await expect(last).toHaveAttribute('aria-rowindex', '20');
  await expect(async () => {
    const [row, above] = [await last.boundingBox(), await notice.boundingBox()];
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThan(above?.y ?? 0);
  }).toPass();
});

async function draftOf(page: Page, version: string, status: string): Promise<void> {
  await openRelease(page, version);
  await choose(page, 'Status', status);
  await saved(page);
}

test('a file that changes on disk after it was dropped is noticed, and the newer one taken on request', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const older = build(testInfo, 'ClaimsGuard.jar', await pluginJar('2.4.0'));
  await openRelease(page, '2.4.0');
  await dropFiles(fileSection(page), [older.path]);
  await expect(fileSection(page).getByText('Becomes the file of this release')).toBeVisible();
  const newer = build(testInfo, 'ClaimsGuard.jar', await pluginJar('2.4.0, built again'));
  await choose(page, 'Status', 'Published');

  await expect(
    fileSection(page)
      .getByText(/has changed on disk since/)
      .first(),
  ).toBeVisible();
  await fileSection(page).getByRole('button', { name: 'Use the newer file' }).click();
  await expect(fileSection(page).getByRole('button', { name: 'Copy MD5' })).toHaveText(md5(newer.bytes));
  await publish(page);
  expect(holds(demo, releaseOn(demo, '2.4.0'), newer.bytes)).toBe(true);
});

test('a license that is pressed is chosen once, also where it leaves the pointer meanwhile', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await editor(page).getByRole('button', { name: 'Choose licenses…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose licenses' });
  const option = dialog.getByRole('option', { name: 'Aino Virtanen' });
  await option.hover();
  await page.mouse.down();
  await dialog.getByRole('heading').hover();
  await option.hover();
  await page.mouse.up();
  await expect(dialog.getByText('1 of at most 30 chosen')).toBeVisible();
  await expect(option).toHaveAttribute('aria-selected', 'true');
});

test('a metadata entry that is dragged by its handle passes the others on its way', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await addMetadata(page, 'changelog', 'Claims can be sold.');
  const entries = editor(page).getByRole('list', { name: 'Metadata' }).getByRole('listitem');
  const keys = () =>
    entries
      .getByRole('textbox', { name: /^Key \d$/ })
      .evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')));
  await expect.poll(keys).toEqual(['channel', 'api-version', 'changelog']);

  const middle = async (nth: number) => {
    const box = await entries.nth(nth).getByRole('button').first().boundingBox();
    if (box === null) throw new Error('the entry has no handle');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [from, over, to] = [await middle(0), await middle(1), await middle(2)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(over.x, over.y);
  await expect.poll(keys).toEqual(['api-version', 'channel', 'changelog']);
  await page.mouse.move(to.x, to.y);
  await expect.poll(keys).toEqual(['api-version', 'changelog', 'channel']);
  await page.mouse.up();
  await page.mouse.move(from.x, from.y);
  await saved(page);
  expect(await keys()).toEqual(['api-version', 'changelog', 'channel']);
});
