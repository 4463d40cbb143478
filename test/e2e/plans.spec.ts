import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { PlanEntry } from '../../electron/model/plan.ts';
import { build, pluginJar } from './person/artifacts.ts';
import {
  batchItem,
  batchOfAll,
  batchPane,
  draftNotes,
  publishBatch,
  versionsInOrder,
} from './person/batch.ts';
import { connect } from './person/connect.ts';
import { draftRows } from './person/drafts.ts';
import { choose, fileSection, openRelease, saved } from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import {
  draftsPane,
  entryFor,
  importByButton,
  importing,
  makeButton,
  planText,
  reportRow,
  reportRows,
} from './person/plans.ts';
import { changesSent, holds, releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseFiles, dropFiles, startDrag } from './support/files.ts';
import { fileIn, homeOf } from './support/home.ts';
import { test } from './support/test.ts';

test('a batch saved with its files is the same batch in an app that has none of them, and is published there', async ({
  launch,
  demo,
}, info) => {
  const { env, downloads } = homeOf(info);
  const first = await launch({ env, downloads });
  const page = await connect(first, demo);
  await draftNotes(page, ['2.2.1']);
  const jar = build(info, 'ClaimsGuard-2.2.0.jar', await pluginJar('2.2.0'));
  await dropFiles(releaseRow(page, '2.2.0'), [jar.path]);
  await expect(fileSection(page)).toContainText('ClaimsGuard-2.2.0.jar');
  await saved(page);
  await batchOfAll(page);
  const order = await versionsInOrder(page);
  await batchPane(page).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Plan with its files (ZIP)…' }).click();
  await expect(notices(page).getByText('Batch-1.zip is saved.')).toBeVisible();
  await batchPane(page).getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Plan file (JSON)…' }).click();
  await expect(notices(page).getByText('Batch-1.lukittu-plan is saved.')).toBeVisible();
  expect(readFileSync(join(downloads, 'Batch-1.lukittu-plan'), 'utf8')).not.toContain(demo.apiKey);
  expect(first.pageErrors()).toEqual([]);
  await first.quit();

  const second = await launch({ env, downloads, userData: info.outputPath('other') });
  const other = await connect(second, demo);
  await importByButton(other, join(downloads, 'Batch-1.lukittu-plan'));
  await expect(importing(other).getByText('Nothing was imported')).toBeVisible();
  await expect(reportRows(other)).toHaveCount(1);
  await expect(reportRows(other)).toContainText('ClaimsGuard-2.2.0.jar');
  await expect(makeButton(other)).toBeHidden();

  await chooseFiles(
    importing(other),
    () => importing(other).getByRole('button', { name: 'Choose another file…' }).click(),
    [join(downloads, 'Batch-1.zip')],
  );
  await expect(importing(other).getByText('Batch “Batch 1” · Stop at the first failure')).toBeVisible();
  await expect(reportRows(other)).toHaveCount(2);
  await expectAccessible(other);
  await makeButton(other).click();
  await expect(importing(other)).toBeHidden();
  await expect(notices(other).getByText('2 drafts made, in the batch “Batch 1”.')).toBeVisible();
  expect(await versionsInOrder(other)).toEqual(order);

  await publishBatch(other).click();
  await expect(other.getByRole('grid', { name: 'Queue' })).toContainText('2 of 2 verified');
  const release = releaseOn(demo, '2.2.0');
  expect(holds(demo, release, jar.bytes)).toBe(true);
  expect(releaseOn(demo, '2.2.1').metadata).toContainEqual(
    expect.objectContaining({ key: 'note', value: 'Of 2.2.1.' }),
  );
  expect(second.pageErrors()).toEqual([]);
});

test('a plan that cannot be used says every reason, and nothing is made of it', async ({
  app,
  demo,
}, info) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.0');
  await choose(page, 'Status', 'Deprecated');
  await saved(page);
  const path = fileIn(
    info,
    'winter.json',
    planText(demo, [
      entryFor(demo, '2.2.0', { status: 'ARCHIVED' }),
      entryFor(demo, '2.2.1', { status: 'ARCHIVED' }),
      entryFor(demo, '2.1.0', {}, { releaseId: '00000000-0000-4000-8000-000000000000' }),
    ]),
  );
  await importByButton(page, path);

  await expect(importing(page).getByRole('alert')).toContainText(
    'Nothing was imported: 2 problems were found.',
  );
  await expect(reportRows(page)).toHaveCount(2);
  await expect(reportRow(page, 'Entry 1')).toContainText(
    /2\.2\.0.*There is a draft of this release already, and it says something else\. Publish or discard that draft first\./,
  );
  await expect(reportRow(page, 'Entry 3')).toContainText('The product has no such release.');
  await importing(page).getByRole('radio', { name: 'All 3' }).click();
  await expect(reportRow(page, 'Entry 2')).toContainText(/Status.*Archived/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(importing(page)).toBeHidden();
  await expect(draftRows(page)).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Batches' })).toHaveCount(0);

  await importByButton(page, fileIn(info, 'no-plan.json', '{ "schemaVersion": 7 }'));
  await expect(importing(page).getByRole('alert')).toContainText(
    'The plan is of version 7; this app reads version 1. Look for a newer version of the app',
  );
});

