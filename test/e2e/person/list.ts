import type { Locator, Page } from '@playwright/test';

export const releaseGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Releases' });

/** The rows of the release list that are in the page: those in view, and some around. */
export function releaseRows(page: Page): Locator {
  return releaseGrid(page)
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
}

/** The row of a version; of the one in this branch where a version is there more than once. */
export function releaseRow(page: Page, version: string, branch = '—'): Locator {
  const start = new RegExp(`^${version.replaceAll('.', '\\.')} .*${branch}`);
  return releaseRows(page).and(page.getByRole('row', { name: start }));
}
