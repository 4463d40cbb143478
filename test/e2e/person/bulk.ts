import { expect, type Locator, type Page } from '@playwright/test';
import { releaseRow } from './list.ts';

/** Clicks the box of a release, or with Shift all from the last one clicked to this. */
export async function chooseRelease(
  page: Page,
  version: string,
  { branch = '—', modifiers = [] }: { branch?: string; modifiers?: ('Shift' | 'ControlOrMeta')[] } = {},
): Promise<void> {
  // A box is for those who see it: others are told by the row, and choose with Space.
  await releaseRow(page, version, branch).locator('[data-mark]').click({ modifiers });
}

/** The foot of the list while releases are chosen. */
export const chosenFoot = (page: Page): Locator =>
  page.getByRole('group', { name: 'What to do with the chosen releases' });

export const bulkDialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^Change [\d,]+ (release|draft)/ });

/** Opens the dialog for what is chosen in the list. */
export async function openChange(page: Page): Promise<void> {
  await chosenFoot(page).getByRole('button', { name: 'Change…' }).click();
  await expect(bulkDialog(page)).toBeVisible();
}

/** Picks a choice of one of the dialog's lists. */
export async function pick(page: Page, label: string, choice: string | RegExp): Promise<void> {
  await bulkDialog(page)
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await page.getByRole('option', { name: choice, exact: typeof choice === 'string' }).click();
}

/** What the dialog says of a release: once it is said of what is chosen now. */
export function previewRow(page: Page, version: string): Locator {
  return bulkDialog(page)
    .getByRole('table', { name: 'What would change' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: new RegExp(`^${version.replaceAll('.', '\\.')}( |$)`) }) });
}

/** Does it, by the button that says what it does. */
export async function apply(page: Page, button: string): Promise<void> {
  await bulkDialog(page).getByRole('button', { name: button, exact: true }).click();
  await expect(bulkDialog(page)).toBeHidden();
}
