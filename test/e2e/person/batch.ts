import { expect, type Locator, type Page } from '@playwright/test';
import { chosenActions, draftGrid, draftRows } from './drafts.ts';
import { addMetadata, openRelease, saved } from './editor.ts';
import { goTo } from './window.ts';

/** The pane that shows one batch. */
export const batchPane = (page: Page): Locator => page.getByRole('region', { name: 'Batch', exact: true });

/** The drafts of the batch that is shown, in their order. */
export const batchRows = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Drafts in their order' }).getByRole('row');

export const batchRow = (page: Page, version: string): Locator =>
  batchRows(page).filter({ has: page.getByText(version, { exact: true }) });

/** The versions of the batch that is shown, first to last. */
export const versionsInOrder = (page: Page): Promise<string[]> =>
  batchRows(page).locator('strong').allTextContents();

/** Drags a draft of the batch behind another with the mouse, and lets go when the line shows that it would go there. */
export async function dragBehind(page: Page, version: string, other: string): Promise<void> {
  const [from, to] = [batchRow(page, version), batchRow(page, other)];
  // Playwright may miss that a drag has begun when the window draws late: then it is begun anew.
  await expect(async () => {
    await from.hover({ position: { x: 90, y: 12 } });
    await page.mouse.down();
    try {
      await to.hover({ position: { x: 90, y: 20 } });
      await to.hover({ position: { x: 90, y: 30 } });
      await expect(page.locator('[data-drop-target][role="row"]')).toBeVisible({ timeout: 2000 });
    } finally {
      await page.mouse.up();
    }
  }).toPass();
}

/** The line of a batch in the list of them. */
export const batchItem = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Batches' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** Drafts that add a note to these releases, the first made first. */
export async function draftNotes(page: Page, versions: readonly string[]): Promise<void> {
  for (const version of versions) {
    await openRelease(page, version);
    await addMetadata(page, 'note', `Of ${version}.`);
    await saved(page);
  }
}

/** Makes all drafts there are into one batch, and shows it. */
export async function batchOfAll(page: Page): Promise<void> {
  await goTo(page, 'Drafts');
  const count = await draftRows(page).count();
  await draftGrid(page).getByRole('checkbox', { name: 'Choose all drafts shown' }).check();
  await chosenActions(page)
    .getByRole('button', { name: `New batch of ${count}` })
    .click();
  await expect(batchRows(page)).toHaveCount(count);
}

export const publishBatch = (page: Page): Locator =>
  batchPane(page).getByRole('button', { name: /^(Publish|Create) \d/ });
