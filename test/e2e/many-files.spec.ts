import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import { editor, fileSection, openRelease, publish, versionField } from './person/editor.ts';
import { releaseGrid, releaseRow } from './person/list.ts';
import { dropOnList, listPane, makeButton, matching, matchRow, openChooser } from './person/matching.ts';
import { holds, releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseFiles, dropFiles, startDrag } from './support/files.ts';
import { test } from './support/test.ts';

const draftRows = (page: Page) => page.getByRole('grid', { name: 'Drafts' }).getByRole('row');

/** Plugins as a build leaves them, by their file names; each says the version of its name. */
async function plugins(info: TestInfo, ...names: readonly string[]): Promise<string[]> {
  const built = names.map(async (name) => {
    const version = /\d+\.\d+\.\d+(?:-dev\.\d+)?/.exec(name)?.[0] ?? '';
    return build(info, name, await pluginJar(version)).path;
  });
  return Promise.all(built);
}

/** Whether something has come up beside a row, and not elsewhere in the window. */
async function expectBelow(popup: Locator, row: Locator): Promise<void> {
  const [over, under] = [await row.boundingBox(), await popup.boundingBox()];
  expect(under?.y ?? 0).toBeGreaterThan(over?.y ?? Number.POSITIVE_INFINITY);
  expect((under?.x ?? 0) + (under?.width ?? 0)).toBeGreaterThan((over?.x ?? 0) + (over?.width ?? 0) / 2);
}

const six = [
  'ClaimsGuard-2.4.0.jar',
  'ClaimsGuard-2.2.1.jar',
  'ClaimsGuard-2.4.0-dev.2.jar',
  'ClaimsGuard-1.3.6-legacy-1.16.jar',
  'ClaimsGuard-2.5.0.jar',
  'build.jar',
] as const;

test('six files dropped on the list are matched, one is corrected by hand, and drafts are made of all', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const paths = await plugins(testInfo, ...six);

  const drag = await startDrag(listPane(page), paths);
  await expect(listPane(page).getByText('Match 6 files to releases')).toBeVisible();
  await drag.drop();

  await expect(matchRow(page, 'ClaimsGuard-2.4.0.jar')).toContainText('Sure');
  await expect(matchRow(page, 'ClaimsGuard-2.4.0-dev.2.jar')).toContainText(/2\.4\.0-dev\.2.*dev.*Sure/);
  await expect(matchRow(page, 'ClaimsGuard-1.3.6-legacy-1.16.jar')).toContainText('legacy-1.16');
  await expect(matchRow(page, 'ClaimsGuard-2.5.0.jar')).toContainText('There is no release 2.5.0 yet.');
  const open = matchRow(page, 'build.jar');
  await expect(open).toContainText(/Left out.*No match.*There is no version in its name/);
  // What needs a person stands first.
  await expect(open).toHaveAttribute('aria-rowindex', '2');
  await expect(makeButton(page)).toHaveText('Make 5 drafts');

  const chooser = await openChooser(page, 'build.jar');
  await expectBelow(chooser, open);
  await chooser.getByRole('searchbox').fill('2.0.10');
  await chooser.getByRole('menuitem', { name: /^2\.0\.10 / }).click();
  await expect(open).toContainText(/2\.0\.10.*By hand/);
  await expect(matching(page).getByRole('grid')).toBeFocused();
  await makeButton(page).click();

  await expect(matching(page)).toBeHidden();
  await expect(notices(page).getByText('6 drafts made.')).toBeVisible();
  const showDrafts = notices(page).getByRole('button', { name: 'Show drafts' });
  await app.choose('show-drafts');
  await expect(showDrafts).toBeHidden();
  await app.choose('show-releases');
  await showDrafts.click();
  await expect(draftRows(page).filter({ hasText: '2.0.10' })).toContainText('build.jar');
  await expect(draftRows(page).filter({ hasText: '2.5.0' })).toContainText('New release, Draft');
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Drafts' })).toContainText(
    '6 drafts',
  );
});

test('what was matched is what is published, byte by byte', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  const bytes = await pluginJar('2.4.0');
  const jar = build(testInfo, 'ClaimsGuard-2.4.0.jar', bytes);
  const [other = ''] = await plugins(testInfo, 'ClaimsGuard-2.2.1.jar');
  await dropOnList(page, [jar.path, other]);
  await makeButton(page).click();
  await expect(matching(page)).toBeHidden();

  await openRelease(page, '2.4.0');
  await publish(page);
  expect(holds(demo, releaseOn(demo, '2.4.0'), bytes)).toBe(true);
});

