import type { Page } from '@playwright/test';
import {
  choose,
  editor,
  expectVerified,
  fileSection,
  openRelease,
  publishButton,
  saved,
} from '../../../test/e2e/person/editor.ts';
import { releaseRow } from '../../../test/e2e/person/list.ts';
import { releaseOn, teamOn } from '../../../test/e2e/person/server.ts';
import { goTo } from '../../../test/e2e/person/window.ts';
import { dropFiles, startDrag } from '../../../test/e2e/support/files.ts';
import { inTheDark } from '../in-the-dark.ts';
import { dark, small } from '../look.ts';
import { patience, see, seeNoMore } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

type Sending = Step<ServerScene>;

const sendingLine = (page: Page) => editor(page).getByText(/^Sending \d+%/);

const overRow: Sending = {
  name: 'A file is dragged over a row of the list',
  run: async (scene) => {
    await goTo(scene.page, 'Releases');
    const file = scene.folder.archive('ClaimsGuard-2.2.1.zip', 9);
    scene.drag = await startDrag(releaseRow(scene.page, '2.2.1'), [file]);
    await see(scene.page.locator('[data-drop="Replace the file of 2.2.1"]'));
  },
};

const onRow: Sending = {
  name: 'Dropped on the row, it opens the release',
  run: async ({ page, drag }) => {
    await drag?.drop();
    await see(fileSection(page).getByText(/^Replaces ClaimsGuard-2\.2\.1\.jar/));
    await saved(page);
  },
};

/** The system takes some megabytes more off the app's hands than the server has read by then. */
const beginning = 64 * 1024;

const underWay: Sending = {
  name: 'A part of it is sent',
  run: async ({ page, demo }) => {
    const pause = demo.faults.add({ method: 'PUT', at: 'body', bytes: beginning, effect: { kind: 'pause' } });
    await publishButton(page).click();
    await pause.reached;
    await see(sendingLine(page));
  },
};

const closeQuestion = (page: Page) => page.getByRole('alertdialog');

/** Electron's question is the system's, and in no picture; `stayed` hears it there too. */
const seeQuestion = async ({ app, page }: ServerScene): Promise<void> => {
  if (app.runtime === 'chromium') await see(closeQuestion(page).getByText('2.2.1 is still being published.'));
};

const closing: Sending = {
  name: 'Closing the window meanwhile is asked about',
  run: async (scene) => {
    await scene.app.clickClose();
    await seeQuestion(scene);
  },
};

const closingInTheDark: Sending = { name: `${closing.name}, in the dark`, look: dark, run: seeQuestion };

const stayed: Sending = {
  name: 'Who stays sees it go on',
  run: async ({ app, page }) => {
    const question = await app.answer('Stay');
    if (!question.includes('2.2.1 is still being published.')) throw new Error(`it was asked: ${question}`);
    await seeNoMore(closeQuestion(page));
    await see(sendingLine(page));
  },
};

const arrived: Sending = {
  name: 'All of it is sent and verified',
  run: async ({ page, demo }) => {
    demo.faults.resume();
    await expectVerified(page, patience);
  },
};

const copyNote = (page: Page) => editor(page).getByText(/The app has a copy and can put it back/);

const fileLost: Sending = {
  name: 'The server refuses the file and has lost the old one',
  run: async ({ page, demo, folder }) => {
    teamOn(demo).plan.storageMb = 1;
    await dropFiles(fileSection(page), [folder.archive('ClaimsGuard-2.2.1-fixed.zip', 2)]);
    await see(fileSection(page).getByText(/^Replaces ClaimsGuard-2\.2\.1\.zip/));
    await publishButton(page).click();
    await see(copyNote(page));
  },
};

const putBack: Sending = {
  name: 'The old file is put back',
  run: async ({ page, demo }) => {
    teamOn(demo).plan.storageMb = 100;
    await editor(page).getByRole('button', { name: 'Put the old file back' }).click();
    await expectVerified(page, patience);
  },
};

const conflict: Sending = {
  name: 'The same field was changed on the server',
  run: async ({ page, demo }) => {
    await openRelease(page, '2.1.0');
    await choose(page, 'Status', 'Archived');
    await editor(page).getByRole('textbox', { name: 'Value 1', exact: true }).fill('long-term');
    await saved(page);
    const release = releaseOn(demo, '2.1.0');
    release.status = 'DEPRECATED';
    for (const entry of release.metadata) if (entry.key === 'channel') entry.value = 'old';
    await publishButton(page).click();
    await see(editor(page).getByText('The server changed meanwhile'));
  },
};

const chosen: Sending = {
  name: 'Chosen and published',
  run: async ({ page }) => {
    await editor(page).getByRole('button', { name: 'Keep all of mine' }).click();
    await editor(page).getByRole('button', { name: 'Go on publishing' }).click();
    await expectVerified(page, patience);
  },
};

const waitingLine = (page: Page) => editor(page).getByText(/^Waiting for a free slot until \d\d:\d\d/);

const waiting: Sending = {
  name: 'Waiting for a free slot',
  run: async ({ page }) => {
    for (const version of ['2.0.10', '2.0.2']) {
      await openRelease(page, version);
      await choose(page, 'Status', 'Deprecated');
      await saved(page);
      await publishButton(page).click();
      await see(waitingLine(page));
    }
  },
};

const queue: Sending = {
  name: 'The queue with everything that was sent',
  run: async ({ page }) => {
    await goTo(page, 'Queue');
    const rows = page.getByRole('grid', { name: 'Queue' }).getByRole('row');
    await see(rows.filter({ hasText: '2.0.10' }).filter({ hasText: 'Waiting for a free slot' }));
    await see(rows.filter({ hasText: '2.1.0' }).filter({ hasText: 'Verified' }));
  },
};

/** A file on its way, and what can become of it: verified, refused with the old one lost, changed by others, waiting. */
export const sending: readonly Sending[] = [
  overRow,
  onRow,
  underWay,
  inTheDark(underWay, sendingLine),
  closing,
  closingInTheDark,
  stayed,
  arrived,
  fileLost,
  inTheDark(fileLost, copyNote),
  putBack,
  conflict,
  inTheDark(conflict, (page) => editor(page).getByText('The server changed meanwhile')),
  {
    name: 'The same field was changed on the server, in a small window',
    look: small,
    run: ({ page }) => see(editor(page).getByText('2 fields left to choose')),
  },
  chosen,
  waiting,
  inTheDark(waiting, waitingLine),
  queue,
  { ...queue, name: 'The queue in the dark', look: dark },
  { ...queue, name: 'The queue in a small window', look: small },
];
