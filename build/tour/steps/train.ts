import type { Page } from '@playwright/test';
import { batchPane, batchRows, publishBatch } from '../../../test/e2e/person/batch.ts';
import { apply, bulkDialog, pick, previewRow } from '../../../test/e2e/person/bulk.ts';
import { formFor, submitTeam } from '../../../test/e2e/person/connect.ts';
import { chosenActions, draftGrid, draftRow } from '../../../test/e2e/person/drafts.ts';
import { listPane, makeButton, matchRow, openChooser } from '../../../test/e2e/person/matching.ts';
import { chooseProduct, goTo } from '../../../test/e2e/person/window.ts';
import { startDrag } from '../../../test/e2e/support/files.ts';
import { inTheDark } from '../in-the-dark.ts';
import { dark, small, takeOn, usual } from '../look.ts';
import { patience, see, seeNoMore } from '../see.ts';
import type { ServerScene } from '../server-scene.ts';
import type { Step } from '../tour.ts';

type Train = Step<ServerScene>;

/** The server's limit for this chapter: five updates have to wait once. */
export const shortLimit = { requests: 3, windowMs: 10_000 } as const;
const versions = ['2.2.1', '2.2.0', '2.1.0', '2.0.10', '2.0.2'] as const;
const newVersion = '2.5.0';
const fileOf = (version: string): string => `ClaimsGuard-${version}.jar`;

const queueRows = ({ page }: ServerScene) => page.getByRole('grid', { name: 'Queue' }).getByRole('row');

const away: Train = {
  name: 'On the train the network is gone',
  run: async (scene) => {
    const { app, page, demo, serverUrl } = scene;
    await page.getByRole('button', { name: 'Limits of the server' }).click();
    await page.getByLabel('Requests', { exact: true }).fill(String(shortLimit.requests));
    await page.getByLabel('In seconds', { exact: true }).fill(String(shortLimit.windowMs / 1000));
    await submitTeam(page, { ...formFor(demo), serverUrl });
    await page.getByRole('button', { name: 'Open releases' }).click();
    await chooseProduct(page, 'Claims Guard');
    await see(page.getByText('19 releases', { exact: true }));
    await scene.unplug();
    await app.choose('refresh');
    await see(page.getByText(/^Offline\. What is shown is from \d\d:\d\d\.$/));
  },
};

const listPromise = (page: Page) => listPane(page).getByText('Match 6 files to releases');

const dragged: Train = {
  name: 'Six files are dragged over the list',
  run: async (scene) => {
    const files = await Promise.all([...versions, newVersion].map(scene.folder.plugin));
    scene.drag = await startDrag(listPane(scene.page), files);
    await see(listPromise(scene.page));
  },
};

const seeMatches = async ({ page }: ServerScene): Promise<void> => {
  await see(matchRow(page, fileOf('2.2.1')).getByText('Sure'));
  await see(matchRow(page, fileOf(newVersion)));
};

const matched: Train = {
  name: 'Each file is matched to its release',
  run: async (scene) => {
    await scene.drag?.drop();
    await seeMatches(scene);
  },
};

const chooser = (page: Page) =>
  page.getByRole('dialog', { name: `Choose a release for ${fileOf(newVersion)}` });

const choosing: Train = {
  name: 'The release of a file is chosen by hand',
  run: async ({ page }) => {
    await openChooser(page, fileOf(newVersion));
    await see(chooser(page).getByRole('menuitem', { name: /^2\.2\.1 / }));
  },
};

const newRelease: Train = {
  name: 'A new release is named for a file',
  run: async ({ page }) => {
    await chooser(page).getByRole('searchbox').fill('2.5.0-rc.1');
    await chooser(page).getByRole('menuitem', { name: 'New release 2.5.0-rc.1…' }).click();
    await see(chooser(page).getByRole('textbox', { name: 'Version' }));
  },
};

