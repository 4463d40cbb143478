import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import { addLicense, type DemoRelease } from '../../electron/demo/state.ts';
import { jarOf } from '../support/jars.ts';
import { build, noise } from './person/artifacts.ts';
import { connect, connectionsOf } from './person/connect.ts';
import {
  addMetadata,
  beforePublishing,
  beginRelease,
  choose,
  chooseLicenses,
  editor,
  fileSection,
  openRelease,
  publishButton,
  saved,
  setLatest,
  versionField,
} from './person/editor.ts';
import { releaseRow } from './person/list.ts';
import { changesSent, productOn, releaseOn, teamOn } from './person/server.ts';
import { chooseProduct, notices } from './person/window.ts';
import type { App } from './support/app.ts';
import { dropFiles } from './support/files.ts';
import { test } from './support/test.ts';

interface Given {
  app: App;
  page: Page;
  demo: DemoServer;
  testInfo: TestInfo;
}

interface Case {
  /** What is wrong with the draft. */
  wrong: string;
  says: RegExp;
  /** How the server stands before the person connects. */
  server?: (demo: DemoServer) => void;
  /** What the person does. */
  does: (given: Given) => Promise<void>;
}

/**
 * Every rule of `electron/publish/preflight/` that blocks and that a person can run into. Ids that are malformed
 * or in capitals, and licenses given twice, cannot be made in the window: the unit tests have those.
 */
