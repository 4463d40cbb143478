import type { Page } from '@playwright/test';
import { beginRelease, editor, saved, versionField } from '../../../test/e2e/person/editor.ts';
import { releaseRow, releaseRows } from '../../../test/e2e/person/list.ts';
import { goTo } from '../../../test/e2e/person/window.ts';
import type { AppScene } from '../app-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { dark, small, zoomed } from '../look.ts';
import { see, seeNoMore } from '../see.ts';
import type { Step } from '../tour.ts';

const row = (page: Page, list: 'Drafts' | 'Queue', text: string) =>
  page.getByRole('grid', { name: list }).getByRole('row').filter({ hasText: text });

const newRelease: Step<AppScene> = {
  name: 'A new release is begun',
  run: async ({ page }) => {
    await beginRelease(page);
    await versionField(page).fill('2.5.0');
    await saved(page);
  },
};

const drafts: Step<AppScene> = {
  name: 'Drafts',
  run: async ({ page }) => {
    await goTo(page, 'Drafts');
    await row(page, 'Drafts', '2.2.1').click();
    await see(row(page, 'Drafts', '2.5.0'));
    await see(editor(page).getByRole('heading', { name: '2.2.1', exact: true }));
  },
};

const planOf = (page: Page) => page.getByRole('menuitem', { name: 'Plan file (JSON)…' });

const exported: Step<AppScene> = {
  name: 'What drafts can be exported as',
  run: async ({ page }) => {
    await page.getByRole('button', { name: /^Export \d+ drafts$/ }).click();
    await see(planOf(page));
  },
};

const queue: Step<AppScene> = {
  name: 'Queue',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await seeNoMore(planOf(page));
    await goTo(page, 'Queue');
    await row(page, 'Queue', '2.4.0').click();
    await see(row(page, 'Queue', 'Verified'));
  },
};

const settings: Step<AppScene> = {
  name: 'Settings',
  run: async ({ page }) => {
    await goTo(page, 'Settings');
    await see(page.getByRole('heading', { name: 'Where things are kept' }));
  },
};

const removeQuestion = (page: Page) => page.getByRole('alertdialog', { name: /^Remove .+\?$/ });

const removing: Step<AppScene> = {
  name: 'Removing a team is asked about',
  run: async ({ page }) => {
    await page.getByRole('button', { name: /^Remove / }).click();
    await see(removeQuestion(page).getByRole('button', { name: 'Remove team' }));
  },
};

const backToList: Step<AppScene> = {
  name: 'The list of releases in a small window',
  look: small,
  run: async ({ page }) => {
    await goTo(page, 'Releases');
    await see(releaseRows(page));
  },
};

const found: Step<AppScene> = {
  name: 'Releases are searched',
  run: async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Find a release' }).fill('2.0');
    await seeNoMore(releaseRow(page, '2.2.1'));
    await see(page.getByText(/ of 19 releases/));
  },
};

const showAll = (page: Page) => page.getByRole('button', { name: 'Show all releases' });

const notFound: Step<AppScene> = {
  name: 'Nothing is found',
  run: async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Find a release' }).fill('9.9');
    await see(showAll(page));
  },
};

const palette: Step<AppScene> = {
  name: 'Everything is found from one place',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Search or command' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search or command' });
    await see(dialog.getByRole('menuitem', { name: 'New Release' }));
  },
};

const paletteFound: Step<AppScene> = {
  name: 'Releases, drafts and commands are found by a few letters',
  look: dark,
  run: async ({ page }) => {
    const dialog = page.getByRole('dialog', { name: 'Search or command' });
    await dialog.getByRole('searchbox').fill('2.');
    await see(dialog.getByRole('menuitem', { name: /^2\.3\.0/ }));
  },
};

/** The places of the window, with what the steps before left in them. */
export const places: readonly Step<AppScene>[] = [
  newRelease,
  inTheDark(newRelease, versionField),
  drafts,
  { ...drafts, name: 'Drafts in the dark', look: dark },
  exported,
  inTheDark(exported, planOf),
  queue,
  {
    name: 'Queue in a small window',
    look: small,
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await see(row(page, 'Queue', 'Verified'));
    },
  },
  settings,
  removing,
  inTheDark(removing, removeQuestion),
  {
    ...settings,
    name: 'Settings in the dark',
    look: dark,
    run: async (scene) => {
      await scene.page.keyboard.press('Escape');
      await seeNoMore(removeQuestion(scene.page));
      await settings.run(scene);
    },
  },
  backToList,
  found,
  notFound,
  inTheDark(notFound, showAll),
  {
    name: 'Releases in the dark',
    look: dark,
    run: async ({ page }) => {
      await showAll(page).click();
      await see(releaseRow(page, '2.2.1'));
    },
  },
  palette,
  paletteFound,
  {
    name: 'Releases at 200 %',
    look: zoomed,
    run: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await see(releaseRows(page));
    },
  },
  {
    name: 'A draft at 200 %',
    look: zoomed,
    run: async ({ page }) => {
      await goTo(page, 'Drafts');
      await row(page, 'Drafts', '2.2.1').click();
      await see(editor(page).getByRole('heading', { name: '2.2.1', exact: true }));
    },
  },
  { ...settings, name: 'Settings at 200 %', look: zoomed },
];
