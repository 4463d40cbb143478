import { expect, type Page } from '@playwright/test';
import { connect } from './person/connect.ts';
import { editor, openRelease, saved, versionField } from './person/editor.ts';
import { releaseGrid, releaseRow } from './person/list.ts';
import { notices } from './person/window.ts';
import { test } from './support/test.ts';

const wide = { width: 1200, height: 700 };
const narrow = { width: 900, height: 700 };

/** Makes the window narrow, as snapping it to a side or zooming in does, and waits until it shows one pane. */
async function narrowTo(page: Page, pane: 'the editor' | 'the list'): Promise<void> {
  await page.setViewportSize(narrow);
  const [shown, gone] = [editor(page), releaseGrid(page)];
  await expect(pane === 'the editor' ? gone : shown).toBeHidden();
  await expect(pane === 'the editor' ? shown : gone).toBeVisible();
}

async function widen(page: Page): Promise<void> {
  await page.setViewportSize(wide);
  await expect(releaseGrid(page)).toBeVisible();
  await expect(editor(page)).toBeVisible();
}

test.describe('while the window is made narrow and wide again', () => {
  test('an open dialog stays, with what is ticked in it', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await page.setViewportSize(wide);
    await openRelease(page, '2.2.0');
    await editor(page).getByRole('button', { name: 'Choose licenses…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose licenses' });
    const options = dialog.getByRole('option');
    const ticked = dialog.getByRole('option', { selected: true });
    const before = await ticked.count();
    for (const at of [0, 1])
      await options
        .and(dialog.getByRole('option', { selected: false }))
        .nth(at)
        .click();
    await expect(ticked).toHaveCount(before + 2);

    await page.setViewportSize(narrow);
    await expect(editor(page).getByRole('button', { name: 'Back' })).toBeAttached();
    await expect(ticked).toHaveCount(before + 2);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(editor(page)).toBeVisible();
    await expect(releaseGrid(page)).toBeHidden();
    await saved(page);
    await widen(page);
    expect(app.pageErrors()).toEqual([]);
  });

  test('what is typed goes on in the same field', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await page.setViewportSize(wide);
    await openRelease(page, '2.2.0');
    await versionField(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('-a');
    await narrowTo(page, 'the editor');
    await page.keyboard.type('b');
    await widen(page);
    await page.keyboard.type('c');
    await expect(versionField(page)).toBeFocused();
    await expect(versionField(page)).toHaveValue('2.2.0-abc');
  });

  test('the comparison stays open', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await page.setViewportSize(wide);
    await openRelease(page, '2.2.0');
    await editor(page).getByRole('radio', { name: 'Compare' }).click();
    await narrowTo(page, 'the editor');
    await expect(editor(page).getByRole('radio', { name: 'Compare' })).toBeChecked();
    await widen(page);
    await expect(editor(page).getByRole('radio', { name: 'Compare' })).toBeChecked();
  });

  test('the pane one is in stays in front, and the other waits as it was', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await page.setViewportSize(wide);
    await openRelease(page, '2.2.0');
    await versionField(page).focus();
    const search = page.getByRole('searchbox').first();
    await search.click();
    await narrowTo(page, 'the list');
    await expect(search).toBeFocused();
    await page.keyboard.type('2.0');
    await releaseRow(page, '2.0.10').click();
    await expect(releaseGrid(page)).toBeHidden();
    await expect(versionField(page)).toHaveValue('2.0.10');
    await versionField(page).press('Escape');
    await expect(search).toHaveValue('2.0');
    await expect(releaseGrid(page)).toBeFocused();
    expect(app.pageErrors()).toEqual([]);
  });

  test('commands of the hidden editor are not offered', async ({ app, demo }) => {
    const page = await connect(app, demo);
    await page.setViewportSize(narrow);
    await releaseRow(page, '2.2.0').click();
    await versionField(page).fill('2.2.1');
    await saved(page);
    await editor(page).press('Escape');
    await expect(releaseGrid(page)).toBeFocused();
    await app.choose('publish');
    await expect(releaseGrid(page)).toBeFocused();
    expect(demo.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});

test('in a small window a notice covers nothing', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await page.setViewportSize({ width: 900, height: 600 });
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.2.2');
  await saved(page);
  await editor(page).getByRole('button', { name: 'Discard draft' }).click();
  const notice = notices(page).getByText('The draft of 2.2.2 is discarded.');
  await expect(notice).toBeVisible();

  const top = (await notice.boundingBox())?.y ?? 0;
  const main = await page.getByRole('main').boundingBox();
  expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(top);
  await notices(page).getByRole('button', { name: 'Undo' }).click();
  await expect(versionField(page)).toHaveValue('2.2.2');
  await expect
    .poll(async () => (await page.getByRole('main').boundingBox())?.height)
    .toBeGreaterThan(main?.height ?? 0);
});
