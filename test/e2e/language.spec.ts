import { expect } from '@playwright/test';
import { inLanguage } from './support/language.ts';
import { test } from './support/test.ts';

const inFinnish = inLanguage('fi', 'fi_FI');

test('the window speaks the system’s language where it can: Finnish', async ({ launch }) => {
  const { page } = await launch(inFinnish);
  await expect(page.getByRole('heading', { name: 'Yhdistä tiimisi' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi-FI');
  await page.getByRole('button', { name: 'Tutustu demotiimiin' }).click();
  await page.getByRole('button', { name: 'Avaa julkaisut' }).click();
  await expect(page.getByRole('searchbox', { name: 'Etsi julkaisua' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Julkaisut' }).getByText('Julkaistu').first()).toBeVisible();
});

test('what the main process has to say, it says in the same language', async ({ launch }) => {
  const { page } = await launch(inFinnish);

  // A failure of its own, and what it found out.
  await page.getByRole('textbox', { name: 'Nimi' }).fill('Oma tiimi');
  await page.getByRole('textbox', { name: 'Palvelimen osoite' }).fill('http://lukittu.example');
  await page.getByRole('textbox', { name: 'Tiimin tunnus' }).fill('961d2bcb-2ecb-4b18-a63f-1f40e13b2a11');
  await page.getByRole('textbox', { name: 'API-avain' }).fill('a-key-for-nothing-at-all');
  await page.getByRole('button', { name: 'Yhdistä', exact: true }).click();
  await expect(page.getByText(/^Palvelimen osoitteen alussa on http:/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Tutustu demotiimiin' }).click();
  await expect(page.getByText(/^Yhteys toimii\. Löytyi \d+ tuotetta/)).toBeVisible();
  await page.getByRole('button', { name: 'Avaa julkaisut' }).click();

  // A finding of preflight, and the three columns.
  const releases = page.getByRole('grid', { name: 'Julkaisut' });
  await releases.getByRole('row').nth(1).click();
  await page.getByRole('textbox', { name: 'Versio' }).fill('2');
  await expect(
    page.getByText('Versiossa on oltava vähintään 3 merkkiä, esimerkiksi 1.0.').first(),
  ).toBeVisible();
  await page.getByText('Vertaa', { exact: true }).click();
  await expect(page.getByRole('table').getByText('Kaikki lisenssit').first()).toBeVisible();

  // A command, as the application menu calls it.
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('searchbox', { name: /^Etsi julkaisuja/ }).fill('palvelimelta');
  await expect(page.getByRole('menuitem', { name: 'Lue palvelimelta uudelleen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await expect(page.getByText(/\b(?:the|release|server|draft)\b/i)).toHaveCount(0);
});

test('a language there is no translation for is answered in English', async ({ launch }) => {
  const { page } = await launch(inLanguage('de', 'de_DE'));
  await expect(page.getByRole('heading', { name: 'Connect your team' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
});
