import { expect, type Page } from '@playwright/test';
import { connect } from './person/connect.ts';
import { addMetadata, editor, openRelease, publishButton, saved } from './person/editor.ts';
import { changesSent, releaseOn } from './person/server.ts';
import { test } from './support/test.ts';

const versions = ['2.2.1', '2.2.0', '2.1.0'] as const;

const queue = (page: Page) => page.getByRole('region', { name: 'Queue', exact: true });
const jobRows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Queue' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });

test('what waits can be moved, paused and resumed, and goes out in its new order', async ({ app, demo }) => {
  const page = await connect(app, demo);
  for (const version of versions) await draftOf(page, version);
  await demo.stop();
  for (const version of versions) {
    await openRelease(page, version);
    await publishButton(page).click();
    await expect(editor(page).getByRole('region', { name: `Publishing ${version}` })).toBeVisible();
  }
  await app.choose('show-queue');
  await expect(page).toHaveTitle(/^0 of 3 published – /);
  await expect(queue(page).getByText(/^0 of 3 published/)).toBeVisible();

  await page.getByRole('button', { name: 'Pause all' }).click();
  await expect(queue(page).getByText('0 of 3 published · 3 paused')).toBeVisible();
  await expect(queue(page).getByText('Select a job to pause, move or cancel it.')).toBeVisible();
  await jobRows(page).filter({ hasText: '2.1.0' }).click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(jobRows(page).nth(1)).toContainText('2.1.0');
  await queue(page).getByRole('button', { name: 'Move 2.1.0 up' }).click();
  await expect(jobRows(page).nth(0)).toContainText('2.1.0');
  await expect(queue(page).getByText('1 of 3 in the line')).toBeVisible();

  await jobRows(page).filter({ hasText: '2.2.0' }).click();
  await queue(page).getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(jobRows(page).filter({ hasText: '2.2.0' })).toContainText('Cancelled');
  await demo.start();
  await page.getByRole('button', { name: 'Resume all' }).click();

  await expect(queue(page).getByText('2 of 3 published · 1 cancelled')).toBeVisible();
  await expect(page).toHaveTitle(/^Claims Guard – /);
  await queue(page).getByRole('button', { name: 'Try again' }).click();
  await expect(queue(page).getByText('3 of 3 published')).toBeVisible();
  const ids = ['2.1.0', '2.2.1', '2.2.0'].map((version) => releaseOn(demo, version).id);
  expect(changesSent(demo).map(({ path }) => ids.findIndex((id) => path.includes(id)))).toEqual([0, 1, 2]);

  await queue(page).getByRole('button', { name: 'Clear finished' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing in the queue' })).toBeVisible();
});

async function draftOf(page: Page, version: string): Promise<void> {
  await openRelease(page, version);
  await addMetadata(page, 'note', 'Published from the queue.');
  await saved(page);
}