test('a plan that others have overtaken is imported all the same, and asks before it is sent', async ({
  app,
  demo,
}, info) => {
  const page = await connect(app, demo);
  const base: PlanEntry['base'] = {
    version: '2.2.0',
    status: 'DRAFT',
    latest: false,
    branchId: null,
    metadata: [],
    licenseIds: [],
    file: null,
  };
  const entry = entryFor(demo, '2.2.0', { status: 'ARCHIVED' }, { base });
  await importByButton(page, fileIn(info, 'winter.json', planText(demo, [entry])));

  await expect(importing(page).getByRole('alert')).toContainText(
    'Others have changed what one release of it changes.',
  );
  await expect(reportRow(page, 'Entry 1')).toContainText('Status was “Draft” when this was planned');
  await importing(page).getByRole('button', { name: 'Import all the same' }).click();
  await expect(importing(page).getByRole('status').first()).toContainText(
    'What others changed meanwhile is asked about before it is sent.',
  );
  await makeButton(page).click();
  await expect(batchPane(page)).toContainText('2.2.0');
  await expect(batchPane(page)).toContainText('Stops at 2.2.0 until you decide what others changed');
  expect(changesSent(demo)).toEqual([]);
});

test('an import needs no mouse', async ({ app, demo }, info) => {
  const page = await connect(app, demo);
  const { keyboard } = page;
  const path = fileIn(info, 'winter.json', planText(demo, [entryFor(demo, '2.2.0', { status: 'ARCHIVED' })]));
  await app.choose('import');
  await expect(importing(page).getByRole('button', { name: 'Choose file…' })).toBeFocused();
  await chooseFiles(importing(page), () => keyboard.press('Enter'), [path]);
  await expect(makeButton(page)).toBeFocused();
  await keyboard.press('Enter');
  await expect(importing(page)).toBeHidden();
  await expect(batchPane(page)).toContainText('2.2.0');
});

test('a plan whose drafts are there already makes only those that are not, and says so', async ({
  app,
  demo,
}, info) => {
  const page = await connect(app, demo);
  const planOf = (...versions: string[]) => {
    const entries = versions.map((version) => entryFor(demo, version, { status: 'ARCHIVED' }));
    return fileIn(info, `${versions.length}.json`, planText(demo, entries));
  };
  await importByButton(page, planOf('2.2.0'));
  await makeButton(page).click();
  await expect(batchPane(page)).toContainText('2.2.0');

  await importByButton(page, planOf('2.2.0', '2.1.0'));
  await expect(importing(page).getByText('1 draft, 1 is there already')).toBeVisible();
  await makeButton(page).click();
  await expect(notices(page)).toContainText('1 draft made');
  await expect(notices(page)).toContainText('1 draft was there already.');

  await importByButton(page, planOf('2.2.0', '2.1.0'));
  await expect(importing(page).getByText('No new draft, 2 are there already')).toBeVisible();
  await expect(importing(page).getByRole('button', { name: 'Nothing to make' })).toBeDisabled();
});

test('more than one file at a time is not taken', async ({ app, demo }, info) => {
  const page = await connect(app, demo);
  await goTo(page, 'Drafts');
  const paths = ['a.json', 'b.json'].map((name) => fileIn(info, name, '{}'));
  const drag = await startDrag(draftsPane(page), paths);
  await expect(draftsPane(page).getByText('Drop one file at a time')).toBeVisible();
  await drag.drop();
  await expect(notices(page).getByText('Drop one file at a time')).toBeVisible();
  await expect(importing(page)).toBeHidden();
});

test('a plan of a thousand releases is looked through, made and undone', async ({ app, demo }, info) => {
  const page = await connect(app, demo);
  const entries = Array.from({ length: 1000 }, (_, at) =>
    entryFor(demo, null, { version: `9.0.${at + 1}`, status: 'DRAFT' }),
  );
  await importByButton(page, fileIn(info, 'big.lukittu-plan', planText(demo, entries, 'All of them')));
  const table = importing(page).getByRole('table', { name: 'What it would do' });
  await expect(table).toHaveAttribute('aria-rowcount', '1001');
  expect(await reportRows(page).count()).toBeLessThan(60);
  await table.getByRole('rowgroup').last().focus();
  await page.keyboard.press('End');
  await expect(reportRow(page, 'Entry 1,000')).toContainText('9.0.1000');

  await makeButton(page).click();
  await expect(notices(page).getByText('1,000 drafts made, in the batch “All of them”.')).toBeVisible();
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notices(page).getByText('The import is undone.')).toBeVisible();
  await expect(page.getByText('No drafts')).toBeVisible();
  await expect(batchItem(page, 'All of them')).toHaveCount(0);
  expect(app.pageErrors()).toEqual([]);
});
