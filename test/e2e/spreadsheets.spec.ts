import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { batchItem, draftNotes } from './person/batch.ts';
import { chooseRelease } from './person/bulk.ts';
import { connect } from './person/connect.ts';
import { draftRow, draftRows, mark } from './person/drafts.ts';
import { draftsPane, importByButton, importing, makeButton, reportRow, reportRows } from './person/plans.ts';
import { releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { startDrag } from './support/files.ts';
import { fileIn, homeOf } from './support/home.ts';
import { test } from './support/test.ts';

test('fields go into a spreadsheet and come back edited, as drafts in a batch, and that is undone', async ({
  launch,
  demo,
}, info) => {
  const { env, downloads } = homeOf(info);
  const app = await launch({ env, downloads });
  const page = await connect(app, demo);
  for (const version of ['2.2.1', '2.2.0']) await chooseRelease(page, version);
  await page.getByRole('button', { name: 'Export CSV…' }).click();
  await expect(notices(page).getByText('Northwind.csv is saved.')).toBeVisible();
  const text = readFileSync(join(downloads, 'Northwind.csv'), 'utf8');
  const edited = text.replaceAll('PUBLISHED', 'archived').replaceAll(',', ';');
  const path = fileIn(info, 'edited.csv', edited);

  await goTo(page, 'Drafts');
  const drag = await startDrag(draftsPane(page), [path]);
  await expect(draftsPane(page).getByText('Import a plan or CSV file')).toBeVisible();
  await drag.drop();
  await expect(reportRows(page)).toHaveCount(2);
  await expect(reportRow(page, 'Row 2')).toContainText(/Status.*Published.*Archived/);
  await expectAccessible(page);
  await importing(page).getByRole('textbox', { name: 'Name of the batch' }).fill('From the spreadsheet');
  await makeButton(page).click();
  await expect(importing(page)).toBeHidden();
  await expect(draftRow(page, '2.2.0')).toContainText('Status → Archived');
  await expect(batchItem(page, 'From the spreadsheet')).toBeVisible();

  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(draftRows(page)).toHaveCount(0);
  await expect(batchItem(page, 'From the spreadsheet')).toHaveCount(0);
  expect(app.pageErrors()).toEqual([]);
});

test('a CSV file names each cell that cannot be used, and makes nothing', async ({ app, demo }, info) => {
  const page = await connect(app, demo);
  await app.choose('import');
  await expect(importing(page).getByText('Drop a plan or CSV file here')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const row = (version: string, cells: string) =>
    `${releaseOn(demo, version).productId},${releaseOn(demo, version).id},${cells}`;
  const lines = [
    'productId,releaseId,status,setAsLatest',
    row('2.2.1', 'gone,false'),
    row('2.2.0', 'ARCHIVED,maybe'),
    row('2.1.0', 'ARCHIVED,false'),
  ];
  await importByButton(page, fileIn(info, 'fields.csv', lines.join('\n')));
  await expect(reportRows(page)).toHaveCount(2);
  await expect(reportRow(page, 'Row 2')).toContainText(/C2 status.*is not a status\./);
  await expect(reportRow(page, 'Row 3')).toContainText(/D3 setAsLatest.*is neither true nor false\./);
  await importing(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('No drafts')).toBeVisible();
});

test('what is chosen of the drafts is saved as fields or as a plan, or all that is shown', async ({
  launch,
  demo,
}, info) => {
  const { env, downloads } = homeOf(info);
  const app = await launch({ env, downloads });
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1', '2.2.0']);
  await goTo(page, 'Drafts');
  const exportAs = async (drafts: string, what: string) => {
    await page.getByRole('button', { name: `Export ${drafts}` }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await exportAs('2 drafts', 'Fields for a spreadsheet (CSV)…');
  await expect(notices(page).getByText('Northwind.csv is saved.')).toBeVisible();
  await mark(page, '2.2.0');
  await exportAs('1 draft', 'Fields for a spreadsheet (CSV)…');
  await expect(notices(page).getByText('Northwind (1).csv is saved.')).toBeVisible();
  await exportAs('1 draft', 'Plan file (JSON)…');
  await expect(notices(page).getByText('Batch-1.lukittu-plan is saved.')).toBeVisible();
  const linesOf = (name: string) => readFileSync(join(downloads, name), 'utf8').trim().split('\r\n');
  expect(linesOf('Northwind.csv')).toHaveLength(3);
  expect(linesOf('Northwind (1).csv')).toEqual([
    expect.stringContaining('metadata:note'),
    expect.stringMatching(/2\.2\.0.*Of 2\.2\.0\./),
  ]);
  const plan = JSON.parse(readFileSync(join(downloads, 'Batch-1.lukittu-plan'), 'utf8'));
  expect(plan).toMatchObject({ batch: { name: 'Batch 1' }, entries: [{ fields: { version: '2.2.0' } }] });
});
