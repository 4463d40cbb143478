import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.ts';
import { connect } from './person/connect.ts';
import { releaseOn } from './person/server.ts';
import { goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { type Installed, installAppImage } from './support/installed.ts';
import { test as base } from './support/test.ts';
import { addressOf, start, writePlan } from './support/without-window.ts';

const test = base.extend<{ feed: UpdateFeed; installed: Installed }>({
  feed: async ({}, use) => {
    const feed = await startUpdateFeed();
    await use(feed);
    await feed.close();
  },
  /** An AppImage that looks for its updates at the feed. */
  installed: async ({ feed }, use, testInfo) => {
    await use(installAppImage(testInfo.outputPath(), feed));
  },
});

test.skip(process.platform !== 'linux', 'the feed has AppImages');

const banner = (page: Page) => page.getByRole('region', { name: 'New version of the app' });
const notes = '### Added\n- Links to releases <b>and</b> plans\n- Batches that begin at a time';

test('a new version is found on demand, fetched when that is wanted, and started in the place of this one', async ({
  launch,
  demo,
  feed,
  installed,
}, testInfo) => {
  const mark = testInfo.outputPath('started');
  const script = `#!/bin/sh\n: > '${mark}'\n`;
  feed.offer({ version: '99.0.0', script, notes });
  const app = await launch({ env: installed.env });
  const page = await connect(app, demo);
  await app.choose('check-updates');

  await expect(banner(page).getByText('Lukittu Release Manager 99.0.0 is out.')).toBeVisible();
  await banner(page).getByRole('button', { name: 'What is new' }).click();
  // As text: nothing in it is markup.
  await expect(banner(page).getByText('• Links to releases <b>and</b> plans')).toBeVisible();
  await expectAccessible(page, 'what is new');
  expect(feed.asked).toEqual(['/latest-linux.yml']);

  await banner(page)
    .getByRole('button', { name: /^Download/ })
    .click();
  await expect(banner(page).getByText('Lukittu Release Manager 99.0.0 is ready.')).toBeVisible();
  await expectAccessible(page, 'a version that is ready');
  expect(readFileSync(installed.program, 'utf8')).toBe('#!/bin/sh\n');

  await banner(page).getByRole('button', { name: 'Restart to update' }).click();
  expect(await app.quit()).toBe(0);
  expect(readFileSync(installed.program, 'utf8')).toBe(script);
  await expect.poll(() => readable(mark)).toBe(true);
});

test('what was put off stays out of the way, and is put in place on quitting', async ({
  launch,
  demo,
  feed,
  installed,
}) => {
  const script = '#!/bin/sh\nexit 0\n';
  feed.offer({ version: '99.0.0', script });
  const app = await launch({ env: installed.env });
  const page = await connect(app, demo);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Check for updates…' }).click();
  await banner(page).getByRole('button', { name: 'Later' }).click();
  await expect(banner(page)).toBeHidden();

  await page.getByRole('button', { name: 'Check for updates…' }).click();
  await banner(page)
    .getByRole('button', { name: /^Download/ })
    .click();
  await expect(banner(page).getByText('It is installed when you quit.')).toBeVisible();
  await banner(page).getByRole('button', { name: 'Later' }).click();
  await expect(banner(page)).toBeHidden();
  expect(await app.closeWindow()).toBe(0);
  expect(readFileSync(installed.program, 'utf8')).toBe(script);
});

test('while a plan is published without a window, neither a restart nor quitting puts the new version in place', async ({
  launch,
  demo,
  userData,
  feed,
  installed,
}) => {
  feed.offer({ version: '99.0.0', script: '#!/bin/sh\nexit 0\n' });
  const app = await launch({ env: installed.env });
  const page = await connect(app, demo);
  await app.choose('check-updates');
  await banner(page)
    .getByRole('button', { name: /^Download/ })
    .click();
  const restart = banner(page).getByRole('button', { name: 'Restart to update' });
  await expect(restart).toBeEnabled();

  const publish = async (version: string) => {
    const answer = demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
    const plan = writePlan(join(userData, '..', 'plan'), demo, [releaseOn(demo, version)]);
    const run = start(['--publish', plan, ...addressOf(demo)], {
      ...installed.env,
      LUKITTU_API_KEY: demo.apiKey,
    });
    await answer.reached;
    return run;
  };
  const killed = await publish('2.2.0');
  await expect(restart).toBeDisabled();
  await expect(banner(page).getByText('Another run of the app is publishing')).toBeVisible();
  killed.child.kill('SIGKILL');
  await expect(restart).toBeEnabled();

  const run = await publish('2.1.0');
  expect(await app.closeWindow()).toBe(0);
  expect(readFileSync(installed.program, 'utf8')).toBe('#!/bin/sh\n');
  run.child.kill('SIGKILL');
  await run.ended;

  const next = await launch({ env: installed.env });
  await expect(
    next.page.getByText('Version 99.0.0 of the app was not put in place when you quit'),
  ).toBeVisible();
  await expectAccessible(next.page, 'a notice of the start');
});

test('a download can be stopped, and one that fails can be tried again', async ({
  launch,
  demo,
  feed,
  installed,
}) => {
  feed.offer({ version: '99.0.0', script: '#!/bin/sh\n# new\n' });
  const app = await launch({ env: installed.env });
  const page = await connect(app, demo);
  await app.choose('check-updates');
  feed.fail('stalled');
  await banner(page)
    .getByRole('button', { name: /^Download/ })
    .click();
  await feed.stalled();
  await expect(banner(page).getByRole('progressbar')).toBeVisible();
  await expectAccessible(page, 'a download');
  await banner(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(banner(page).getByText('Lukittu Release Manager 99.0.0 is out.')).toBeVisible();

  feed.fail('other-file');
  await banner(page)
    .getByRole('button', { name: /^Download/ })
    .click();
  await expect(banner(page).getByRole('alert')).toContainText('what came is not what was released');
  await expectAccessible(page, 'a download that failed');
  feed.fail('nothing');
  await banner(page).getByRole('button', { name: 'Try again' }).click();
  await expect(banner(page).getByText('Lukittu Release Manager 99.0.0 is ready.')).toBeVisible();
  expect(app.pageErrors()).toEqual([]);
});

test('who asks is told: nothing newer, nowhere to look, not for this copy', async ({
  launch,
  demo,
  feed,
  installed,
}) => {
  feed.offer({ version: '0.0.1', script: '' });
  const app = await launch({ env: installed.env });
  const page = await connect(app, demo);
  await app.choose('check-updates');
  await expect(notices(page).getByText(/^Lukittu Release Manager .* is the newest version\.$/)).toBeVisible();
  feed.fail('missing');
  await app.choose('check-updates');
  await expect(
    notices(page).getByText('Whether there is a newer version could not be found out.'),
  ).toBeVisible();
  await app.quit();

  const plain = await launch();
  await plain.page.getByRole('heading', { name: 'Releases of Claims Guard' }).waitFor({ state: 'attached' });
  await plain.choose('check-updates');
  await expect(
    notices(plain.page).getByText('This copy was not installed, so it is not updated.'),
  ).toBeVisible();
});

function readable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