const cases: readonly Case[] = [
  {
    wrong: 'a new release without a version',
    says: /The release needs a version/,
    does: async ({ page }) => {
      await beginRelease(page);
      await choose(page, 'Status', 'Published');
    },
  },
  {
    wrong: 'a version with a space in it',
    says: /The version has white space in it/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await versionField(page).fill('2.2.1 beta');
    },
  },
  {
    wrong: 'a version that is too short',
    says: /The version needs at least 3 characters/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await versionField(page).fill('2');
    },
  },
  {
    wrong: 'a version that is too long',
    says: /The version has 256 characters/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await versionField(page).fill('2'.repeat(256));
    },
  },
  {
    wrong: 'a version another release has',
    says: /There is already a release 2\.3\.0 without a branch/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await versionField(page).fill('2.3.0');
    },
  },
  {
    wrong: 'a version another release of the chosen branch has',
    says: /There is already a release 2\.3\.0 in the branch dev/,
    does: async ({ page }) => {
      await openRelease(page, '2.3.0');
      await choose(page, 'Branch', 'dev');
    },
  },
  {
    wrong: 'an empty metadata entry',
    says: /A metadata entry is empty/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, '', '');
    },
  },
  {
    wrong: 'metadata without a key',
    says: /The metadata value “yes” has no key/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, '', 'yes');
    },
  },
  {
    wrong: 'metadata without a value',
    says: /The metadata “changelog” has no value/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, 'changelog', '');
    },
  },
  {
    wrong: 'a metadata key that is too long',
    says: /The key of the metadata “k+…” has 256 characters/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, 'k'.repeat(256), 'yes');
    },
  },
  {
    wrong: 'a metadata value that is too long',
    says: /The value of the metadata “changelog” has 256 characters/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, 'changelog', 'v'.repeat(256));
    },
  },
  {
    wrong: 'more metadata than the server takes, together with what others added',
    says: /There are 21 metadata entries; the server takes up to 20/,
    server: (demo) => fillMetadata(releaseOn(demo, '2.2.1'), 19),
    does: async ({ page, app, demo }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, 'mine', 'yes');
      await expect(editor(page).getByRole('button', { name: 'Add entry' })).toBeDisabled();
      await saved(page);
      fillMetadata(releaseOn(demo, '2.2.1'), 20);
      await app.choose('refresh');
    },
  },
  {
    wrong: 'more licenses than the server takes',
    says: /restricted to 31 licenses; the server takes up to 30/,
    server: (demo) => {
      const productIds = [productOn(demo).id];
      const added = Array.from({ length: 30 }, () => addLicense(teamOn(demo), { productIds }).id);
      releaseOn(demo, '2.2.1').licenseIds = added;
    },
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await chooseLicenses(page, ['Aino Virtanen']);
    },
  },
  {
    wrong: 'licenses together with latest',
    says: /restricted to licenses cannot be the latest/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await setLatest(page, true);
      await chooseLicenses(page, ['Aino Virtanen', 'Kofi Mensah']);
    },
  },
  {
    wrong: 'licenses on the latest release, which is to lose “latest” at the same time',
    says: /Take “latest” away first, then publish again with the licenses/,
    does: async ({ page }) => {
      await openRelease(page, '2.3.0');
      await setLatest(page, false);
      await chooseLicenses(page, ['Aino Virtanen']);
    },
  },
  {
    wrong: 'a branch of another product',
    says: /belongs to another product/,
    does: async ({ page, demo }) => {
      await chooseProduct(page, 'Northwind Economy');
      await expect(releaseRow(page, '1.4.0-dev.2', 'dev')).toBeVisible();
      await chooseProduct(page, 'Claims Guard');
      await openRelease(page, '2.2.1');
      const { id: elsewhere } = productOn(demo, 'Northwind Economy');
      const branch = [...teamOn(demo).branches.values()].find(({ productId }) => productId === elsewhere);
      await useBranch(page, branch?.id ?? '', 'dev of another');
    },
  },
  {
    wrong: 'a metadata value with a character that many databases cannot keep',
    says: /The value of the metadata “channel” has U\+0000 in it/,
    does: async ({ page }) => {
      await openRelease(page, '2.2.1');
      await addMetadata(page, 'channel', 'be\0ta');
    },
  },
  {
    wrong: 'a file without an extension',
    says: /The name ClaimsGuard has no extension.* after deleting ClaimsGuard-2\.2\.1\.jar/,
    does: async ({ page, testInfo }) => {
      await openRelease(page, '2.2.1');
      await drop(page, testInfo, 'ClaimsGuard', noise(100, 'x'));
    },
  },
  {
    wrong: 'a file over the limit of the connection',
    says: /is over the limit of 10\sMB/,
    does: async ({ page, testInfo }) => {
      await openRelease(page, '2.2.1');
      await drop(page, testInfo, 'ClaimsGuard.zip', Buffer.alloc(10 * 1024 * 1024 + 1));
    },
  },
  {
    wrong: 'a jar without a plugin.yml',
    says: /ClaimsGuard\.jar cannot be used: .*plugin\.yml.* after deleting ClaimsGuard-2\.2\.1\.jar/,
    does: async ({ page, testInfo }) => {
      await openRelease(page, '2.2.1');
      await drop(
        page,
        testInfo,
        'ClaimsGuard.jar',
        await jarOf({ 'META-INF/MANIFEST.MF': 'Main-Class: a.B\n' }),
      );
    },
  },
  {
    wrong: 'a jar whose plugin.yml names no main class',
    says: /ClaimsGuard\.jar cannot be used: .*main/,
    does: async ({ page, testInfo }) => {
      await openRelease(page, '2.2.1');
      await drop(page, testInfo, 'ClaimsGuard.jar', await jarOf({ 'plugin.yml': 'name: ClaimsGuard\n' }));
    },
  },
  {
    wrong: 'a jar that is no ZIP',
    says: /ClaimsGuard\.jar cannot be used: /,
    does: async ({ page, testInfo }) => {
      await openRelease(page, '2.2.1');
      await drop(page, testInfo, 'ClaimsGuard.jar', noise(4000, 'no zip'));
    },
  },
  {
    wrong: 'an artifact whose copy is gone from the vault',
    says: /The app’s copy of ClaimsGuard\.zip is gone or was altered/,
    does: async ({ app, page, testInfo }) => {
      await openRelease(page, '2.2.1');
      await drop(page, testInfo, 'ClaimsGuard.zip', noise(4000, 'gone'));
      const vault = join(app.userData, 'artifacts');
      for (const name of readdirSync(vault)) rmSync(join(vault, name), { recursive: true });
      await choose(page, 'Status', 'Deprecated');
    },
  },
];

for (const { wrong, says, server, does } of cases) {
  test(`is not published, and the reason is said: ${wrong}`, async ({ app, demo }, testInfo) => {
    server?.(demo);
    const page = await connect(app, demo);
    await does({ app, page, demo, testInfo });

    const said = editor(page).getByRole('listitem').filter({ hasText: says });
    await expect(said).toHaveCount(1);
    await expect(said).toContainText('Problem');
    await expect(beforePublishing(page)).toContainText(/\d problems?:/);
    await expect(publishButton(page)).toBeDisabled();
    await expect(publishButton(page)).toHaveAccessibleDescription(/Solve the problems first/);
    await app.choose('publish');
    await expect(notices(page).getByText('Solve the problems first')).toBeVisible();
    expect(await refusalOfPublishing(page)).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
    expect(changesSent(demo)).toEqual([]);
  });
}

