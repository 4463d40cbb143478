import { expect, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import { batchOfAll, draftNotes, publishBatch } from './person/batch.ts';
import { connect, formFor, submitTeam } from './person/connect.ts';
import {
  beginRelease,
  choose,
  editor,
  openRelease,
  publishButton,
  saved,
  versionField,
} from './person/editor.ts';
import { releaseOn } from './person/server.ts';
import { chooseProduct, goTo, notices } from './person/window.ts';
import { test } from './support/test.ts';

const team = (page: Page) => page.getByRole('button', { name: /^Team: / });

test('a job that needs a choice while another team is shown is told of there, and the notice leads to it', async ({
  app,
  demo,
  startDemo,
}) => {
  const page = await connectTwo(app, demo, await startDemo({ limit: 'none' }));
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  releaseOn(demo, '2.2.1').status = 'DEPRECATED';
  const reading = demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
  await publishButton(page).click();
  await reading.reached;
  await changeTeam(page, 'Contoso');
  reading.resume();

  const notice = notices(page).getByText('Northwind: 2.2.1 needs your choice.');
  await expect(notice).toBeVisible();
  await notices(page).getByRole('button', { name: 'Show', exact: true }).click();
  await expect(team(page)).toHaveAccessibleName(/Northwind/);
  await expect(editor(page).getByRole('region', { name: 'The server changed meanwhile' })).toBeVisible();
  await expect(notice).toBeHidden();
});

test('a batch that is published while another team is shown says so there, and leads to its queue', async ({
  app,
  demo,
  startDemo,
}) => {
  const page = await connectTwo(app, demo, await startDemo({ limit: 'none' }));
  await draftNotes(page, ['2.2.1', '2.2.0']);
  await batchOfAll(page);
  const reading = demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
  await publishBatch(page).click();
  await reading.reached;
  await changeTeam(page, 'Contoso');
  reading.resume();

  const notice = notices(page).getByText('Northwind: “Batch 1”, 2 of 2 published.');
  await expect(notice).toBeVisible();
  await notices(page).getByRole('button', { name: 'Show', exact: true }).click();
  await expect(team(page)).toHaveAccessibleName(/Northwind/);
  await expect(page.getByRole('grid', { name: 'Queue' })).toContainText('2 of 2 verified');
  await expect(notice).toBeHidden();
});

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
