import { expect, type Page } from '@playwright/test';
import { batchOfAll, batchPane, draftNotes, publishBatch } from './person/batch.ts';
import { connect } from './person/connect.ts';
import { editor, versionField } from './person/editor.ts';
import { releaseGrid, releaseRow } from './person/list.ts';
import { changesSent } from './person/server.ts';
import { chooseProduct, goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/test.ts';

/** The palette, once the one before has gone and this one takes letters. */
async function bringUpPalette(page: Page, bringUp: () => Promise<void>): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  await expect(palette).toBeHidden();
  await bringUp();
  await expect(palette.getByRole('searchbox')).toBeFocused();
}

test('the palette opens releases, goes to places and gives the focus back', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  const byShortcut = () => app.choose('palette');
  await releaseGrid(page).focus();

  await bringUpPalette(page, byShortcut);
  await expect(palette.getByRole('menuitem', { name: 'New Release' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(releaseGrid(page)).toBeFocused();

  await bringUpPalette(page, byShortcut);
  await page.keyboard.type('2.2.1');
  await page.keyboard.press('Enter');
  await expect(editor(page).getByRole('heading', { name: '2.2.1', exact: true })).toBeVisible();

  await bringUpPalette(page, () => page.getByRole('button', { name: 'Search or command' }).click());
  await page.keyboard.type('history');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').locator('[aria-current=page]')).toHaveAccessibleName('History');

  await bringUpPalette(page, byShortcut);
  await page.keyboard.type('nothing is called that');
  await expect(palette.getByText('Nothing matches.')).toBeVisible();
});

test('the palette is accessible: with commands, with what was found, and with nothing', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1']);
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  await bringUpPalette(page, () => app.choose('palette'));
  await expect(palette.getByRole('menuitem', { name: 'New Release' })).toBeVisible();
  await expectAccessible(page, 'the commands');
  // The list is the palette's second stop, and follows the arrow keys from the first.
  await page.keyboard.press('Tab');
  await expect(palette.getByRole('searchbox')).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  for (let step = 0; step < 15; step += 1) await page.keyboard.press('ArrowDown');
  await expect(palette.locator('[role=menuitem][data-focused]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('2.2');
  await expect(palette.locator('[role=menuitem][data-focused]')).toHaveText(/^2\.2\.1/);
  // The search says a moment later which one it is at.
  await expect
    .poll(() =>
      palette
        .getByRole('searchbox')
        .evaluate(
          (input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '') !== null,
        ),
    )
    .toBe(true);
  await expectAccessible(page, 'what was found');
  await page.keyboard.type(' is nothing');
  await expect(palette.getByText('Nothing matches.')).toBeVisible();
  await expectAccessible(page, 'nothing');
});

test('the palette opens releases of other products that were read, and batches by their name', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo, 'Northwind Economy');
  await expect(releaseRow(page, '1.3.1')).toBeVisible();
  await chooseProduct(page, 'Claims Guard');
  await expect(releaseRow(page, '2.4.0')).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Search or command' });

  await bringUpPalette(page, () => app.choose('palette'));
  await page.keyboard.type('1.3');
  const found = palette.getByRole('menuitem');
  await expect(found.filter({ hasText: 'Northwind Economy' })).toHaveText([/^1\.3\.1/, /^1\.3\.0/]);
  await expect(found.first()).not.toContainText('Northwind Economy');

  await page.keyboard.type('.1 economy');
  await expect(found).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Releases of Northwind Economy' })).toBeAttached();
  await expect(editor(page).getByRole('heading', { name: '1.3.1', exact: true })).toBeVisible();

  await page.evaluate(async () => {
    const teams = await window.lukittu['connections.list']({});
    const connectionId = teams.ok ? (teams.value[0]?.id ?? '') : '';
    await window.lukittu['batches.create']({ connectionId, name: 'Spring train', draftIds: [] });
  });
  await goTo(page, 'Drafts');
  await expect(page.getByText('Spring train')).toBeVisible();
  await bringUpPalette(page, () => app.choose('palette'));
  await page.keyboard.type('train');
  await expect(found).toHaveText([/Spring train/]);
  await page.keyboard.press('Enter');
  await expect(batchPane(page).getByText('Spring train')).toBeVisible();
});

test('the palette pauses the queue and goes on with it, and publishes, pauses and resumes the batch that is shown', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1', '2.2.0']);
  await batchOfAll(page);
  await expect(publishBatch(page)).toBeEnabled();
  const queue = page.getByRole('region', { name: 'Queue', exact: true });
  const palette = page.getByRole('dialog', { name: 'Search or command' });

  await bringUpPalette(page, () => app.choose('palette'));
  await page.keyboard.type('resume batch');
  const resume = palette.getByRole('menuitem', { name: 'Resume Batch' });
  await expect(resume).toContainText('The batch is not on its way.');
  await page.keyboard.press('Enter');
  await expect(notices(page).getByText('The batch is not on its way.')).toBeVisible();

  await demo.stop();
  await app.choose('publish-batch');
  await expect(queue.getByText(/^0 of 2 published/)).toBeVisible();
  await app.choose('pause-all');
  await expect(queue.getByText('0 of 2 published · 2 paused')).toBeVisible();
  await queue.getByRole('row', { name: /^Batch 1/ }).click();
  await app.choose('resume-batch');
  await expect(queue.getByText(/2 waiting/)).toBeVisible();
  await app.choose('pause-batch');
  await expect(queue.getByText('0 of 2 published · 2 paused')).toBeVisible();

  await demo.start();
  await app.choose('resume-all');
  await expect(queue.getByText('2 of 2 published')).toBeVisible();
  expect(changesSent(demo)).toHaveLength(2);
  await app.choose('clear-finished');
  await expect(page.getByRole('heading', { name: 'Nothing in the queue' })).toBeVisible();
});

test('the palette does before there is a team, and while another is added, what can be done there', async ({
  app,
  demo,
}) => {
  const { page } = app;
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  const nameField = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(nameField).toBeFocused();
  await bringUpPalette(page, () => app.choose('palette'));
  await expect(palette.getByRole('menuitem', { name: 'Copy Diagnostics' })).toBeVisible();
  await expect(palette.getByRole('menuitem', { name: 'New Release' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(nameField).toBeFocused();
  await app.choose('match-files');
  await expect(notices(page).getByText('Connect a team first.')).toBeVisible();

  await connect(app, demo);
  await app.choose('add-connection');
  await expect(page.getByRole('heading', { name: 'Add a team' })).toBeVisible();
  for (const command of ['match-files', 'select-all', 'import', 'publish'] as const) {
    await app.choose(command);
    await expect(notices(page).getByText('Finish connecting the team')).toBeVisible();
    await notices(page).getByRole('button', { name: 'Dismiss' }).last().click();
  }
  await bringUpPalette(page, () => app.choose('palette'));
  await page.keyboard.type('queue');
  await expect(palette.getByRole('menuitem', { name: 'Queue', exact: false })).toHaveText([/^Queue/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing in the queue' })).toBeVisible();
  await app.choose('select-all');
  await expect(notices(page).getByText('There is nothing to choose here.')).toBeVisible();

  await app.choose('add-connection');
  await bringUpPalette(page, () => app.choose('palette'));
  await page.keyboard.type('demo team');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open releases' })).toBeVisible();
  expect(app.pageErrors()).toEqual([]);
});

test('the palette compares what is open with what is on the server, and goes back to editing it', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1']);
  await app.choose('compare');
  await expect(editor(page).getByRole('table')).toBeVisible();
  await app.choose('compare');
  await expect(versionField(page)).toHaveValue('2.2.1');
});
