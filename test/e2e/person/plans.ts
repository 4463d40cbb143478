import type { Locator, Page } from '@playwright/test';
import type { DemoServer } from '../../../electron/demo/server.ts';
import type { PlanEntry } from '../../../electron/model/plan.ts';
import { chooseFiles } from '../support/files.ts';
import { productOn, releaseOn } from './server.ts';
import { goTo } from './window.ts';

/** The window in which a plan or CSV file is looked at. */
export const importing = (page: Page): Locator => page.getByRole('dialog', { name: /^Import / });

/** What each entry of the file would do. */
export function reportRows(page: Page): Locator {
  return importing(page)
    .getByRole('table', { name: 'What it would do' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
}

export const reportRow = (page: Page, place: string): Locator =>
  reportRows(page).filter({ has: page.getByText(place, { exact: true }) });

export const makeButton = (page: Page): Locator =>
  importing(page).getByRole('button', { name: /^(Make|Nothing to make)/ });

/** Where drafts are listed, and plans dropped. */
export const draftsPane = (page: Page): Locator => page.getByRole('region', { name: 'Drafts', exact: true });

/** Chooses a file to be imported, from the drafts. */
export async function importByButton(page: Page, path: string): Promise<void> {
  await goTo(page, 'Drafts');
  const button = page.getByRole('button', { name: 'Import…' });
  await chooseFiles(draftsPane(page), () => button.click(), [path]);
}

/** The text of a plan file for the demo team. */
export function planText(demo: DemoServer, entries: readonly PlanEntry[], name = 'Winter'): string {
  return JSON.stringify({
    schemaVersion: 1,
    connection: { serverUrl: demo.origin, teamId: demo.teamId },
    batch: { name, onFailure: 'stop', startAt: null },
    entries,
  });
}

/** An entry that changes a release; null of one to be created. */
export function entryFor(
  demo: DemoServer,
  version: string | null,
  fields: PlanEntry['fields'],
  more: Partial<PlanEntry> = {},
): PlanEntry {
  const releaseId = version === null ? null : releaseOn(demo, version).id;
  return { productId: productOn(demo).id, releaseId, base: null, fields, file: { kind: 'keep' }, ...more };
}
