import { expect, type Locator, type Page } from '@playwright/test';
import { draftNotes } from './person/batch.ts';
import { connect } from './person/connect.ts';
import { expectVerified, publishButton } from './person/editor.ts';
import { releaseGrid, releaseRows } from './person/list.ts';
import { chooseProduct, goTo } from './person/window.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { test } from './support/test.ts';

/** The titles of the columns that are shown. */
const titles = async (page: Page): Promise<string[]> =>
  (await releaseGrid(page).getByRole('columnheader').allTextContents()).filter((title) => title !== '');

const edge = (page: Page, column: string): Locator =>
  releaseGrid(page).getByRole('separator', { name: `Width of ${column}` });

const widthOf = async (separator: Locator): Promise<number> =>
  Number(await separator.getAttribute('aria-valuenow'));

const sortOf = (page: Page, column: string): Promise<string | null> =>
  releaseGrid(page).getByRole('columnheader', { name: column }).getAttribute('aria-sort');

type Point = { readonly x: number; readonly y: number };

/** Presses, drags and lets go. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Presses keys faster than the page is painted. */
async function pressAtOnce(edge: Locator, keys: readonly string[]): Promise<void> {
  await edge.evaluate(async (element, pressed) => {
    for (const key of pressed) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await Promise.resolve();
    }
  }, keys);
}

/** Drags the edge until its column is so wide. */
async function dragTo(page: Page, edge: Locator, width: number): Promise<void> {
  const box = await edge.boundingBox();
  if (box === null) throw new Error('the edge has no place');
  const missing = width - (await widthOf(edge));
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await drag(page, { x, y }, { x: x + missing, y });
  await expect.poll(() => widthOf(edge)).toBe(width);
}

test('columns are chosen and made wider, by hand and by keyboard, and are so again at the next start', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await page.setViewportSize({ width: 1600, height: 800 });
  await expect.poll(() => titles(page)).toEqual(['Version', 'Status', 'Branch', 'File', 'Updated']);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Status' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Licenses' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  const chosen = ['Version', 'Branch', 'File', 'Updated', 'Licenses'];
  await expect.poll(() => titles(page)).toEqual(chosen);
  const cells = releaseRows(page).first().getByRole('gridcell');
  await expect(cells).toHaveCount(chosen.length + 1);
  await expect(cells.last()).toHaveText('All');

  // Sorted by.
  await releaseGrid(page).getByRole('button', { name: 'Licenses' }).click();
  await expect.poll(() => sortOf(page, 'Licenses')).toBe('ascending');

  // Dragged.
  const branch = edge(page, 'Branch');
  const before = await widthOf(branch);
  await dragTo(page, branch, before + 40);

  // By keyboard: from the title to its edge, and back.
  await releaseGrid(page).getByRole('button', { name: 'Version' }).focus();
  await page.keyboard.press('Tab');
  const version = edge(page, 'Version');
  await expect(version).toBeFocused();
  const own = await widthOf(version);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(version)).toBe(own + 16);
  await page.keyboard.press('Home');
  await expect.poll(() => widthOf(version)).toBe(own);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(releaseGrid(page).getByRole('button', { name: 'Version' })).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);

  const again = await app.relaunch();
  await again.page.setViewportSize({ width: 1600, height: 800 });
  await expect.poll(() => titles(again.page)).toEqual(chosen);
  await expect.poll(() => sortOf(again.page, 'Licenses')).toBe('ascending');
  expect(await widthOf(edge(again.page, 'Branch'))).toBe(before + 40);
  expect(await widthOf(edge(again.page, 'Version'))).toBe(own + 8);
  const drawn = await releaseGrid(again.page).getByRole('columnheader', { name: 'Branch' }).boundingBox();
  expect(Math.round(drawn?.width ?? 0)).toBe(before + 40);

  // The head's context menu gives all of it back; without the column it was sorted by, the list begins with the newest.
  await releaseGrid(again.page).getByRole('columnheader', { name: 'File' }).click({ button: 'right' });
  await again.page.getByRole('menuitem', { name: 'Reset columns' }).click();
  await expect.poll(() => titles(again.page)).toEqual(['Version', 'Status', 'Branch', 'File', 'Updated']);
  expect(await widthOf(edge(again.page, 'Branch'))).toBe(before);
  await expect.poll(() => sortOf(again.page, 'Version')).toBe('descending');
});

test('a column is fitted to what stands in it by a double click, and gives way where there is no room', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await page.setViewportSize({ width: 1600, height: 800 });
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Created' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect.poll(() => titles(page)).toContain('Created');

  const file = edge(page, 'File');
  await file.dblclick();
  const cut = page.locator('[role=gridcell] [data-drawn]');
  await expect
    .poll(() => cut.evaluateAll((parts) => parts.some((part) => part.scrollWidth > part.clientWidth)))
    .toBe(false);

  await page.setViewportSize({ width: 1100, height: 700 });
  await expect.poll(() => titles(page)).not.toContain('Created');
  await page.getByRole('button', { name: 'Columns' }).click();
  const created = page.getByRole('menuitemcheckbox', { name: 'Created' });
  await expect(created).toHaveAttribute('aria-checked', 'true');
  await expect(created).toContainText('no room now');
  expect(await releaseGrid(page).evaluate((grid) => grid.scrollWidth <= grid.clientWidth)).toBe(true);
});

