import { expect, type Locator } from '@playwright/test';
import { connect, keyField, submitTeam } from './person/connect.ts';
import {
  choose,
  chooseLicenses,
  editor,
  fileSection,
  openRelease,
  publish,
  publishButton,
  saved,
  versionField,
} from './person/editor.ts';
import { releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/test.ts';

test('connecting is accessible, before and after it fails', async ({ app, demo }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { name: 'Connect your team' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Limits of the server' }).click();
  await submitTeam(page, { name: '', serverUrl: demo.origin, teamId: demo.teamId, apiKey: 'wrong' });
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await expectAccessible(page);
  await submitTeam(page, {
    name: 'Northwind',
    serverUrl: demo.origin,
    teamId: demo.teamId,
    apiKey: demo.apiKey,
  });
  await expect(page.getByRole('button', { name: 'Open releases' })).toBeFocused();
  await expectAccessible(page);
});

test('the release list is accessible, with and without what it could show', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await expectAccessible(page);

  await page.getByRole('button', { name: /^Product: / }).click();
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('searchbox', { name: 'Find a release' }).fill('nothing like it');
  await expect(page.getByText('No release matches')).toBeVisible();
  await expectAccessible(page);
});

test('the editor is accessible: untouched, changed, with problems, and compared', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await expectAccessible(page);

  await versionField(page).fill('2');
  await chooseLicenses(page, ['Aino Virtanen', 'Farid Haddad']);
  await choose(page, 'Status', 'Deprecated');
  await expect(publishButton(page)).toHaveAccessibleDescription(/Solve the problems first/);
  await expectAccessible(page);

  await editor(page).getByText('Compare', { exact: true }).click();
  await expect(editor(page).getByRole('table', { name: 'Comparison' })).toBeVisible();
  await expectAccessible(page);
});

test('the dialogs of the editor are accessible', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');

  await editor(page).getByRole('button', { name: 'Choose licenses…' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Choose licenses' }).getByRole('option').first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await fileSection(page).getByRole('button', { name: 'Remove…' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await editor(page)
    .getByRole('button', { name: /Status$/ })
    .click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
});

test('drafts, queue and settings are accessible, empty and with something in them', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await goTo(page, 'Drafts');
  await expect(page.getByText('No drafts')).toBeVisible();
  await expectAccessible(page);
  await goTo(page, 'Queue');
  await expect(page.getByRole('heading', { name: 'Nothing in the queue' })).toBeVisible();
  await expectAccessible(page);

  await goTo(page, 'Releases');
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Deprecated');
  await publish(page);
  await choose(page, 'Status', 'Archived');
  await saved(page);
  await goTo(page, 'Drafts');
  await expect(page.getByRole('grid', { name: 'Drafts' }).getByRole('gridcell').first()).toBeVisible();
  await expectAccessible(page);
  await goTo(page, 'Queue');
  await page
    .getByRole('grid', { name: 'Queue' })
    .getByRole('row', { name: /Verified/ })
    .click();
  await expectAccessible(page);

  await goTo(page, 'Settings');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit Northwind' }).click();
  await expect(keyField(page)).toBeVisible();
  await expectAccessible(page);
});

test('a conflict, a failure and a notice are accessible', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  releaseOn(demo, '2.2.1').status = 'DEPRECATED';
  await publishButton(page).click();
  await expect(editor(page).getByText('The server changed meanwhile')).toBeVisible();
  await expectAccessible(page);

  await editor(page).getByRole('button', { name: 'Keep all of mine' }).click();
  demo.faults.add({
    method: 'PUT',
    at: 'received',
    effect: { kind: 'answer', status: 404, details: 'Branch not found' },
  });
  await editor(page).getByRole('button', { name: 'Go on publishing' }).click();
  await expect(editor(page).getByText('The product has no such branch.')).toBeVisible();
  await expectAccessible(page);

  await editor(page).getByRole('button', { name: 'Discard draft' }).click();
  await expect(notices(page).getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectAccessible(page);
});

test('nothing moves for who wants no movement: no dialog, no notice, and not what is being sent', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  const answer = demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
  await openRelease(page, '2.2.1');
  await choose(page, 'Status', 'Deprecated');
  await saved(page);
  await publishButton(page).click();
  await answer.reached;
  await openRelease(page, '2.2.0');
  await choose(page, 'Status', 'Archived');
  await saved(page);
  await editor(page).getByRole('button', { name: 'Discard draft' }).click();
  await fileSection(page).getByRole('button', { name: 'Remove…' }).click();
  const dialog = page.locator('body > *').filter({ has: page.getByRole('alertdialog') });
  const notice = notices(page).filter({ hasText: 'Undo' });
  const strip = page.getByRole('region', { name: 'Sending' });
  for (const part of [dialog, notice, strip]) await expect(part).toBeVisible();

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (const part of [dialog, notice, strip]) expect(await movingIn(part)).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await movingIn(page.locator(':root'))).toEqual([]);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  demo.faults.resume();
});

/** What of a part of the page takes its time to change or to come, itself included: its class, and for how long. */
async function movingIn(part: Locator): Promise<string[]> {
  return part.evaluate((root) =>
    [root, ...root.querySelectorAll('*')].flatMap((element) =>
      ['', '::before', '::after'].flatMap((pseudo) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element, pseudo);
        const durations = `${transitionDuration}, ${animationDuration}`;
        return /[1-9]/.test(durations) ? [`${element.getAttribute('class')}${pseudo}: ${durations}`] : [];
      }),
    ),
  );
}

test('when something was is there to read without a pointer', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  const updated = editor(page).locator('time').first();
  await expect(updated).toHaveText(/ago, (\d+ \w+|\w+ \d+,) \d{4}$/);
  await expect(updated).toHaveAttribute('datetime', releaseOn(demo, '2.2.1').updatedAt);

  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Read again from the server' }).focus();
  await expect(page.getByRole('tooltip')).toHaveText(
    /Last read: (\d+ \w+|\w+ \d+,) \d{4} at \d{1,2}:\d\d:\d\d( [AP]M)?$/,
  );
});
