import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { batchOfAll, batchPane, batchRows, draftNotes } from './person/batch.ts';
import { connect } from './person/connect.ts';
import { choose, openRelease, saved } from './person/editor.ts';
import { releaseOn } from './person/server.ts';
import { goTo } from './person/window.ts';
import { chooseFiles } from './support/files.ts';
import { test } from './support/test.ts';

const versions = ['2.2.1', '2.2.0'] as const;

const planDialog = (page: Page) => page.getByRole('dialog', { name: 'Import a plan' });

/** Saves the batch that is shown as a plan file, and answers its path. */
async function exportPlan(page: Page, home: string): Promise<string> {
  const file = join(home, 'Downloads', 'Batch-1.lukittu-plan');
  await batchPane(page).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As a plan file…' }).click();
  await expect.poll(() => read(file)).toMatchObject({ batch: { name: 'Batch 1' } });
  return file;
}

async function importPlan(page: Page, file: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Import plan…' });
  await chooseFiles(button, () => button.click(), [file]);
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // not there yet
  }
}

test('a batch is saved as a plan and made again from it on another computer', async ({
  launch,
  demo,
  userData,
}) => {
  const home = join(userData, 'home');
  const first = await launch({ env: { HOME: home } });
  // Electron asks where to save, which nobody answers here.
  test.skip(first.runtime === 'electron', 'the system’s dialog');
  await connect(first, demo);
  await draftNotes(first.page, versions);
  await batchOfAll(first.page);
  const file = await exportPlan(first.page, home);
  expect(readFileSync(file, 'utf8')).not.toContain(demo.apiKey);
  await first.quit();

  const second = await launch({ userData: `${userData}-second` });
  const page = await connect(second, demo);
  await goTo(page, 'Drafts');
  await importPlan(page, file);
  await expect(planDialog(page).getByText('Metadata: note → Of 2.2.1.')).toBeVisible();
  await planDialog(page).getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(batchRows(page)).toHaveCount(2);
  await expect(batchPane(page).getByRole('heading', { name: 'Batch 1' })).toBeVisible();
  expect(second.pageErrors()).toEqual([]);
});

test('a plan made before others changed the same is refused with its reason, or taken on request', async ({
  launch,
  demo,
  userData,
}) => {
  const home = join(userData, 'home');
  const first = await launch({ env: { HOME: home } });
  test.skip(first.runtime === 'electron', 'the system’s dialog');
  await connect(first, demo);
  await openRelease(first.page, '2.2.1');
  await choose(first.page, 'Status', 'Archived');
  await saved(first.page);
  await batchOfAll(first.page);
  const file = await exportPlan(first.page, home);
  await first.quit();
  releaseOn(demo, '2.2.1').status = 'DEPRECATED';

  const second = await launch({ userData: `${userData}-second` });
  const page = await connect(second, demo);
  await goTo(page, 'Drafts');
  await importPlan(page, file);
  await expect(planDialog(page).getByText('Nothing was made.')).toBeVisible();
  await expect(planDialog(page).getByText(/^Entry 1, 2\.2\.1: Status was “Published”/)).toBeVisible();
  await planDialog(page).getByRole('button', { name: 'Take what the server holds now as the start' }).click();
  await planDialog(page).getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(batchRows(page)).toHaveCount(1);
});