const drafted: Train = {
  name: 'Six drafts',
  run: async ({ page }) => {
    await page.keyboard.press('Escape');
    await seeNoMore(chooser(page));
    await makeButton(page).click();
    await goTo(page, 'Drafts');
    await see(draftRow(page, '2.0.2'));
    await see(draftRow(page, newVersion));
  },
};

const changed: Train = {
  name: 'One change for all of them',
  run: async ({ page }) => {
    await draftGrid(page).getByRole('checkbox', { name: 'Choose all drafts shown' }).check();
    await chosenActions(page)
      .getByRole('button', { name: /^Change 6 drafts together/ })
      .click();
    await pick(page, 'What to change', 'Set metadata');
    await bulkDialog(page).getByRole('combobox', { name: 'Key' }).fill('api-version');
    await bulkDialog(page).getByRole('textbox', { name: 'Value' }).fill('1.22');
    await see(previewRow(page, '2.2.1'));
  },
};

const batched: Train = {
  name: 'A batch, played before it is sent',
  run: async ({ page }) => {
    await apply(page, 'Change 6 drafts');
    await chosenActions(page).getByRole('button', { name: 'New batch of 6' }).click();
    await see(batchRows(page).nth(5));
    await see(batchPane(page).getByText('Waits once for slots'));
  },
};

const queued: Train = {
  name: 'Published offline, the batch waits for the network',
  run: async (scene) => {
    await publishBatch(scene.page).click();
    await see(queueRows(scene).filter({ hasText: 'Waiting for the network' }));
  },
};

const answering: Train = {
  name: 'The network is back; the server is answering',
  run: async (scene) => {
    const { demo, page } = scene;
    const pause = demo.faults.add({ method: 'PUT', at: 'answer', nth: 2, effect: { kind: 'pause' } });
    await scene.plugIn();
    await pause.reached;
    await see(queueRows(scene).filter({ hasText: 'The server is working' }));
    await see(page.getByText(/ of 6 verified/));
  },
};

const killed: Train = {
  name: 'Killed in the middle and started again, it goes on',
  run: async (scene) => {
    await scene.crash();
    await takeOn(scene.page, usual); // it is another window
    scene.demo.faults.resume();
    await goTo(scene.page, 'Queue');
    await see(queueRows(scene).filter({ hasText: 'Waiting for a free slot until' }));
  },
};

const done: Train = {
  name: 'All six are verified, each sent once',
  run: async (scene) => {
    const { demo, page } = scene;
    await page
      .getByText('6 of 6 verified')
      .first()
      .waitFor({ timeout: 2 * patience });
    const sent = demo.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
    if (sent.length !== new Set(sent).size) throw new Error('a release was sent twice');
  },
};

const history: Train = {
  name: 'The history has them',
  run: async ({ page }) => {
    await goTo(page, 'History');
    const rows = page.getByRole('grid', { name: 'History' }).getByRole('row');
    await rows.filter({ hasText: '2.2.1' }).first().click();
    await see(page.getByText('What happened'));
  },
};

/** Many updates prepared without a network and published as one batch, across a wait for slots and a crash. */
export const train: readonly Train[] = [
  away,
  dragged,
  inTheDark(dragged, listPromise),
  matched,
  { name: 'Each file is matched to its release, in the dark', look: dark, run: seeMatches },
  choosing,
  inTheDark(choosing, chooser),
  newRelease,
  inTheDark(newRelease, chooser),
  drafted,
  changed,
  inTheDark(changed, (page) => previewRow(page, '2.2.1')),
  {
    name: 'One change for all of them, in a small window',
    look: small,
    run: ({ page }) => see(previewRow(page, '2.2.1')),
  },
  batched,
  { name: 'The batch in the dark', look: dark, run: ({ page }) => see(batchRows(page).nth(5)) },
  { name: 'The batch in a small window', look: small, run: ({ page }) => see(batchRows(page).first()) },
  queued,
  answering,
  killed,
  {
    name: 'The queue of a batch in the dark',
    look: dark,
    run: ({ page }) => see(page.getByText(/ of 6 verified/)),
  },
  done,
  history,
  inTheDark(history, (page) => page.getByText('What happened')),
];