test('a folder gives its files; what is hidden or lies beside a program is left out', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  await plugins(testInfo, 'libs/ClaimsGuard-2.4.0.jar', 'libs/ClaimsGuard-2.4.0-sources.jar');
  const folder = testInfo.outputPath('build', 'libs');
  mkdirSync(join(folder, 'dev'));
  writeFileSync(join(folder, 'dev', 'ClaimsGuard-2.3.0.zip'), 'built');
  writeFileSync(join(folder, '.DS_Store'), '');

  await dropOnList(page, [folder]);

  await expect(matchRow(page, 'ClaimsGuard-2.4.0.jar')).toContainText('Sure');
  await expect(matchRow(page, 'ClaimsGuard-2.3.0.zip')).toContainText(/dev.*libs\/dev\//);
  await expect(matchRow(page, 'ClaimsGuard-2.4.0-sources.jar')).toContainText(
    /Left out.*“sources” in its name says that it is not the program itself/,
  );
  await expect(matching(page).getByText('Not taken: 1 hidden file.')).toBeVisible();
  await expect(makeButton(page)).toHaveText('Make 2 drafts');
});

test('a folder dropped on a row is opened all the same', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  await plugins(testInfo, 'libs/ClaimsGuard-2.4.0.jar');
  await dropFiles(releaseRow(page, '2.2.0'), [testInfo.outputPath('build', 'libs')]);
  await expect(matchRow(page, 'ClaimsGuard-2.4.0.jar')).toContainText('Sure');
});

test('a single file is matched where there is no row, and taken by the row where there is one', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const paths = await plugins(testInfo, 'ClaimsGuard-2.4.0.jar');
  await page.getByRole('searchbox', { name: 'Find a release' }).fill('2.2.0');
  const drag = await startDrag(releaseRow(page, '2.2.0'), paths);
  await expect(releaseRow(page, '2.2.0')).toHaveAttribute('data-drop', 'Replace the file of 2.2.0');
  await expect(listPane(page).getByText('Find the release this file is for')).toBeVisible();
  await drag.cancel();

  await dropFiles(releaseGrid(page), paths);
  await expect(matchRow(page, 'ClaimsGuard-2.4.0.jar')).toContainText('Sure');
  await matching(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(matching(page)).toBeHidden();

  await dropFiles(releaseRow(page, '2.2.0'), paths);
  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
  await expect(fileSection(page)).toContainText('ClaimsGuard-2.4.0.jar');
});

test('several files dropped on one release can be matched instead', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  const paths = await plugins(testInfo, 'ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
  await openRelease(page, '2.2.0');
  const drag = await startDrag(listPane(page), paths);
  await expect(page.getByText('A release has one file, not 2')).toBeVisible();
  await drag.cancel();
  await dropFiles(fileSection(page), paths);
  await fileSection(page).getByRole('button', { name: 'Match to releases…' }).click();
  await expect(makeButton(page)).toHaveText('Make 2 drafts');
});

test('two files for one release wait for a choice', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  await dropOnList(page, await plugins(testInfo, 'ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.4.0-all.jar'));

  await expect(matchRow(page, 'ClaimsGuard-2.4.0.jar')).toContainText(
    'ClaimsGuard-2.4.0-all.jar is meant for it too',
  );
  await expect(
    matching(page).getByText('Several files are meant for one release: choose one.'),
  ).toBeVisible();
  await expect(makeButton(page)).toBeDisabled();
  await matchRow(page, 'ClaimsGuard-2.4.0-all.jar').getByRole('button', { name: 'Use this one' }).click();

  await expect(matchRow(page, 'ClaimsGuard-2.4.0.jar')).toContainText('Left out');
  await expect(makeButton(page)).toHaveText('Make 1 draft');
  await makeButton(page).click();
  await expect(matching(page)).toBeHidden();
  await openRelease(page, '2.4.0');
  await expect(fileSection(page)).toContainText('ClaimsGuard-2.4.0-all.jar');
});

