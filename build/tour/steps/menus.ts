import type { Page } from '@playwright/test';
import { choose, editor, openRelease } from '../../../test/e2e/person/editor.ts';
import type { AppScene } from '../app-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see, seeNoMore } from '../see.ts';
import type { Step } from '../tour.ts';

const columnChoice = (page: Page) => page.getByRole('menuitemcheckbox', { name: 'Licenses' });

const columns: Step<AppScene> = {
  name: 'Columns of the list are chosen',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await see(columnChoice(page));
  },
};

const productDialog = (page: Page) => page.getByRole('dialog', { name: 'Add a product' });

const product: Step<AppScene> = {
  name: 'A product is added by its id',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await seeNoMore(columnChoice(page));
    await page.getByRole('button', { name: /^Product: / }).click();
    await page.getByRole('menuitem', { name: 'Add a product by its ID…' }).click();
    await see(productDialog(page));
  },
};

const branchDialog = (page: Page) => page.getByRole('dialog', { name: 'Use another branch' });

const branch: Step<AppScene> = {
  name: 'A branch is added by its id, which is missing',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await seeNoMore(productDialog(page));
    await openRelease(page, '2.4.0');
    await choose(page, 'Branch', 'Another branch by its ID…');
    await branchDialog(page).getByRole('textbox', { name: 'Name' }).fill('nightly');
    await branchDialog(page).getByRole('textbox', { name: 'Name' }).press('Enter');
    await see(
      branchDialog(page)
        .getByText(/branch’s ID/)
        .last(),
    );
  },
};

const closed: Step<AppScene> = {
  name: 'A release',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await seeNoMore(branchDialog(page));
    await see(editor(page).getByRole('heading', { name: '2.4.0', exact: true }));
  },
};

/** What opens over the releases: the choice of columns, and the forms for what the server has no list of. */
export const menus: readonly Step<AppScene>[] = [
  columns,
  inTheDark(columns, columnChoice),
  product,
  inTheDark(product, productDialog),
  branch,
  inTheDark(branch, branchDialog),
  closed,
];
