import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { build, noise, pluginJar } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import {
  addMetadata,
  beginRelease,
  choose,
  editor,
  expectVerified,
  fileSection,
  openRelease,
  publish,
  publishButton,
  saved,
  versionField,
} from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import { changesSent, holds, md5, productOn, releaseOn } from './person/server.ts';
import { chooseFiles, dropFiles, startDrag } from './support/files.ts';
import { test } from './support/test.ts';

test('a file dropped on a release and its edited fields are on the server, byte by byte, when it says verified', async ({
  app,
  demo,
  userData,
}, testInfo) => {
  const page = await connect(app, demo);
  const before = structuredClone(releaseOn(demo, '2.4.0'));
  const jar = build(testInfo, 'ClaimsGuard-2.4.0.jar', await pluginJar('2.4.0'));
  await openRelease(page, '2.4.0');

  const drag = await startDrag(fileSection(page), [jar.path]);
  await expect(page.getByText('Add the file of 2.4.0')).toBeVisible();
  await drag.drop();
  await expect(fileSection(page).getByText('dev.northwind.claims.ClaimsPlugin')).toBeVisible();
  await choose(page, 'Status', 'Published');
  await addMetadata(page, 'changelog', 'Claims can be sold.');
  await publish(page);

  expect(changesSent(demo)).toMatchObject([{ method: 'PUT', status: 200, applied: true }]);
  const after = releaseOn(demo, '2.4.0');
  expect(holds(demo, after, jar.bytes)).toBe(true);
  expect(after.file).toMatchObject({
    name: 'ClaimsGuard-2.4.0.jar',
    size: jar.bytes.length,
    checksum: md5(jar.bytes),
    mainClassName: 'dev.northwind.claims.ClaimsPlugin',
  });
  expect(after).toMatchObject({ status: 'PUBLISHED', latest: before.latest, licenseIds: before.licenseIds });
  expect(after.metadata.map(({ key, value, locked }) => ({ key, value, locked }))).toEqual([
    ...before.metadata.map(({ key, value, locked }) => ({ key, value, locked })),
    { key: 'changelog', value: 'Claims can be sold.', locked: false },
  ]);

  // The list shows what the server holds now, and nothing is left to be done.
  await expect(releaseRow(page, '2.4.0')).toContainText('Published');
  await expect(editor(page).getByText('No changes', { exact: true })).toBeVisible();
  await expect(editor(page).getByRole('button', { name: 'Copy MD5' }).first()).toHaveText(md5(jar.bytes));
  expect(app.pageErrors()).toEqual([]);
  expect(readFileSync(join(userData, 'logs', 'app.log'), 'utf8')).not.toMatch(/ (warn|error) /);
});

test('a file chosen in the system’s dialog replaces the one that was there', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const jar = build(testInfo, 'ClaimsGuard-2.2.1.jar', await pluginJar('2.2.1'));
  await openRelease(page, '2.2.1');

  await chooseFiles(
    fileSection(page),
    () => fileSection(page).getByRole('button', { name: 'Replace…' }).click(),
    [jar.path],
  );
  await expect(
    fileSection(page).getByText(/^Replaces ClaimsGuard-2\.2\.1\.jar \(259\sKB\) when/),
  ).toBeVisible();
  await publish(page);

  expect(holds(demo, releaseOn(demo, '2.2.1'), jar.bytes)).toBe(true);
});

test('a pasted file is taken like a dropped one', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const bytes = noise(3000, 'pasted');
  await openRelease(page, '2.4.0');
  await versionField(page).focus();

  await page.evaluate(
    (content) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(content)], 'claims.zip'));
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    [...bytes],
  );
  await expect(fileSection(page).getByRole('button', { name: 'Copy MD5' })).toHaveText(md5(bytes));
  await publish(page);

  expect(holds(demo, releaseOn(demo, '2.4.0'), bytes)).toBe(true);
});

test('a file dropped on a row of the list opens the release with it', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  const jar = build(testInfo, 'ClaimsGuard-2.2.0.jar', await pluginJar('2.2.0'));

  await dropFiles(releaseRow(page, '2.2.0'), [jar.path]);

  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
  await expect(fileSection(page).getByText(/^Replaces ClaimsGuard-2\.2\.0\.jar /)).toBeVisible();
  expect(changesSent(demo)).toEqual([]);
});

test('a new release is created with its file and becomes the latest', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  const jar = build(testInfo, 'ClaimsGuard-2.5.0.jar', await pluginJar('2.5.0'));
  await beginRelease(page);
  await versionField(page).fill('2.5.0');
  await dropFiles(fileSection(page), [jar.path]);
  await expect(fileSection(page).getByText('Becomes the file of this release')).toBeVisible();
  await choose(page, 'Status', 'Published');
  await editor(page).getByText('Set as latest', { exact: true }).click();
  await publish(page);

  expect(changesSent(demo)).toMatchObject([{ method: 'POST', status: 201 }]);
  const created = releaseOn(demo, '2.5.0');
  expect(created).toMatchObject({ productId: productOn(demo).id, status: 'PUBLISHED', latest: true });
  expect(holds(demo, created, jar.bytes)).toBe(true);
  expect(releaseOn(demo, '2.3.0').latest).toBe(false);
  await expect(releaseRow(page, '2.5.0')).toContainText('Latest');
});

test('removing a file asks first, and says what will be lost', async ({ app, demo }, testInfo) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  const remove = fileSection(page).getByRole('button', { name: 'Remove…' });

  await remove.click();
  const question = page.getByRole('alertdialog', { name: 'Remove the file of 2.2.1?' });
  await expect(question).toContainText('ClaimsGuard-2.2.1.jar (259 KB) will be deleted');
  // A file that falls on the question is no answer to it.
  await dropFiles(question, [build(testInfo, 'ClaimsGuard-2.2.2.jar', await pluginJar('2.2.2')).path]);
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(editor(page).getByText('No changes', { exact: true })).toBeVisible();

  await remove.click();
  await question.getByRole('button', { name: 'Remove file' }).click();
  await expect(
    fileSection(page).getByText('Will be deleted from the server when you publish.'),
  ).toBeVisible();
  await publish(page);

  expect(changesSent(demo)).toMatchObject([{ data: { keepExistingFile: false }, file: null }]);
  expect(releaseOn(demo, '2.2.1').file).toBeNull();
});

test('what others changed meanwhile in other fields is kept, and said', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Deprecated');
  await saved(page);
  for (const entry of releaseOn(demo, '2.2.1').metadata) entry.value = `${entry.value}, said others`;
  await publishButton(page).click();
  await expectVerified(page);

  await expect(editor(page).getByText(/changed from “1\.21” to “1\.21, said others”/)).toBeVisible();
  expect(releaseOn(demo, '2.2.1')).toMatchObject({
    status: 'DEPRECATED',
    metadata: [{ value: 'stable, said others' }, { value: '1.21, said others' }],
  });
});
