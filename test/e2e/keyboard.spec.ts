import { expect, type Page } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { connect, formFor, keyField } from './person/connect.ts';
import {
  addMetadata,
  editor,
  expectVerified,
  fileSection,
  openRelease,
  publishButton,
  saved,
  versionField,
} from './person/editor.ts';
import { releaseGrid, releaseRow } from './person/list.ts';
import { changesSent, holds, releaseOn } from './person/server.ts';
import { chooseFiles } from './support/files.ts';
import { test } from './support/test.ts';

/** Presses a key until the focus is where it should be, as somebody does who looks at the screen. */
async function pressUntilFocused(
  page: Page,
  key: string,
  target: ReturnType<Page['getByRole']>,
): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test('no command reaches what lies behind a dialog or the palette', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.0.2');
  await addMetadata(page, 'note', 'Of 2.0.2.');
  await saved(page);
  const sent = changesSent(demo).length;

  await editor(page).getByRole('button', { name: 'Choose licenses…' }).click();
  const licenses = page.getByRole('dialog', { name: 'Choose licenses' });
  await licenses.getByRole('option').first().click();
  for (const keys of ['ControlOrMeta+Enter', 'ControlOrMeta+k', 'ControlOrMeta+2', 'ControlOrMeta+n']) {
    await page.keyboard.press(keys);
    await expect(page.getByText(/^Finish what the dialog asks/).first()).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(licenses).toBeHidden();
  await expect(editor(page).getByText('Only this license gets this release.')).toBeVisible();

  await app.choose('palette');
  await page.keyboard.type('publish');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('ControlOrMeta+Shift+Backspace');
  await expect(page.getByText(/^Choose from the search/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(publishButton(page)).toBeEnabled();
  expect(changesSent(demo)).toHaveLength(sent);
});

test('from the first start to a verified release without a mouse', async ({ app, demo }, testInfo) => {
  const { page } = app;
  const { keyboard } = page;
  const jar = build(testInfo, 'ClaimsGuard-2.4.0.jar', await pluginJar('2.4.0'));
  const form = formFor(demo);

  await test.step('connect', async () => {
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await keyboard.type(form.name);
    await keyboard.press('Tab');
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(form.serverUrl);
    await keyboard.press('Tab');
    await keyboard.type(form.teamId);
    await keyboard.press('Tab');
    await expect(keyField(page)).toBeFocused();
    await keyboard.type(form.apiKey);
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Open releases' })).toBeFocused();
    await keyboard.press('Enter');
  });

  await test.step('choose the product', async () => {
    const product = page.getByRole('button', { name: /^Product: / });
    await pressUntilFocused(page, 'F6', page.getByRole('button', { name: /^Team: / }));
    await pressUntilFocused(page, 'Tab', product);
    await keyboard.press('Enter');
    await pressUntilFocused(page, 'ArrowDown', page.getByRole('menuitemradio', { name: 'Claims Guard' }));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Releases of Claims Guard' })).toBeAttached();
  });

  await test.step('find the release and open it', async () => {
    await app.choose('find');
    await expect(page.getByRole('searchbox', { name: 'Find a release' })).toBeFocused();
    await keyboard.type('2.4.0');
    await expect(releaseRow(page, '2.4.0')).toBeVisible();
    await keyboard.press('Enter');
    await expect(releaseGrid(page)).toBeFocused();
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await expect(editor(page).getByRole('heading', { name: '2.4.0', exact: true })).toBeVisible();
    await expect(editor(page).locator(':focus')).toBeVisible();
  });

  await test.step('choose its file', async () => {
    await chooseFiles(fileSection(page), () => app.choose('attach-file'), [jar.path]);
    await expect(fileSection(page).getByText('Becomes the file of this release')).toBeVisible();
  });

  await test.step('edit it', async () => {
    await pressUntilFocused(page, 'Tab', editor(page).getByRole('button', { name: /Status$/ }));
    await keyboard.press('Enter');
    await pressUntilFocused(page, 'ArrowUp', page.getByRole('option', { name: 'Published' }));
    await keyboard.press('Enter');
    await expect(editor(page).getByRole('button', { name: 'Published Status' })).toBeFocused();
  });

  await test.step('publish it', async () => {
    await expect(publishButton(page)).toBeEnabled();
    await app.choose('publish');
    await expectVerified(page);
  });

  expect(changesSent(demo)).toMatchObject([{ method: 'PUT', status: 200 }]);
  expect(releaseOn(demo, '2.4.0').status).toBe('PUBLISHED');
  expect(holds(demo, releaseOn(demo, '2.4.0'), jar.bytes)).toBe(true);
});

test('F6 goes round the panes, Enter goes into a release, Escape back to the list', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  const focusedPane = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'));
  await releaseGrid(page).focus();

  const round: unknown[] = [];
  for (let press = 0; press < 4; press += 1) {
    await app.choose('next-pane');
    await expect.poll(focusedPane).not.toBe(round.at(-1) ?? 'list');
    round.push(await focusedPane());
  }
  expect(round).toEqual(['detail', 'header', 'places', 'list']);

  await page.keyboard.press('ArrowDown');
  await expect(editor(page).getByRole('heading', { name: '2.2.0', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(focusedPane).toBe('detail');
  await page.keyboard.press('Escape');
  await expect(releaseGrid(page)).toBeFocused();
});

test('from the search, Arrow down or Enter leads to the first result, and Enter into it', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  const heading = (version: string) => editor(page).getByRole('heading', { name: version, exact: true });
  const current = releaseGrid(page).locator('[data-current=true]');
  for (const [key, text, first] of [
    ['ArrowDown', '2.0.1', '2.0.10'],
    ['Enter', '2.1.0', '2.1.0'],
  ] as const) {
    await page.getByRole('searchbox', { name: 'Find a release' }).fill('');
    await openRelease(page, '2.2.1');
    await app.choose('find');
    await page.keyboard.type(text);
    await expect(current).toHaveCount(0);
    await page.keyboard.press(key);
    await expect(releaseGrid(page)).toBeFocused();
    await expect(current).toHaveCount(1);
    await expect(current).toContainText(first);
    await expect(heading(first)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(editor(page).locator(':focus')).toBeVisible();
  }

  await test.step('a row that was current among the results stays so', async () => {
    await app.choose('find');
    await page.keyboard.type('2.');
    await expect(releaseRow(page, '2.2.1')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(releaseGrid(page)).toBeFocused();
    await expect(current).toContainText('2.1.0');
  });

  await test.step('where no row is current, Enter in the list opens the first', async () => {
    await app.choose('find');
    await page.keyboard.type('2.2.1');
    await expect(current).toHaveCount(0);
    // Come to otherwise than from the search, the list makes no row current by itself.
    await editor(page).getByRole('heading', { name: '2.1.0', exact: true }).click();
    await releaseGrid(page).evaluate((grid) => grid.focus());
    await expect(current).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(heading('2.2.1')).toBeVisible();
    await expect(editor(page).locator(':focus')).toBeVisible();
  });
  expect(app.pageErrors()).toEqual([]);
});

test('every place has its shortcut, and the menu’s commands reach what is open', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const current = page.getByRole('navigation').locator('[aria-current=page]');
  const isInPlace = () => page.evaluate(() => document.activeElement?.closest('main') != null);
  await releaseGrid(page).focus();
  for (const [command, place] of [
    ['show-drafts', 'Drafts'],
    ['show-queue', 'Queue'],
    ['show-settings', 'Settings'],
    ['show-releases', 'Releases'],
  ] as const) {
    await app.choose(command);
    await expect(current).toHaveAccessibleName(place);
    // Whoever came by keyboard goes on by keyboard: the place that has come has the focus.
    await expect.poll(isInPlace).toBe(true);
  }

  await app.choose('new-release');
  await expect(editor(page).getByText('Not on the server yet')).toBeVisible();
  await pressUntilFocused(page, 'Tab', versionField(page));
  await page.keyboard.type('3.0.0');
  await app.choose('save-draft');
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await app.choose('discard-draft');
  await expect(page.getByText('The draft of 3.0.0 is discarded.')).toBeVisible();
  await app.choose('add-connection');
  await expect(page.getByRole('heading', { name: 'Add a team' })).toBeVisible();
});

for (const { place, focus } of [
  {
    place: 'a list of choices',
    focus: (page: Page) => editor(page).getByRole('button', { name: /Status$/ }),
  },
  { place: 'a switch', focus: (page: Page) => editor(page).getByRole('switch', { name: 'Set as latest' }) },
  { place: 'a button', focus: (page: Page) => editor(page).getByRole('button', { name: 'Add entry' }) },
  { place: 'the list of releases', focus: releaseGrid },
  { place: 'a text field', focus: versionField },
]) {
  test(`the shortcut publishes while the focus is in ${place}`, async ({ app, demo }) => {
    const page = await connect(app, demo);
    await openRelease(page, '2.2.1');
    await versionField(page).fill('2.2.2');
    await expect(publishButton(page)).toBeEnabled();

    await focus(page).focus();
    await app.choose('publish');

    await expectVerified(page);
    expect(changesSent(demo)).toHaveLength(1);
  });
}

test('the list goes to what is typed, and Escape empties the search', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await expect(releaseGrid(page)).toBeVisible();
  await releaseGrid(page).focus();
  await page.keyboard.type('2.1');
  await expect(editor(page).getByRole('heading', { name: '2.1.0', exact: true })).toBeVisible();

  await app.choose('find');
  await expect(page.getByRole('searchbox', { name: 'Find a release' })).toBeFocused();
  await page.keyboard.type('legacy');
  await expect(page.getByText('2 of 19 releases')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('19 releases', { exact: true })).toBeVisible();
});

test('what is typed right after the keys that search goes there, and nowhere else', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).click();
  // In the same turn: nothing can have come from the main process.
  expect(await focusedAfter(page, 'k')).toMatch(/^Search releases, drafts/);
  await page.keyboard.press('Escape');
  await versionField(page).click();
  expect(await focusedAfter(page, 'f')).toBe('Find a release');
  await expect(versionField(page)).toHaveValue('2.2.1');
});

/** What the field asks for that has the focus in the moment after a key was pressed with Ctrl, or Cmd. */
async function focusedAfter(page: Page, key: string): Promise<string | null> {
  return page.evaluate(async (pressed) => {
    const held = navigator.platform.startsWith('Mac') ? { metaKey: true } : { ctrlKey: true };
    const keys = { key: pressed, ...held, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
    await Promise.resolve();
    return document.activeElement?.getAttribute('placeholder') ?? null;
  }, key);
}
