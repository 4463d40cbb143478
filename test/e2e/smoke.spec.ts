import { expect } from '@playwright/test';
import { build, pluginJar } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import { fileSection, openRelease, publish } from './person/editor.ts';
import { releaseRows } from './person/list.ts';
import { holds, releaseOn } from './person/server.ts';
import { goTo } from './person/window.ts';
import { dropFiles } from './support/files.ts';
import { test } from './support/test.ts';

/** What has to work in every package: `npm run package:check` runs this with what it has packed. */
test('a person connects, drops a file, publishes it, and finds team and key again after a restart', async ({
  launch,
  demo,
}, testInfo) => {
  const first = await launch();
  const page = await connect(first, demo);
  const jar = build(testInfo, 'ClaimsGuard-2.4.0.jar', await pluginJar('2.4.0'));
  await openRelease(page, '2.4.0');
  await dropFiles(fileSection(page), [jar.path]);
  await expect(fileSection(page).getByText('dev.northwind.claims.ClaimsPlugin')).toBeVisible();
  await publish(page);
  expect(holds(demo, releaseOn(demo, '2.4.0'), jar.bytes)).toBe(true);
  expect(first.pageErrors()).toEqual([]);

  const { page: again } = await first.relaunch();
  await expect(again.getByRole('heading', { name: 'Releases of Claims Guard' })).toBeAttached();
  await goTo(again, 'Settings');
  await expect(again.getByText(`•••• ${demo.apiKey.slice(-4)}, in the system’s keyring`)).toBeVisible();
});

test('the demo team runs inside the app', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Explore the demo team' }).click();
  await page.getByRole('button', { name: 'Open releases' }).click();
  await expect(releaseRows(page).first()).toBeVisible();
  expect(app.pageErrors()).toEqual([]);
});
