import type { Page } from '@playwright/test';
import { connect } from '../../../test/e2e/person/connect.ts';
import {
  choose,
  editor,
  expectVerified,
  fileSection,
  openRelease,
  publishButton,
  saved,
} from '../../../test/e2e/person/editor.ts';
import { chooseProduct, goTo } from '../../../test/e2e/person/window.ts';
import { dropFiles } from '../../../test/e2e/support/files.ts';
import { inTheDark } from '../in-the-dark.ts';
import { dark, small } from '../look.ts';
import { patience, see, seeNoMore } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

type Offline = Step<ServerScene>;

const offlineNote = /^Offline\. What is shown is from \d\d:\d\d\.$/;

const away: Offline = {
  name: 'The network goes away',
  run: async (scene) => {
    const { app, page, demo, serverUrl } = scene;
    await connect(app, { ...demo, origin: serverUrl });
    await see(page.getByText('19 releases', { exact: true }));
    await scene.unplug();
    await app.choose('refresh');
    await see(page.getByText(offlineNote));
    await see(page.getByText('19 releases', { exact: true }));
  },
};

const edited: Offline = {
  name: 'Offline, a file is dropped and fields are edited',
  run: async ({ page, folder }) => {
    await openRelease(page, '2.4.0');
    await dropFiles(fileSection(page), [await folder.plugin('2.4.0')]);
    await choose(page, 'Status', 'Published');
    await saved(page);
  },
};

const queued: Offline = {
  name: 'Published offline, it waits for the network',
  run: async ({ page }) => {
    await publishButton(page).click();
    await see(editor(page).getByText(/^Waiting for the network/));
  },
};

const neverReadNote = (page: Page) =>
  page.getByText('There is no network, and the releases of this product have not been read yet.');

const neverRead: Offline = {
  name: 'Offline, a product that was never read',
  run: async ({ page }) => {
    await page.getByRole('button', { name: /^Product: / }).click();
    await page.getByRole('menuitemradio', { name: 'Ledgerline CLI' }).click();
    await see(neverReadNote(page));
  },
};

const back: Offline = {
  name: 'The network is back, and the release verified',
  run: async (scene) => {
    const { app, page } = scene;
    await scene.plugIn();
    await app.choose('refresh');
    await chooseProduct(page, 'Claims Guard');
    await openRelease(page, '2.4.0');
    await expectVerified(page, patience);
    await seeNoMore(page.getByText(offlineNote));
  },
};

/** Without a network: what was last seen can be looked at, edited and queued, and goes out when it is back. */
export const offline: readonly Offline[] = [
  away,
  edited,
  queued,
  {
    name: 'Offline in the dark',
    look: dark,
    run: ({ page }) => see(page.getByText(offlineNote)),
  },
  {
    name: 'The queue offline in a small window',
    look: small,
    run: async ({ page }) => {
      await goTo(page, 'Queue');
      await see(page.getByText(/Waiting for the network/));
    },
  },
  {
    ...neverRead,
    run: async (scene) => {
      await goTo(scene.page, 'Releases');
      await neverRead.run(scene);
    },
  },
  inTheDark(neverRead, neverReadNote),
  back,
];
