import { expect } from '@playwright/test';
import { connect } from './person/connect.ts';
import { choose, editor, expectVerified, openRelease, publishButton, saved } from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import { changesSent, releaseOn } from './person/server.ts';
import { chooseProduct } from './person/window.ts';
import { test } from './support/test.ts';

test('without the server, what was last seen is shown with its age, and can be edited and queued', async ({
  launch,
  demo,
}) => {
  const first = await launch();
  await connect(first, demo);
  await openRelease(first.page, '2.2.1');
  await demo.stop();

  const { page } = await first.relaunch();
  const list = page.getByRole('region', { name: 'Releases' });
  await expect(list.getByText(/^Nothing accepts connections at 127\.0\.0\.1/)).toBeVisible();
  await expect(list.getByText(/What is shown is from \d{1,2}:\d\d/)).toBeVisible();
  await expect(list.getByText('19 releases', { exact: true })).toBeVisible();

  await test.step('a draft is made and queued', async () => {
    await openRelease(page, '2.2.1');
    await choose(page, 'Status', 'Deprecated');
    await saved(page);
    await publishButton(page).click();
    await expect(
      editor(page)
        .getByText(/^Trying again/)
        .first(),
    ).toBeVisible();
  });

  await test.step('the server is back', async () => {
    await demo.start();
    await list.getByRole('button', { name: 'Try again' }).click();
    await expect(list.getByText(/^Nothing accepts connections/)).toBeHidden();
    await expectVerified(page, 30_000);
    await expect(releaseRow(page, '2.2.1')).toContainText('Deprecated');
  });
  expect(changesSent(demo)).toHaveLength(1);
  expect(releaseOn(demo, '2.2.1').status).toBe('DEPRECATED');
});

test('where no releases are known, none is asked to be selected', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const detail = page.getByRole('region', { name: 'Release', exact: true });
  await expect(detail.getByText('Select a release')).toBeVisible();
  await demo.stop();

  await chooseProduct(page, 'Ledgerline CLI');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(detail).toHaveText('');
});
