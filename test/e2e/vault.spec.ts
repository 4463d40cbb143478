import { expect, type Page } from '@playwright/test';
import { build, noise } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import { fileSection, openRelease, publish } from './person/editor.ts';
import { holds, releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { dropFiles } from './support/files.ts';
import { inLanguage } from './support/language.ts';
import { test } from './support/test.ts';

const settings = (page: Page) => page.getByRole('region', { name: 'Copies of files' });
const attempt = (page: Page) => page.getByRole('region', { name: 'Attempt', exact: true });

test('copies of what was sent are kept up to a limit, which says what it deletes, as does the history', async ({
  launch,
  demo,
}, testInfo) => {
  const first = await launch();
  const connected = await connect(first, demo);
  const [old, next] = ['old', 'next'].map((name) =>
    build(testInfo, `Claims-${name}.zip`, noise(300_000, name)),
  );
  for (const file of [old, next]) {
    await openRelease(connected, '2.4.0');
    await dropFiles(fileSection(connected), [file?.path ?? '']);
    await expect(
      fileSection(connected)
        .getByText(file?.name ?? '')
        .first(),
    ).toBeVisible();
    await publish(connected);
  }
  // What came in just now stays for a while; a start forgets what came in just now.
  const app = await first.relaunch();
  const { page } = app;

  await test.step('the copy that was there before can be put back, and that is said', async () => {
    await app.choose('show-history');
    const rows = page.getByRole('grid', { name: 'History' }).getByRole('row');
    await rows.filter({ hasText: 'Claims-next.zip' }).click();
    await expect(
      attempt(page).getByText('Makes a draft that puts the fields and Claims-old.zip back.'),
    ).toBeVisible();
    await expect(attempt(page).getByText('200', { exact: true })).toBeVisible();
  });

  await test.step('a lower limit asks, and can be left', async () => {
    await goTo(page, 'Settings');
    await expect(settings(page).getByText('586 KB of at most 2 GB')).toBeVisible();
    const limit = settings(page).getByRole('spinbutton', { name: 'Keep at most (GB)' });
    await limit.fill('0');
    await limit.press('Enter');
    await expect(settings(page).getByRole('alert')).toContainText(
      'the copies of 2 files (586 KB) are deleted',
    );
    await expectAccessible(page);
    await settings(page).getByRole('button', { name: 'Keep 2 GB' }).click();
    await expect(limit).toHaveValue('2');
    await limit.fill('0');
    await limit.press('Enter');
    await settings(page).getByRole('button', { name: 'Delete copies' }).click();
    await expect(settings(page).getByText('0 bytes of at most 0 GB')).toBeVisible();
    await expect(notices(page).getByText(/has deleted its copies of 2 files sent before/)).toBeVisible();
    await settings(page).getByRole('button', { name: 'Deleted lately: 2 files' }).click();
    await expect(settings(page).getByRole('listitem').filter({ hasText: 'Claims-old.zip' })).toBeVisible();
  });

  await test.step('the history says so before it is tried, and what is on the server is as it was', async () => {
    await app.choose('show-history');
    await expect(
      attempt(page).getByText(
        /^Puts only the fields back: the copy of the earlier file, Claims-old.zip, was deleted/,
      ),
    ).toBeVisible();
    await expect(attempt(page).getByText(/^Deleted to stay within the limit/)).toBeVisible();
    expect(holds(demo, releaseOn(demo, '2.4.0'), next?.bytes ?? Buffer.alloc(0))).toBe(true);
  });
  expect(app.pageErrors()).toEqual([]);
});

for (const { where, options, demo, go, place, name, refusal, whole } of [
  {
    where: 'English',
    options: {},
    demo: 'Explore the demo team',
    go: 'Open releases',
    place: 'Settings',
    name: 'Keep at most (GB)',
    refusal: 'Type a whole number from 0 to 100000, in digits only: no point, comma or space.',
    whole: 'of at most 5 GB',
  },
  {
    where: 'English, in Germany',
    options: inLanguage('de', 'de_DE'),
    demo: 'Explore the demo team',
    go: 'Open releases',
    place: 'Settings',
    name: 'Keep at most (GB)',
    refusal: 'Type a whole number from 0 to 100000, in digits only: no point, comma or space.',
    whole: 'of at most 5 GB',
  },
  {
    where: 'Finnish',
    options: inLanguage('fi-FI', 'fi_FI'),
    demo: 'Tutustu demotiimiin',
    go: 'Avaa julkaisut',
    place: 'Asetukset',
    name: 'Säilytä enintään (Gt)',
    refusal: 'Kirjoita kokonaisluku väliltä 0–100000 pelkin numeroin, ilman pistettä, pilkkua tai väliä.',
    whole: 'enintään 5 Gt',
  },
]) {
  test(`a limit that is no whole number is refused as it was typed, and sets nothing: ${where}`, async ({
    launch,
  }) => {
    const { page } = await launch(options);
    const usage = () => page.evaluate(() => window.lukittu['vault.usage']({}));
    const former = await usage();
    await page.getByRole('button', { name: demo }).click();
    await page.getByRole('button', { name: go }).click();
    await page.getByRole('navigation').getByRole('button', { name: place }).click();
    const limit = page.getByRole('spinbutton', { name });
    for (const text of ['0.5', '1.5', '0,5', '2,25', '1,024', '1 024', '-1', '100001', '']) {
      await limit.fill(text);
      await limit.press('Enter');
      await expect(limit).toHaveValue(text);
      await expect(limit).toHaveAccessibleDescription(refusal);
    }
    await limit.press('Tab');
    await expect(limit).toHaveAccessibleDescription(refusal);
    expect(await usage()).toEqual(former);

    await limit.fill('4');
    await limit.press('ArrowUp');
    await expect(limit).toHaveValue('5');
    await expect(page.getByText(whole).first()).toBeVisible();
  });
}
