import { expect, type Locator, type Page } from '@playwright/test';
import { dropFiles } from '../support/files.ts';

/** The window in which files are matched to releases. */
export const matching = (page: Page): Locator =>
  page.getByRole('dialog', { name: /^Match files to releases/ });

/** Where releases are listed: files that are dropped there and on no row are matched. */
export const listPane = (page: Page): Locator => page.getByRole('region', { name: 'Releases', exact: true });

const table = (page: Page): Locator => matching(page).getByRole('grid', { name: 'Files and their releases' });

/** What opens the list of releases for a file. */
const releaseButton = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^Release for ${name.replaceAll('.', '\\.')}: `) });

/** The row of a file. */
export function matchRow(page: Page, name: string): Locator {
  return table(page)
    .getByRole('row')
    .filter({ has: releaseButton(page, name) });
}

/** Drops files or folders on the list and waits until they have been matched. */
export async function dropOnList(page: Page, paths: readonly string[]): Promise<void> {
  await dropFiles(listPane(page), paths);
  await expect(table(page)).toBeVisible();
}

/** Opens the list of releases for a file. */
export async function openChooser(page: Page, name: string): Promise<Locator> {
  await matchRow(page, name).locator(releaseButton(page, name)).click();
  const chooser = page.getByRole('dialog', { name: `Choose a release for ${name}` });
  await expect(chooser.getByRole('searchbox')).toBeFocused();
  return chooser;
}

export const makeButton = (page: Page): Locator =>
  matching(page).getByRole('button', { name: /^Make (\d+ )?drafts?$/ });
