import { expect, type Locator, type Page } from '@playwright/test';

/** Goes to a place of the sidebar. */
export async function goTo(
  page: Page,
  place: 'Releases' | 'Drafts' | 'Queue' | 'History' | 'Settings',
): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).click();
}

/** Shows another product's releases. */
export async function chooseProduct(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Product: / }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page.getByRole('heading', { name: `Releases of ${name}` })).toBeAttached();
}

/** The notices that float over the window. */
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });
