import { expect, type Page, type TestInfo } from '@playwright/test';
import { lostAnswer, storageDown } from '../../electron/demo/faults.ts';
import type { DemoServer } from '../../electron/demo/server.ts';
import { type BuiltFile, build, noise } from './person/artifacts.ts';
import { connect } from './person/connect.ts';
import { editor, expectVerified, fileSection, openRelease, publish, publishButton } from './person/editor.ts';
import { changesSent, holds, releaseOn, teamOn } from './person/server.ts';
import { notices } from './person/window.ts';
import { dropFiles } from './support/files.ts';
import { test } from './support/test.ts';

const megabyte = 1024 * 1024;

test('an upload that is cancelled half-way leaves the release as it was, and can be sent later', async ({
  app,
  demo,
}, testInfo) => {
  const { page, before, file } = await readyToUpload(await connect(app, demo), demo, testInfo);
  const halfWay = demo.faults.add({ method: 'PUT', at: 'body', bytes: megabyte, effect: { kind: 'pause' } });

  await publishButton(page).click();
  await halfWay.reached;
  const progress = editor(page).getByRole('progressbar', { name: 'Publishing 2.2.1' });
  await expect(progress).toHaveAttribute('aria-valuetext', /^Sending \d+%/);
  await editor(page).getByRole('button', { name: 'Cancel', exact: true }).click();

  await expect(editor(page).getByText('Nothing was changed on the server. The draft is kept.')).toBeVisible();
  demo.faults.clear();
  await demo.settled();
  expect(releaseOn(demo, '2.2.1')).toEqual(before.release);
  expect(holds(demo, releaseOn(demo, '2.2.1'), before.bytes)).toBe(true);
  expect(changesSent(demo)).toMatchObject([{ applied: false }]);

  await publish(page);
  expect(holds(demo, releaseOn(demo, '2.2.1'), file.bytes)).toBe(true);
});

test('when the server goes away in mid-upload and comes back, the release is sent once more and verified', async ({
  app,
  demo,
}, testInfo) => {
  const { page, before, file } = await readyToUpload(await connect(app, demo), demo, testInfo);
  const halfWay = demo.faults.add({ method: 'PUT', at: 'body', bytes: megabyte, effect: { kind: 'pause' } });

  await publishButton(page).click();
  await halfWay.reached;
  await demo.stop();
  await expect(
    editor(page)
      .getByText(/^Trying again/)
      .first(),
  ).toBeVisible();
  expect(releaseOn(demo, '2.2.1')).toEqual(before.release);
  halfWay.remove();
  await demo.start();

  await expectVerified(page, 40_000);
  expect(changesSent(demo).map(({ applied }) => applied)).toEqual([false, true]);
  expect(holds(demo, releaseOn(demo, '2.2.1'), file.bytes)).toBe(true);
});

test('when the answer is lost the release is read, found as it was meant, and not sent again', async ({
  app,
  demo,
}, testInfo) => {
  const { page, file } = await readyToUpload(await connect(app, demo), demo, testInfo);
  demo.faults.add({ method: 'PUT', ...lostAnswer });

  await publish(page);

  expect(changesSent(demo)).toMatchObject([{ applied: true, outcome: 'dropped' }]);
  expect(holds(demo, releaseOn(demo, '2.2.1'), file.bytes)).toBe(true);
});

test('a refused upload that has cost the old file says so, once, and the app puts its copy back', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  const old = await readyToLose(page, demo, testInfo);
  await publishButton(page).click();

  await expect(editor(page).getByText(/has no room left for files of this team/)).toBeVisible();
  await expect(editor(page).getByText(/The release lost its file, ClaimsGuard-2\.4\.0\.zip/)).toBeVisible();
  await expect(notices(page).getByText(/^The server has lost/)).toHaveCount(0);
  expect(releaseOn(demo, '2.4.0').file).toBeNull();

  teamOn(demo).plan.storageMb = 1024;
  await editor(page).getByRole('button', { name: 'Put the old file back' }).click();
  await expect.poll(() => holds(demo, releaseOn(demo, '2.4.0'), old.bytes)).toBe(true);
});

