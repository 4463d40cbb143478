import type { Page } from '@playwright/test';
import type { DemoServer } from '../../../electron/demo/server.ts';
import type { Connection } from '../../../electron/model/connection.ts';
import { chooseProduct } from './window.ts';

/** What stands in the form for a team. */
export interface TeamForm {
  name: string;
  serverUrl: string;
  teamId: string;
  apiKey: string;
}

/** The form as it is filled in for a server. */
export function formFor({ origin, teamId, apiKey }: DemoServer): TeamForm {
  return { name: 'Northwind', serverUrl: origin, teamId, apiKey };
}

export const keyField = (page: Page) => page.getByLabel('API key', { exact: true });

/** Fills in the form for a team and sends it. */
export async function submitTeam(page: Page, form: TeamForm): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(form.name);
  await page.getByRole('textbox', { name: 'Server URL' }).fill(form.serverUrl);
  await page.getByRole('textbox', { name: 'Team ID' }).fill(form.teamId);
  await keyField(page).fill(form.apiKey);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Connects the first team and goes on to the releases of one of its products. */
export async function connect(
  { page }: { page: Page },
  demo: DemoServer,
  product = 'Claims Guard',
): Promise<Page> {
  await submitTeam(page, formFor(demo));
  await page.getByRole('button', { name: 'Open releases' }).click();
  await chooseProduct(page, product);
  return page;
}

/** The connections the app knows. */
export async function connectionsOf(page: Page): Promise<Connection[]> {
  const answer = await page.evaluate(() => window.lukittu['connections.list']({}));
  return answer.ok ? answer.value : [];
}