test('the footer tells how many findings there are and leads to each, from the comparison, too', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.2.1 beta');
  await addMetadata(page, '', '');
  await expect(beforePublishing(page)).toHaveText('2 problems:VersionMetadata1 warning:File');

  await beforePublishing(page).getByRole('button', { name: 'Version: go to the problem' }).click();
  await expect(versionField(page)).toBeFocused();

  await editor(page).getByRole('radio', { name: 'Compare' }).click();
  await beforePublishing(page).getByRole('button', { name: 'Metadata: go to the problem' }).click();
  const says = editor(page).getByText(/A metadata entry is empty/);
  await expect(says).toBeInViewport();
  await expect(editor(page).locator('#part-metadata :focus')).toBeVisible();
});

/** What the main process says to a page that would publish the draft all the same. */
async function refusalOfPublishing(page: Page): Promise<string[]> {
  const [connection] = await connectionsOf(page);
  return page.evaluate(async (connectionId) => {
    const drafts = await window.lukittu['drafts.list']({ connectionId });
    const draftId = drafts.ok ? (drafts.value[0]?.id ?? '') : '';
    const answer = await window.lukittu['jobs.publish']({ draftId });
    return answer.ok ? [] : answer.failure.fields.map(({ message }) => message);
  }, connection?.id ?? '');
}

async function useBranch(page: Page, id: string, name: string): Promise<void> {
  await choose(page, 'Branch', 'Another branch by its ID…');
  const dialog = page.getByRole('dialog', { name: 'Use another branch' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Branch ID' })).toBeFocused();
  await expect(dialog.getByText('Paste the branch’s ID.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Branch ID' }).fill(id);
  await dialog.getByRole('button', { name: 'Use branch' }).click();
  await expect(dialog).toBeHidden();
}

async function drop(page: Page, testInfo: TestInfo, name: string, bytes: Buffer): Promise<void> {
  await dropFiles(fileSection(page), [build(testInfo, name, bytes).path]);
  await expect(fileSection(page).getByText(/^Replaces /)).toBeVisible();
}

function fillMetadata(release: DemoRelease, count: number): void {
  const { createdAt, updatedAt } = release;
  while (release.metadata.length < count) {
    const key = `entry ${release.metadata.length}`;
    release.metadata.push({
      id: `metadata ${key}`,
      key,
      value: 'theirs',
      locked: false,
      createdAt,
      updatedAt,
    });
  }
}

test('a version that others took while the draft waited is found before it is sent', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.6.0');
  await saved(page);
  releaseOn(demo, '2.2.0').version = '2.6.0';

  await publishButton(page).click();

  await expect(editor(page).getByText('Stopped by a check')).toBeVisible();
  await expect(
    editor(page)
      .getByText(/There is already a release 2\.6\.0/)
      .first(),
  ).toBeVisible();
  expect(changesSent(demo)).toEqual([]);
});

test('what others did meanwhile is checked as well, before anything is sent', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await chooseLicenses(page, ['Aino Virtanen']);
  await saved(page);
  releaseOn(demo, '2.3.0').latest = false;
  releaseOn(demo, '2.2.1').latest = true;

  await publishButton(page).click();

  await expect(editor(page).getByText('Stopped by a check')).toBeVisible();
  await expect(
    editor(page)
      .getByText(/restricted to licenses cannot be the latest/)
      .first(),
  ).toBeVisible();
  expect(changesSent(demo)).toEqual([]);
  expect(releaseOn(demo, '2.2.1').licenseIds).toEqual([]);
});

test('a fix that is offered mends the draft with one click', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.2 .9');

  await editor(page).getByRole('button', { name: 'Remove the white space' }).click();

  await expect(versionField(page)).toHaveValue('2.2.9');
  await expect(publishButton(page)).toBeEnabled();
});

test('a text that is too long is not pasted in part: that is said, and what stood there stays', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await page.evaluate(() => navigator.clipboard.writeText('9'.repeat(1_000_000)));
  await versionField(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  const refusal = editor(page).getByText(
    /^Not pasted: it has 1,000,000 characters, and “Version” takes up to 255/,
  );
  await expect(refusal).toBeVisible();
  await expect(versionField(page)).toHaveAccessibleDescription(/^Not pasted/);
  await expect(versionField(page)).toHaveValue('2.2.1');
  await expect(publishButton(page)).toBeDisabled();

  await versionField(page).fill('2.2.2');
  await expect(refusal).toBeHidden();
  await expect(publishButton(page)).toBeEnabled();
});

test('a text of many lines leaves what changes its few', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('9'.repeat(2000));
  const change = editor(page).locator('dl > div').filter({ hasText: 'Version' });
  await expect(change).toContainText('999');
  expect((await change.boundingBox())?.height).toBeLessThan(120);
});