test('a product without branches has no column for them, and says why; another has it again', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await expect.poll(() => titles(page)).toContain('Branch');
  await chooseProduct(page, 'Brush Pack Pro');
  await expect.poll(() => titles(page)).toEqual(['Version', 'Status', 'File', 'Updated']);
  await page.getByRole('button', { name: 'Columns' }).click();
  const branch = page.getByRole('menuitemcheckbox', { name: 'Branch' });
  await expect(branch).toHaveAttribute('aria-checked', 'true');
  await expect(branch).toContainText('no branches here');
  await page.keyboard.press('Escape');
  await chooseProduct(page, 'Claims Guard');
  await expect.poll(() => titles(page)).toContain('Branch');
});

test('the columns of drafts, of the queue and of the history are made wider, too, and are so again', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await page.setViewportSize({ width: 1600, height: 800 });
  await draftNotes(page, ['2.2.1']);
  await publishButton(page).click();
  await expectVerified(page);
  await draftNotes(page, ['2.2.0']);
  const made: [Place, string, number][] = [];

  for (const [place, column] of lists) {
    await goTo(page, place);
    const edge = edgeIn(page, place, column);
    await edge.focus();
    const before = await widthOf(edge);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => widthOf(edge)).toBe(before + 16);
    await page.keyboard.press('Home');
    await expect.poll(() => widthOf(edge)).toBe(before);
    await pressAtOnce(edge, ['ArrowRight', 'ArrowRight']);
    expect(await widthOf(edge)).toBe(before + 16);
    await pressAtOnce(edge, ['Home', 'ArrowRight', 'ArrowRight', 'Home']);
    expect(await widthOf(edge)).toBe(before);
    await page.keyboard.press('Tab');
    await expect(
      page.getByRole('grid', { name: place, exact: true }).getByRole('separator').nth(1),
    ).toBeFocused();

    await dragTo(page, edge, before + 32);
    made.push([place, column, before + 32]);
    expect(await accessibilityProblems(page)).toEqual([]);
  }

  const again = await app.relaunch();
  await again.page.setViewportSize({ width: 1600, height: 800 });
  for (const [place, column, width] of made) {
    await goTo(again.page, place);
    await expect.poll(() => widthOf(edgeIn(again.page, place, column))).toBe(width);
    const grid = again.page.getByRole('grid', { name: place, exact: true });
    const first = grid.getByRole('row').nth(1).getByRole('gridcell');
    const cell = place === 'Drafts' ? first.nth(1) : first.nth(0);
    expect(Math.round((await cell.boundingBox())?.width ?? 0)).toBe(width);
    await again.page.setViewportSize({ width: 1050, height: 700 });
    expect(await grid.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await again.page.setViewportSize({ width: 1600, height: 800 });
  }
});

test('the list is made wider beside what is open, by hand and by keyboard, and is as wide at the next start', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await page.setViewportSize({ width: 1600, height: 800 });
  await draftNotes(page, ['2.2.1']);
  const line = split(page);
  const usual = await widthOf(line);
  await line.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(line)).toBeGreaterThan(usual);
  await page.keyboard.press('Home');
  await expect.poll(() => widthOf(line)).toBeLessThan(usual);
  const place = async (shown: Page): Promise<number> => (await split(shown).boundingBox())?.x ?? 0;
  const narrowest = await place(page);
  await drag(page, { x: narrowest, y: 400 }, { x: narrowest + 200, y: 400 });
  await expect.poll(() => place(page)).toBeCloseTo(narrowest + 200, 0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => place(page)).toBeCloseTo(narrowest + 216, 0);
  const [width, at] = [await widthOf(line), await place(page)];
  await goTo(page, 'Drafts');
  await expect.poll(() => place(page)).toBeCloseTo(at, 0);

  const again = await app.relaunch();
  await again.page.setViewportSize({ width: 1600, height: 800 });
  await expect(split(again.page)).toHaveAttribute('aria-valuenow', String(width));
  await expect.poll(() => place(again.page)).toBeCloseTo(at, 0);
  await split(again.page).dblclick();
  await expect.poll(() => widthOf(split(again.page))).toBe(usual);
});

/** The line between a list and what is open. */
const split = (page: Page): Locator =>
  page.getByRole('separator', { name: 'Width of the list', exact: true });

type Place = 'Drafts' | 'Queue' | 'History';

const lists: readonly (readonly [Place, column: string])[] = [
  ['Drafts', 'Release'],
  ['Queue', 'Release'],
  ['History', 'Release'],
];

const edgeIn = (page: Page, place: Place, column: string): Locator =>
  page
    .getByRole('grid', { name: place, exact: true })
    .getByRole('separator', { name: `Width of ${column}`, exact: true });
