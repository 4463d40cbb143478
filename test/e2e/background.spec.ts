import { expect, type Page } from '@playwright/test';
import type { FaultHandle } from '../../electron/demo/faults.ts';
import type { DemoServer } from '../../electron/demo/server.ts';
import { connect } from './person/connect.ts';
import { choose, editor, openRelease, publishButton, saved } from './person/editor.ts';
import { releaseOn } from './person/server.ts';
import { goTo } from './person/window.ts';
import { accessibilityProblems } from './support/accessibility.ts';
import { startSecondInstance } from './support/app.ts';
import { watchNotifications } from './support/notifications.ts';
import { test } from './support/test.ts';

test('closing the window during a batch asks, goes on without it, and shows it done to who comes back', async ({
  launch,
  demo,
  userData,
}, testInfo) => {
  const notifications = watchNotifications(testInfo.outputPath('notifications'));
  const app = await launch({ env: notifications.env });
  const hold = await publishTwo(await connect(app, demo), demo);

  await app.clickClose();
  const question = await app.answer('Go on in the background');
  expect(question).toContain('2 releases are still being published.');
  expect(question).toContain('What came of 2.2.1 is found out at the next start.');
  hold.resume();
  await expect.poll(() => releaseOn(demo, '2.2.0').status).toBe('DEPRECATED');
  if (app.runtime === 'chromium') {
    await expect.poll(notifications.shown).toContain('2 releases are published');
  }

  expect(await startSecondInstance(userData)).toBe(0);
  const { page } = await app.cameBack();
  await expect(page.getByRole('region', { name: 'Queue', exact: true })).toBeVisible();
  const jobs = page.getByRole('grid', { name: 'Queue' }).getByRole('row', { name: /Verified/ });
  await expect(jobs).toHaveCount(2);
  expect(app.output()).not.toMatch(/^(fatal|closing)/m);
});

test('staying leaves the window as it is, and the batch goes on in it', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const hold = await publishTwo(page, demo);

  await app.clickClose();
  await app.answer('Stay');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  hold.resume();
  await expect(editor(page).getByText(/^Verified /)).toBeVisible();
  expect(await app.closeWindow()).toBe(0);
});

test('quitting during a batch asks, and what was sent is found out at the next start', async ({
  launch,
  demo,
}) => {
  const app = await launch();
  const hold = await publishTwo(await connect(app, demo), demo);

  await app.chooseQuit();
  const question = await app.answer('Stay');
  expect(question).toContain('Quit while 2 releases are being published?');
  expect(question).toContain('The other one waits until then. Nothing is lost.');
  await app.chooseQuit();
  await app.answer('Quit');
  expect(await app.ended()).toBe(0);
  hold.resume();

  const { page } = await app.relaunch();
  await goTo(page, 'Queue');
  const jobs = page.getByRole('grid', { name: 'Queue' }).getByRole('row', { name: /Verified/ });
  await expect(jobs).toHaveCount(2, { timeout: 60_000 });
});

test('the end of the session is not held up by a question', async ({ launch, demo }) => {
  const app = await launch();
  await publishTwo(await connect(app, demo), demo);
  await app.clickClose();
  // Electron's question is the system's, not the page's.
  if (app.runtime === 'chromium') await expect(app.page.getByRole('alertdialog')).toBeVisible();
  expect(await app.quit()).toBe(0);
});

test('who always goes on in the background is not asked, and takes that back in the settings', async ({
  launch,
  demo,
  userData,
}) => {
  const app = await launch();
  const first = await publishTwo(await connect(app, demo), demo);
  await app.clickClose();
  await app.answer('Go on in the background', 'Always go on in the background');
  expect(await startSecondInstance(userData)).toBe(0);

  const again = await app.cameBack();
  await again.clickClose();
  expect(await startSecondInstance(userData)).toBe(0);
  const third = await again.cameBack();
  await goTo(third.page, 'Settings');
  expect(await accessibilityProblems(third.page)).toEqual([]);
  const always = third.page.getByRole('switch', { name: /Go on in the background/ });
  await expect(always).toBeChecked();
  await third.page.getByText('Go on in the background without asking').click();
  await expect(always).not.toBeChecked();
  await third.clickClose();
  await third.answer('Stay');
  first.resume();
  await third.quit();
});

test('a person who is needed is told while the window is closed, and the notification leads to the queue', async ({
  launch,
  demo,
}, testInfo) => {
  const notifications = watchNotifications(testInfo.outputPath('notifications'));
  const app = await launch({ env: notifications.env });
  test.skip(app.runtime === 'electron', 'the system’s notifications');
  const hold = await publishTwo(await connect(app, demo), demo);
  await app.clickClose();
  await app.answer('Go on in the background');
  releaseOn(demo, '2.2.0').status = 'ARCHIVED';
  hold.resume();

  await expect.poll(notifications.shown).toContain('2.2.0 needs you');
  expect(notifications.shown()).toContain('Somebody changed the same on the server');
  await notifications.click();
  const { page } = await app.cameBack();
  await expect(page.getByRole('grid', { name: 'Queue' }).getByRole('row', { name: /2\.2\.0/ })).toContainText(
    'Needs your choice',
  );
});

/** Publishes two releases; the first is held while it is being sent. */
async function publishTwo(page: Page, demo: DemoServer): Promise<FaultHandle> {
  for (const version of ['2.2.1', '2.2.0']) {
    await openRelease(page, version);
    await choose(page, 'Status', 'Deprecated');
    await saved(page);
  }
  const hold = demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
  await openRelease(page, '2.2.1');
  await publishButton(page).click();
  await hold.reached;
  await openRelease(page, '2.2.0');
  await publishButton(page).click();
  await expect(editor(page).getByRole('region', { name: 'Publishing 2.2.0' })).toBeVisible();
  return hold;
}
