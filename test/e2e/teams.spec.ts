import { expect, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import { connect, formFor, submitTeam } from './person/connect.ts';
import { beginRelease, editor, saved, versionField } from './person/editor.ts';
import { chooseProduct, goTo, notices } from './person/window.ts';
import { test } from './support/test.ts';

const team = (page: Page) => page.getByRole('button', { name: /^Team: / });

test('a draft that was discarded before the team was changed comes back in its own team', async ({
  app,
  demo,
  startDemo,
}) => {
  const page = await connectTwo(app, demo, await startDemo({ limit: 'none' }));
  await beginRelease(page);
  await versionField(page).fill('3.0.0');
  await saved(page);
  await editor(page).getByRole('button', { name: 'Discard draft' }).click();
  await changeTeam(page, 'Contoso');
  await notices(page).getByRole('button', { name: 'Undo' }).click();

  await expect(team(page)).toHaveAccessibleName(/Northwind/);
  await expect(versionField(page)).toHaveValue('3.0.0');
  await expect(page.getByText('is not among those')).toHaveCount(0);
});

/** Connects Northwind and Contoso, and shows the first. */
async function connectTwo(app: { page: Page }, demo: DemoServer, other: DemoServer): Promise<Page> {
  const page = await connect(app, demo);
  await team(page).click();
  await page.getByRole('menuitem', { name: 'Add a team…' }).click();
  await submitTeam(page, { ...formFor(other), name: 'Contoso' });
  await page.getByRole('button', { name: 'Open releases' }).click();
  await expect(team(page)).toHaveAccessibleName(/Contoso/);
  await changeTeam(page, 'Northwind');
  await goTo(page, 'Releases');
  await chooseProduct(page, 'Claims Guard');
  return page;
}

async function changeTeam(page: Page, name: string): Promise<void> {
  await team(page).click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await expect(team(page)).toHaveAccessibleName(new RegExp(name));
}
