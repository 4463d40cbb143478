import type { Page } from '@playwright/test';
import type { AppScene } from '../app-scene.ts';
import { inTheDark } from '../in-the-dark.ts';
import { see } from '../see.ts';
import type { Step } from '../tour.ts';

const releaseRow = (page: Page, version: string) =>
  page.getByRole('grid', { name: 'Julkaisut' }).getByRole('row', { name: version });

const draftSaved = (page: Page) => page.getByText(/^Luonnos tallennettu/);

const firstStart: Step<AppScene> = {
  name: 'First start in Finnish',
  run: ({ page }) => see(page.getByRole('heading', { name: 'Yhdistä tiimisi' })),
};

const releases: Step<AppScene> = {
  name: 'Releases in Finnish',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Tutustu demotiimiin' }).click();
    await page.getByRole('button', { name: 'Avaa julkaisut' }).click();
    await page.getByRole('button', { name: /^Tuote: / }).click();
    await page.getByRole('menuitemradio', { name: 'Claims Guard' }).click();
    await see(releaseRow(page, '2.4.0'));
  },
};

const edited: Step<AppScene> = {
  name: 'A release is edited in Finnish',
  run: async ({ page }) => {
    await releaseRow(page, '2.2.1').click();
    const editor = page.getByRole('region', { name: 'Julkaisu', exact: true });
    await editor.getByRole('button', { name: /Tila$/ }).click();
    await page.getByRole('option', { name: 'Vanhentunut', exact: true }).click();
    await see(draftSaved(page));
  },
};

const published: Step<AppScene> = {
  name: 'The queue in Finnish',
  run: async ({ page }) => {
    await page.getByRole('button', { name: 'Julkaise', exact: true }).click();
    await page.getByRole('navigation', { name: 'Paikat' }).getByRole('button', { name: 'Jono' }).click();
    await see(page.getByRole('grid', { name: 'Jono' }).getByRole('row').filter({ hasText: 'Varmistettu' }));
  },
};

/** The window where the system's language is Finnish. */
export const finnish: readonly Step<AppScene>[] = [
  firstStart,
  releases,
  edited,
  inTheDark(edited, draftSaved),
  published,
];
