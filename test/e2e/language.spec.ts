import { expect } from '@playwright/test';
import { connect } from './person/connect.ts';
import { addMetadata, editor, openRelease, saved } from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import { teamOn } from './person/server.ts';
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
  await expect(page.getByText(/^Löytyi \d+ tuotetta/)).toBeVisible();
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

/** As most of the world writes them. */
const dayFirst = {
  day: /^Updated 1 month ago, \d{1,2} [A-Z][a-z]{2,3} \d{4}$/,
  clock: /^Draft saved \d\d:\d\d$/,
  size: '2,1 MB',
};

for (const { where, options, day, clock, size } of [
  {
    where: 'America',
    options: inLanguage('en_US', 'en_US'),
    day: /^Updated 1 month ago, [A-Z][a-z]{2} \d{1,2}, \d{4}$/,
    clock: /^Draft saved \d{1,2}:\d\d [AP]M$/,
    size: '2.1 MB',
  },
  {
    where: 'Germany',
    options: inLanguage('de', 'de_DE'),
    ...dayFirst,
  },
  {
    where: 'Germany, also where the system speaks English',
    options: inLanguage('en', 'de_DE'),
    ...dayFirst,
  },
  {
    where: 'Brazil',
    options: inLanguage('pt_BR', 'pt_BR'),
    ...dayFirst,
  },
]) {
  test(`times and sizes are written as in ${where}, in the language of the texts`, async ({
    launch,
    demo,
  }) => {
    test.skip(process.platform !== 'linux', 'elsewhere the region is a setting of the account');
    for (const release of teamOn(demo).releases.values()) {
      if (release.version === '2.2.1' && release.file !== null) release.file.size = 2_202_010;
    }
    const page = await connect(await launch(options), demo);
    await expect(releaseRow(page, '2.2.1')).toContainText(size);
    await openRelease(page, '2.2.1');
    await expect(editor(page).getByText(/^Updated/)).toHaveText(day);
    await addMetadata(page, 'note', 'Written where one is.');
    await saved(page);
    await expect(editor(page).getByText(/^Draft saved/)).toHaveText(clock);
    // The columns' values are words of the main process.
    await editor(page).getByText('Compare', { exact: true }).click();
    await expect(editor(page).getByRole('row', { name: /^File / })).toContainText(size);
  });
}
