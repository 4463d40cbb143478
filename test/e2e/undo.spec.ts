import { expect, type Page } from '@playwright/test';
import { batchItem, batchOfAll, batchPane, batchRow, draftNotes, versionsInOrder } from './person/batch.ts';
import { connect } from './person/connect.ts';
import { chosenActions, draftGrid, draftRows, mark } from './person/drafts.ts';
import { choose, editor, openRelease, saved, versionField } from './person/editor.ts';
import { releaseGrid, releaseRow } from './person/list.ts';
import { goTo, notices } from './person/window.ts';
import { test } from './support/test.ts';

const discarded = (page: Page) => notices(page).getByText('The draft of 2.2.1 is discarded.');

/** Makes a draft of 2.2.1, discards it, and puts the notice away that offers to undo it. */
async function discardOne(page: Page): Promise<void> {
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  await editor(page).getByRole('button', { name: 'Discard draft' }).click();
  await expect(discarded(page)).toBeVisible();
  await notices(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(discarded(page)).toBeHidden();
}

test('what was done last is undone by the usual keys, also when its notice has gone', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await discardOne(page);
  await releaseGrid(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page).getByRole('button', { name: 'Archived Status' })).toBeVisible();
  await expect(releaseRow(page, '2.2.1')).toContainText('Has a draft');
  await expect(notices(page).getByText('Undone: The draft of 2.2.1 is discarded.')).toBeVisible();
});

test('one thing after the other is undone, as far back as the drafts that were put together', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1', '2.2.0', '2.1.0']);
  await goTo(page, 'Drafts');
  await mark(page, '2.2.1');
  await mark(page, '2.2.0');
  await chosenActions(page).getByRole('button', { name: 'New batch of 2' }).click();
  await mark(page, '2.1.0');
  await chosenActions(page).getByRole('button', { name: 'Add to' }).click();
  await page.getByRole('menuitem', { name: 'Batch 1' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0', '2.1.0']);
  await batchPane(page).getByRole('button', { name: 'Move 2.2.0 up' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.2.1', '2.1.0']);
  await batchPane(page).getByRole('button', { name: 'Take 2.2.1 out of the batch' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.1.0']);
  await draftGrid(page).getByRole('checkbox', { name: 'Choose all drafts shown' }).check();
  await chosenActions(page).getByRole('button', { name: 'Discard 3 drafts' }).click();
  await expect(page.getByText('No drafts', { exact: true })).toBeVisible();

  await test.step('quickly: the drafts, and what was taken out, while the batch comes back', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(batchItem(page, 'Batch 1')).toContainText('3 drafts');
    await batchItem(page, 'Batch 1').click();
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.2.1', '2.1.0']);
  });
  await test.step('the move', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0', '2.1.0']);
  });
  await test.step('what was added', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
  });
  await test.step('the batch, and nothing before it', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(batchItem(page, 'Batch 1')).toHaveCount(0);
    await expect(draftRows(page)).toHaveCount(3);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(notices(page).getByText('There is nothing to undo.')).toBeVisible();
    await expect(draftRows(page)).toHaveCount(3);
  });
  expect(app.pageErrors()).toEqual([]);
});

test('the time of a batch is typed as it is read, moves come as fast as the keys, and each is one step', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1', '2.2.0', '2.1.0', '2.0.1']);
  await batchOfAll(page);
  const before = await versionsInOrder(page);
  await batchRow(page, before[3] ?? '').click();
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await versionsInOrder(page))[0]).toBe(before[3]);

  await batchPane(page).getByRole('button', { name: 'Begin when I publish' }).click();
  await page.getByRole('option', { name: 'Begin at a time' }).click();
  const time = batchPane(page).getByLabel('Date and time');
  await expect(time).toBeVisible();
  const chosen = await time.inputValue();
  await time.focus();
  // The same in each order of day and month, and by a clock of twelve hours as by one of twenty-four.
  await page.keyboard.type('11112027', { delay: 100 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('1111AM', { delay: 100 });
  await expect(time).toHaveValue('2027-11-11T11:11');
  await draftGrid(page).focus();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(time).toHaveValue(chosen);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(time).toHaveCount(0);
  for (let move = 0; move < 3; move += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => versionsInOrder(page)).toEqual(before);
  expect(app.pageErrors()).toEqual([]);
});

test('in a text field the keys undo what was typed, and nothing else', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await discardOne(page);
  await openRelease(page, '2.2.0');
  const nothingChanges = editor(page).getByText(/^Nothing yet/);
  await versionField(page).focus();
  await page.keyboard.type('x');
  await expect(versionField(page)).toHaveValue('2.2.0x');
  await expect(nothingChanges).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(versionField(page)).toHaveValue('2.2.0');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(nothingChanges).toBeVisible();
  await goTo(page, 'Drafts');
  await expect(page.getByText('No drafts')).toBeVisible();
});

test('outside of a text the keys undo nothing that was typed: where there is nothing to undo, they say so', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.0');
  await versionField(page).focus();
  await page.keyboard.type('x');
  await saved(page);
  await releaseGrid(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(notices(page).getByText('There is nothing to undo.')).toBeVisible();
  await expect(versionField(page)).toHaveValue('2.2.0x');
  await expect(versionField(page)).not.toBeFocused();
});

test('the palette says what would be undone, and undoes it', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await discardOne(page);
  await goTo(page, 'History');
  await app.choose('palette');
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  await expect(palette.getByRole('menuitem', { name: 'Undo Last Action' })).toContainText(
    'The draft of 2.2.1 is discarded.',
  );
  await page.keyboard.press('Escape');
  await app.choose('undo');
  await expect(notices(page).getByText('Undone: The draft of 2.2.1 is discarded.')).toBeVisible();
  await goTo(page, 'Drafts');
  await expect(page.getByRole('grid', { name: 'Drafts' }).getByRole('row', { name: '2.2.1' })).toBeVisible();

  await app.choose('palette');
  await palette.getByRole('searchbox').fill('undo');
  await page.keyboard.press('Enter');
  await expect(notices(page).getByText('There is nothing to undo.')).toBeVisible();
});

test('the palette zooms, and quits as the menu does', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const choose = async (name: string): Promise<void> => {
    await app.choose('palette');
    const palette = page.getByRole('dialog', { name: 'Search or command' });
    await palette.getByRole('searchbox').fill(name);
    await palette.getByRole('menuitem', { name }).click();
    await expect(palette).toBeHidden();
  };
  /** Pixels of the screen that a text of the window takes. */
  const height = () =>
    page.evaluate(
      () =>
        (document.querySelector('h1, h2, button')?.getBoundingClientRect().height ?? 0) *
        window.devicePixelRatio,
    );
  const usual = await height();
  await choose('Zoom In');
  await expect.poll(height).toBeGreaterThan(usual);
  await choose('Zoom Out');
  await choose('Zoom Out');
  await expect.poll(height).toBeLessThan(usual);
  await choose('Actual Size');
  await expect.poll(height).toBe(usual);

  await app.choose('palette');
  await page.getByRole('searchbox', { name: 'Search releases, drafts' }).fill('Quit');
  // The window can be gone before it says that it has heard the key.
  await page.keyboard.press('Enter').catch(() => undefined);
  expect(await app.ended()).toBe(0);
});
