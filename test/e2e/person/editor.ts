import { expect, type Locator, type Page } from '@playwright/test';
import { releaseRow } from './list.ts';

/** The pane that shows one release. */
export const editor = (page: Page): Locator => page.getByRole('region', { name: 'Release', exact: true });

export const versionField = (page: Page): Locator =>
  editor(page).getByRole('textbox', { name: 'Version', exact: true });

export const fileSection = (page: Page): Locator => editor(page).getByRole('region', { name: 'File' });

export const publishButton = (page: Page): Locator =>
  editor(page).getByRole('button', { name: /^(Publish|Create release)( with \d+ warnings?)?$/ });

/** What stands in the way or should be known, beside the button that publishes. */
export const beforePublishing = (page: Page): Locator =>
  page.getByRole('list', { name: 'Before publishing' });

/** Opens a release of the list in the editor. */
export async function openRelease(page: Page, version: string, branch = '—'): Promise<void> {
  await releaseRow(page, version, branch).click();
  await expect(editor(page).getByRole('heading', { name: version, exact: true })).toBeVisible();
  await expect(versionField(page)).toHaveValue(version);
}

/** Begins a release that is not on the server yet. */
export async function beginRelease(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New release' }).click();
  await expect(editor(page).getByText('Not on the server yet')).toBeVisible();
  await expect(versionField(page)).toHaveValue('');
}

/** Picks a choice of one of the editor's lists: status, branch. */
export async function choose(page: Page, label: 'Status' | 'Branch', choice: string): Promise<void> {
  await editor(page)
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

export async function setLatest(page: Page, on: boolean): Promise<void> {
  await editor(page).getByText('Set as latest', { exact: true }).click();
  await expect(editor(page).getByRole('switch', { name: 'Set as latest' })).toBeChecked({ checked: on });
}

/** Adds an entry to the metadata. */
export async function addMetadata(page: Page, key: string, value: string): Promise<void> {
  const entries = editor(page).getByRole('list', { name: 'Metadata' }).getByRole('listitem');
  const count = await entries.count();
  await editor(page).getByRole('button', { name: 'Add entry' }).click();
  await editor(page)
    .getByRole('textbox', { name: `Key ${count + 1}`, exact: true })
    .fill(key);
  await editor(page)
    .getByRole('textbox', { name: `Value ${count + 1}`, exact: true })
    .fill(value);
}

/** Ticks licenses in the list of them. */
export async function chooseLicenses(page: Page, names: readonly string[]): Promise<void> {
  await editor(page).getByRole('button', { name: 'Choose licenses…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose licenses' });
  for (const name of names) await dialog.getByRole('option', { name }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
}

/** Everything typed has reached the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(editor(page).getByText(/^Draft saved /)).toBeVisible();
}

/** Publishes what is open, and waits until it was read back from the server and found right. */
export async function publish(page: Page): Promise<void> {
  await publishButton(page).click();
  await expectVerified(page);
}

/** @param timeout how long it may take, in ms */
export async function expectVerified(page: Page, timeout = 10_000): Promise<void> {
  await expect(editor(page).getByText(/^Verified /)).toBeVisible({ timeout });
}