test('that a file was lost is told over whatever else is looked at, until it is put back', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  await readyToLose(page, demo, testInfo);
  const { reached, resume } = demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
  await publishButton(page).click();
  await reached;
  await openRelease(page, '2.2.1');
  resume();
  const notice = notices(page).getByText(/^The server has lost ClaimsGuard-2\.4\.0\.zip/);
  await expect(notice).toBeVisible();

  teamOn(demo).plan.storageMb = 1024;
  await openRelease(page, '2.4.0');
  await editor(page).getByRole('button', { name: 'Put the old file back' }).click();
  await expect(notice).toBeHidden();
});

/** A release whose stored file the server will delete before it refuses the one that is dropped on it. */
async function readyToLose(page: Page, demo: DemoServer, testInfo: TestInfo): Promise<BuiltFile> {
  await openRelease(page, '2.4.0');
  const old = build(testInfo, 'ClaimsGuard-2.4.0.zip', noise(200_000, 'old'));
  await dropFiles(fileSection(page), [old.path]);
  await publish(page);
  // The quota is looked at only after the old file was deleted (docs/lukittu.md, step 15).
  teamOn(demo).plan.storageMb = 0;
  const next = build(testInfo, 'ClaimsGuard-2.4.0-hotfix.zip', noise(300_000, 'next'));
  await dropFiles(fileSection(page), [next.path]);
  await expect(fileSection(page).getByText(/^Replaces ClaimsGuard-2\.4\.0\.zip/)).toBeVisible();
  return old;
}

test('a publishing that is cancelled after it has cost the old file says so, and still puts it back', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.4.0');
  const old = build(testInfo, 'ClaimsGuard-2.4.0.zip', noise(200_000, 'old'));
  await dropFiles(fileSection(page), [old.path]);
  await publish(page);
  const storage = demo.faults.add({ method: 'PUT', times: 'always', ...storageDown });
  const next = build(testInfo, 'ClaimsGuard-2.4.0-hotfix.zip', noise(300_000, 'next'));
  await dropFiles(fileSection(page), [next.path]);
  await expect(fileSection(page).getByText(/^Replaces ClaimsGuard-2\.4\.0\.zip/)).toBeVisible();
  await publishButton(page).click();
  const lost = editor(page).getByText(/The release lost its file, ClaimsGuard-2\.4\.0\.zip/);
  await expect(lost).toBeVisible();

  await editor(page).getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(editor(page).getByText('Cancelled.')).toBeVisible();
  await expect(lost).toBeVisible();
  await expect(editor(page).getByText('Nothing was changed on the server.')).toBeHidden();

  storage.remove();
  await editor(page).getByRole('button', { name: 'Put the old file back' }).click();
  await expect.poll(() => holds(demo, releaseOn(demo, '2.4.0'), old.bytes)).toBe(true);
});

/** A release with a large file dropped on it, and how it stands on the server. */
async function readyToUpload(
  page: Page,
  demo: DemoServer,
  testInfo: TestInfo,
): Promise<{ page: Page; file: BuiltFile; before: { release: object; bytes: Buffer } }> {
  const release = releaseOn(demo, '2.2.1');
  const before = {
    release: structuredClone(release),
    bytes: demo.object(release.file?.key ?? '') ?? Buffer.alloc(0),
  };
  const file = build(testInfo, 'ClaimsGuard.zip', noise(9 * megabyte, testInfo.title));
  await openRelease(page, '2.2.1');
  await dropFiles(fileSection(page), [file.path]);
  await expect(fileSection(page).getByText(/^Replaces ClaimsGuard-2\.2\.1\.jar/)).toBeVisible();
  return { page, file, before };
}
