import { writeFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { batchOfAll, batchPane, batchRows, draftNotes, publishBatch } from './person/batch.ts';
import { bulkDialog, chooseRelease, openChange, pick } from './person/bulk.ts';
import { connect } from './person/connect.ts';
import { dropOnList, makeButton as matchButton, matching, matchRow } from './person/matching.ts';
import { entryFor, makeButton as importButton, importByButton, importing, planText } from './person/plans.ts';
import { goTo, notices } from './person/window.ts';
import { test } from './support/test.ts';

/** What is left of the smallest window, 900×600, at a zoom of 200 %. */
const zoomed = { width: 450, height: 300 };

/** Scrolls a dialog to its end as a person does, by its title, and finds this button there, whole. */
async function expectInReach(page: Page, dialog: Locator, button: Locator): Promise<void> {
  await dialog.getByRole('heading').first().hover();
  await page.mouse.wheel(0, 2000);
  await expect(button).toBeInViewport({ ratio: 1 });
}

test.describe('in a small window at a zoom of 200 %', () => {
  test('files are matched, named and made into drafts', async ({ app, demo }, info) => {
    const page = await connect(app, demo);
    const names = ['2.4.0', '2.2.1', '2.0.10', '2.5.0'].map((version) => `ClaimsGuard-${version}.jar`);
    const jars = names.map(async (name) => build(info, name, await pluginJar(name.slice(12, -4))).path);
    await dropOnList(page, await Promise.all(jars));
    await page.setViewportSize(zoomed);

    await expect(matchRow(page, 'ClaimsGuard-2.5.0.jar')).toBeVisible();
    const cell = await matchRow(page, 'ClaimsGuard-2.5.0.jar').getByRole('gridcell').first().boundingBox();
    expect(cell?.width ?? 0).toBeGreaterThan(150);
    await expectInReach(page, matching(page), matching(page).getByRole('button', { name: 'Cancel' }));
    await expect(matchButton(page)).toBeInViewport({ ratio: 1 });
    await matchButton(page).click();
    await expect(matching(page)).toBeHidden();
    await expect(notices(page).getByText('4 drafts made.')).toBeAttached();
  });

  test('a plan is imported', async ({ app, demo }, info) => {
    const page = await connect(app, demo);
    await goTo(page, 'Drafts');
    const entries = Array.from({ length: 6 }, (_, at) =>
      entryFor(demo, null, { version: `9.0.${at + 1}`, status: 'DRAFT' }),
    );
    const path = info.outputPath('six.lukittu-plan');
    writeFileSync(path, planText(demo, entries));
    await importByButton(page, path);
    await expect(importButton(page)).toBeEnabled();
    await page.setViewportSize(zoomed);

    await expectInReach(page, importing(page), importButton(page));
    await importButton(page).click();
    await expect(importing(page)).toBeHidden();
  });

  test('a batch is looked through and published: its pane scrolls as a whole', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await draftNotes(page, ['2.2.1', '2.2.0', '2.1.0']);
    await batchOfAll(page);
    await page.setViewportSize(zoomed);

    await expectInReach(page, batchPane(page), publishBatch(page));
    for (const row of await batchRows(page).all()) await expect(row).toBeInViewport({ ratio: 1 });
  });

  test('many releases are changed at once', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await chooseRelease(page, '2.2.1');
    await chooseRelease(page, '2.2.0');
    await openChange(page);
    await pick(page, 'What to change', 'Status');
    await page.setViewportSize(zoomed);
    await expectInReach(page, bulkDialog(page), bulkDialog(page).getByRole('button', { name: 'Cancel' }));
  });
});
