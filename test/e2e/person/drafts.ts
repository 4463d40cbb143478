import { expect, type Locator, type Page } from '@playwright/test';

export const draftGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Drafts', exact: true });

/** The rows of drafts that are in the page: those in view, and some around. */
export function draftRows(page: Page): Locator {
  return draftGrid(page)
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
}

export const draftRow = (page: Page, version: string): Locator =>
  draftRows(page).and(page.getByRole('row', { name: new RegExp(`^${version.replaceAll('.', '\\.')} `) }));

/** Clicks the box of a draft, or with Shift all from the last one clicked to this. */
export async function mark(page: Page, version: string, modifiers: 'Shift'[] = []): Promise<void> {
  const row = draftRow(page, version);
  // A box is for those who see it: others are told by the row, and choose with Space.
  await row.locator('[data-mark]').click({ modifiers });
  await expect(row).toHaveAttribute('aria-selected');
}

/** What can be done with the drafts that are chosen. */
export const chosenActions = (page: Page): Locator =>
  page.getByRole('group', { name: 'What to do with the chosen drafts' });
