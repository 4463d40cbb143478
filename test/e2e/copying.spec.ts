import { expect, type Page } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import {
  choose,
  chooseLicenses,
  editor,
  expectVerified,
  fileSection,
  openRelease,
  publishButton,
  saved,
} from './person/editor.ts';
import { licenseOf, md5, releaseOn } from './person/server.ts';
import { notices } from './person/window.ts';
import { chooseFiles } from './support/files.ts';
import { test } from './support/test.ts';

test('the ids of what is open and the checksums compared can be copied whole', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const copied = await followCopies(page);
  const release = releaseOn(demo, '2.2.1');
  const jar = build(testInfo, 'ClaimsGuard-2.2.2.jar', await pluginJar('2.2.2'));
  await openRelease(page, '2.2.1');

  await page.getByRole('button', { name: /^Product: / }).click();
  await page.getByRole('menuitem', { name: 'Copy the product’s ID' }).click();
  await expect(notices(page).getByText('The ID of Claims Guard is copied.')).toBeVisible();
  await expect.poll(copied).toBe(release.productId);

  await app.choose('copy-release-id');
  await expect(notices(page).getByText('The ID of 2.2.1 is copied.')).toBeVisible();
  await expect.poll(copied).toBe(release.id);
  await app.choose('copy-product-id');
  await expect(notices(page).getByText('The ID of Claims Guard is copied.')).toBeVisible();
  await expect.poll(copied).toBe(release.productId);

  await choose(page, 'Branch', 'dev');
  await editor(page).getByRole('button', { name: 'Copy branch ID' }).click();
  await expect.poll(copied).toBe(releaseOn(demo, '2.4.0-dev.2', 'dev').branchId);

  await chooseLicenses(page, ['Aino Virtanen']);
  await editor(page)
    .getByRole('button', { name: /^Copy license ID of Aino Virtanen/ })
    .click();
  await expect.poll(copied).toBe(licenseOf(demo, 'Aino Virtanen').id);

  await chooseFiles(fileSection(page), () => app.choose('attach-file'), [jar.path]);
  await saved(page);
  await app.choose('compare');
  const compared = editor(page).getByRole('table');
  await compared.getByRole('button', { name: 'Copy MD5 on the server' }).click();
  await expect.poll(copied).toBe(release.file?.checksum);
  await compared.getByRole('button', { name: 'Copy MD5 of the result' }).click();
  await expect.poll(copied).toBe(md5(jar.bytes));
  expect(app.pageErrors()).toEqual([]);
});

test('the history can give the checksum of the file that was there before', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const copied = await followCopies(page);
  const before = releaseOn(demo, '2.2.1').file?.checksum;
  const jar = build(testInfo, 'ClaimsGuard-2.2.1.jar', await pluginJar('2.2.1'));
  await openRelease(page, '2.2.1');
  await chooseFiles(fileSection(page), () => app.choose('attach-file'), [jar.path]);
  await publishButton(page).click();
  await expectVerified(page);
  await app.choose('show-history');
  await page.getByRole('grid', { name: 'History' }).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Copy MD5 before' }).click();
  expect(before).toBeTruthy();
  await expect.poll(copied).toBe(before);
});

test('what could not be put on the clipboard is said', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('Document is not focused.')) },
    }),
  );
  await editor(page).getByRole('button', { name: 'Copy release ID' }).click();
  await expect(notices(page).getByText('It could not be put on the clipboard.')).toBeVisible();
  await notices(page).getByRole('button', { name: 'Dismiss' }).click();
  await app.choose('copy-product-id');
  await expect(notices(page).getByText('It could not be put on the clipboard.')).toBeVisible();
  await expect(notices(page).getByText(/is copied/)).toBeHidden();
});

/** Gives what was last put on the clipboard, which itself is that of all tests that run at the same time. */
async function followCopies(page: Page): Promise<() => Promise<string | undefined>> {
  const texts = await page.evaluateHandle(() => {
    const written: string[] = [];
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = async (text) => {
      await write(text);
      written.push(text);
    };
    return written;
  });
  return async () => (await texts.jsonValue()).at(-1);
}
