import { expect } from '@playwright/test';
import { test } from './support/test.ts';

test('the window speaks the system’s language where it can: Finnish', async ({ launch }) => {
  const { page } = await launch({ env: { LANG: 'fi_FI.UTF-8', LANGUAGE: 'fi', LC_ALL: undefined } });
  await expect(page.getByRole('heading', { name: 'Yhdistä tiimisi' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi-FI');
  await page.getByRole('button', { name: 'Tutustu demotiimiin' }).click();
  await page.getByRole('button', { name: 'Avaa julkaisut' }).click();
  await expect(page.getByRole('searchbox', { name: 'Etsi julkaisua' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Julkaisut' }).getByText('Julkaistu').first()).toBeVisible();
});

test('a language there is no translation for is answered in English', async ({ launch }) => {
  const { page } = await launch({ env: { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_ALL: undefined } });
  await expect(page.getByRole('heading', { name: 'Connect your team' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
});
