import { writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import { releaseLink } from '../../electron/model/release-link.ts';
import { connect, connectionsOf } from './person/connect.ts';
import { editor, openRelease } from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import { changesSent, productOn, releaseOn } from './person/server.ts';
import { chooseProduct, goTo } from './person/window.ts';
import { startSecondInstance } from './support/app.ts';
import { test } from './support/test.ts';

const linkTo = (demo: DemoServer, version: string): string =>
  releaseLink({
    serverUrl: demo.origin,
    teamId: demo.teamId,
    productId: productOn(demo).id,
    releaseId: releaseOn(demo, version).id,
  });

/** A plan of the demo team's that deprecates a release. */
function planFor(demo: DemoServer, version: string, path: string): string {
  const plan = {
    schemaVersion: 1,
    connection: { serverUrl: demo.origin, teamId: demo.teamId },
    batch: { name: 'Winter', onFailure: 'stop', startAt: null },
    entries: [
      {
        productId: productOn(demo).id,
        releaseId: releaseOn(demo, version).id,
        base: null,
        fields: { status: 'DEPRECATED' },
        file: { kind: 'keep' },
      },
    ],
  };
  writeFileSync(path, JSON.stringify(plan));
  return path;
}

const report = (page: Page) => page.getByRole('dialog', { name: 'Import winter.lukittu-plan' });

test('a link that is opened while the app runs shows its release, in its product', async ({
  app,
  demo,
  userData,
}) => {
  const page = await connect(app, demo);
  await chooseProduct(page, 'Northwind Economy');
  await goTo(page, 'Settings');

  expect(await startSecondInstance(userData, [linkTo(demo, '2.2.0')])).toBe(0);

  await expect(page.getByRole('heading', { name: 'Releases of Claims Guard' })).toBeAttached();
  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
  await expect(editor(page).getByText('No changes', { exact: true })).toBeVisible();
  expect(changesSent(demo)).toEqual([]);
});

test('a link waits for the answer to a question, which is about the release below it', async ({
  app,
  demo,
  userData,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await editor(page).getByRole('button', { name: 'Remove…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove the file of 2.2.1?' });
  await expect(question).toBeVisible();

  await startSecondInstance(userData, [linkTo(demo, '2.2.0')]);
  await expect(
    page.getByText('A link to a release was opened. It is shown once this is answered.'),
  ).toBeVisible();
  await question.getByRole('button', { name: 'Remove file' }).click();

  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
  await expect(releaseRow(page, '2.2.1')).toContainText('Has a draft');
  await expect(releaseRow(page, '2.2.0')).not.toContainText('Has a draft');
});

test('a link that starts the app shows its release', async ({ launch, demo }) => {
  const first = await launch();
  await connect(first, demo);
  await first.quit();

  const { page } = await launch({ args: [linkTo(demo, '2.2.0')] });
  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
});

test('the link to a release can be copied, and leads back to it', async ({ app, demo, userData }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.0');
  await app.choose('copy-link');
  await expect(page.getByText('The link to 2.2.0 is copied.')).toBeVisible();
  await goTo(page, 'Queue');

  // The clipboard cannot be read, but it can be pasted.
  await goTo(page, 'Releases');
  const search = page.getByRole('searchbox', { name: 'Find a release' });
  await search.focus();
  await page.keyboard.press('ControlOrMeta+V');
  const link = await search.inputValue();
  expect(link).toBe(linkTo(demo, '2.2.0'));
  await search.fill('');
  await openRelease(page, '2.4.0');

  await startSecondInstance(userData, [link]);
  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
});

test('a plan file that is opened shows what it would do; drafts are made only when that is wanted', async ({
  app,
  demo,
  userData,
}, testInfo) => {
  const page = await connect(app, demo);
  const path = planFor(demo, '2.2.0', testInfo.outputPath('winter.lukittu-plan'));
  await startSecondInstance(userData, [path]);

  await expect(report(page).getByText('Batch “Winter”')).toBeVisible();
  await expect(report(page).getByRole('table', { name: 'What it would do' })).toBeVisible();
  const [connection] = await connectionsOf(page);
  const draftsOf = () =>
    page.evaluate((connectionId) => window.lukittu['drafts.list']({ connectionId }), connection?.id ?? '');
  expect(await draftsOf()).toMatchObject({ ok: true, value: [] });

  await report(page).getByRole('button', { name: 'Make 1 draft' }).click();
  await expect(report(page)).toBeHidden();
  expect(await draftsOf()).toMatchObject({ ok: true, value: [{}] });
  expect(changesSent(demo)).toEqual([]);
});

test('a hostile link does nothing but say so', async ({ app, demo, userData }) => {
  const page = await connect(app, demo);
  const where = page.url();
  await startSecondInstance(userData, [`${linkTo(demo, '2.2.0')}&publish=1`]);
  await expect(page.getByText('This link is not one that this app understands.')).toBeVisible();
  await startSecondInstance(userData, ['lukittu-releases://plan?path=%2F%2Fevil.example%2Fplan.json']);
  await expect(page.getByText('This link leads to a file that a link may not open.')).toBeVisible();
  const elsewhere = linkTo(demo, '2.2.0').replace(
    encodeURIComponent(demo.origin),
    encodeURIComponent('https://evil.example'),
  );
  await startSecondInstance(userData, [elsewhere]);
  await expect(page.getByText('The link is for a team that is not connected here.')).toBeVisible();
  await expect(page.getByText('It is on https://evil.example.')).toBeVisible();

  expect(page.url()).toBe(where);
  // What was connected is read on meanwhile; nothing is sent.
  expect(changesSent(demo)).toEqual([]);
  expect(app.pageErrors()).toEqual([]);
});