test('a new release is named by hand, in a branch, with the keyboard alone', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const { keyboard } = page;
  const paths = await plugins(testInfo, 'build.jar');
  await app.choose('match-files');
  await expect(matching(page).getByRole('button', { name: 'Choose files…' })).toBeFocused();
  await chooseFiles(matching(page), () => keyboard.press('Enter'), paths);

  await expect(matching(page).getByRole('grid')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type('3.0.0-rc.1');
  await expect(page.getByRole('menuitem', { name: 'New release 3.0.0-rc.1…' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Version' })).toHaveValue('3.0.0-rc.1');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'dev' }).press('Enter');
  await page.getByRole('button', { name: 'Use', exact: true }).press('Enter');
  await expect(matchRow(page, 'build.jar')).toContainText(/3\.0\.0-rc\.1.*New.*dev.*By hand/);

  await expect(matching(page).getByRole('grid')).toBeFocused();
  await keyboard.press('Delete');
  await expect(makeButton(page)).toBeDisabled();
  await keyboard.press('Delete');
  await expect(makeButton(page)).toHaveText('Make drafts');
});

test('the drafts go into a new batch, and all of it is undone with one press', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  await dropOnList(page, await plugins(testInfo, 'ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar'));
  await matching(page).getByText('Put them in a new batch').click();
  await matching(page).getByRole('textbox', { name: 'Name of the batch' }).fill('Winter');
  await makeButton(page).click();

  await expect(notices(page).getByText('2 drafts made, in the batch “Winter”.')).toBeVisible();
  await goTo(page, 'Drafts');
  await expect(page.getByRole('region', { name: 'Batches' }).getByText('Winter')).toBeVisible();
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notices(page).getByText('2 drafts taken back.')).toBeVisible();
  await expect(page.getByText('No drafts', { exact: true })).toBeVisible();
  await expect(page.getByText('Winter')).toBeHidden();
});

test('a file that is gone by then is said by name, and the others are made drafts of', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const paths = await plugins(testInfo, 'ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
  await dropOnList(page, paths);
  rmSync(paths[1] ?? '');
  await makeButton(page).click();

  await expect(matchRow(page, 'ClaimsGuard-2.2.1.jar')).toContainText('The file is no longer there.');
  await expect(matching(page).getByText(/^Nothing was made yet/)).toBeVisible();
  await expect(makeButton(page)).toHaveText('Make 1 draft');
  await makeButton(page).click();
  await expect(notices(page).getByText('1 draft made.')).toBeVisible();
});

test('the draft that is open takes the file and keeps what was typed', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.4.0');
  await versionField(page).fill('2.4.1');
  await dropOnList(page, await plugins(testInfo, 'ClaimsGuard-2.4.1.jar', 'ClaimsGuard-2.2.1.jar'));
  await expect(matchRow(page, 'ClaimsGuard-2.4.1.jar')).toContainText('The draft of 2.4.0 makes it 2.4.1.');
  await makeButton(page).click();
  await expect(matching(page)).toBeHidden();
  await expect(fileSection(page)).toContainText('ClaimsGuard-2.4.1.jar');
  await expect(versionField(page)).toHaveValue('2.4.1');
});

test('large files are copied with progress, stopped, and made drafts of after all', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const folder = testInfo.outputPath('build', 'large');
  mkdirSync(folder, { recursive: true });
  for (let patch = 0; patch < 12; patch += 1) {
    const path = join(folder, `ClaimsGuard-9.0.${patch}.zip`);
    writeFileSync(path, '');
    truncateSync(path, 60_000_000);
  }
  await dropOnList(page, [folder]);
  await expect(matchRow(page, 'ClaimsGuard-9.0.0.zip')).toContainText('is over the limit of 10 MB');
  await expect(makeButton(page)).toHaveText('Make 12 drafts');
  await makeButton(page).click();
  await expect(matching(page).getByText(/^Copying \d+ of 12 files$/)).toBeVisible();
  await matching(page).getByRole('button', { name: 'Stop' }).click();
  await expect(matching(page).getByText(/^Stopped\. Nothing was made/)).toBeVisible();
  await makeButton(page).click();
  await expect(notices(page).getByText('12 drafts made.')).toBeVisible({ timeout: 40_000 });
});

test('matching is accessible: the drop, the table, and the list of releases', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const drag = await startDrag(listPane(page), await plugins(testInfo, ...six, 'ClaimsGuard-2.4.0-all.jar'));
  await expect(listPane(page).getByText('Match 7 files to releases')).toBeVisible();
  await expectAccessible(page, 'the drop');
  await drag.drop();
  await expect(makeButton(page)).toBeVisible();
  await expectAccessible(page, 'the table');
  const chooser = await openChooser(page, 'build.jar');
  await expectAccessible(page, 'the list of releases');
  await chooser.getByRole('menuitem', { name: 'New release…' }).click();
  await expect(page.getByRole('textbox', { name: 'Version' })).toBeVisible();
  await expectAccessible(page, 'a new release');
});
