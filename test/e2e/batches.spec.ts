import { expect, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import {
  batchItem,
  batchOfAll,
  batchPane,
  batchRow,
  batchRows,
  draftNotes,
  dragBehind,
  publishBatch,
  versionsInOrder,
} from './person/batch.ts';
import { connect, formFor, submitTeam } from './person/connect.ts';
import { chosenActions, draftGrid, draftRow, draftRows, mark } from './person/drafts.ts';
import { beginRelease, choose, openRelease, saved, versionField } from './person/editor.ts';
import { changesSent, releaseOn } from './person/server.ts';
import { chooseProduct, goTo, notices } from './person/window.ts';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/test.ts';

const versions = ['2.2.1', '2.2.0', '2.1.0', '2.0.1'] as const;

const queue = (page: Page) => page.getByRole('region', { name: 'Queue', exact: true });
const strip = (page: Page) => page.getByRole('region', { name: 'Sending' });
const queueRows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Queue' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
const undo = (page: Page) => notices(page).getByRole('button', { name: 'Undo' }).last();

/** The versions whose releases were sent, in the order in which they were. */
const sentVersions = (demo: DemoServer): string[] =>
  changesSent(demo).map(({ path }) => {
    const id = path.split('/').at(-1);
    return (
      [...(demo.state.teams.get(demo.teamId)?.releases.values() ?? [])].find((release) => release.id === id)
        ?.version ?? ''
    );
  });

test('a batch is put in order with the mouse and with keys, and goes out in that order', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await batchOfAll(page);
  expect(await versionsInOrder(page)).toEqual([...versions]);
  await expect(draftRow(page, '2.2.1')).toContainText('Batch 1');

  await batchPane(page).getByRole('button', { name: 'Move 2.1.0 up' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.1.0', '2.2.0', '2.0.1']);

  await batchRow(page, '2.0.1').click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.1.0', '2.0.1', '2.2.0']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.0.1', '2.1.0', '2.2.0']);

  await dragBehind(page, '2.2.1', '2.2.0');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.0.1', '2.1.0', '2.2.0', '2.2.1']);

  await publishBatch(page).click();
  await expect(queueRows(page).first()).toContainText('Batch 1');
  await expect(queueRows(page).first()).toContainText('4 of 4 verified');
  await expect(page.getByText('Select a job to see its release or dismiss it.')).toBeVisible();
  expect(sentVersions(demo)).toEqual(['2.0.1', '2.1.0', '2.2.0', '2.2.1']);
  await goTo(page, 'Drafts');
  await expect(page.getByText('No drafts')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Batches' })).toHaveCount(0);
  expect(app.pageErrors()).toEqual([]);
});

test('a better order is offered with its reasons, taken with one click, and taken back with another', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await renamed(page, '2.2.1', '2.2.0');
  await renamed(page, '2.2.0', '2.2.0-old');
  await batchOfAll(page);
  await expect(batchRow(page, '2.2.1')).toContainText('gives up the version 2.2.0 only after this one wants');
  await expect(publishBatch(page)).toBeDisabled();
  await expect(publishBatch(page)).toHaveAccessibleDescription(/^Stops at 2\.2\.1/);
  await expect(batchPane(page).getByText('Another order is better:')).toBeVisible();
  await expectAccessible(page);

  await batchPane(page).getByRole('button', { name: 'Use that order' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.2.1']);
  await expect(batchPane(page).getByText('Another order is better:')).toBeHidden();
  await expect(publishBatch(page)).toBeEnabled();

  await undo(page).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
  await batchPane(page).getByRole('button', { name: 'Use that order' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.2.1']);

  // What has been moved by hand since must not be undone with it.
  await batchPane(page).getByRole('button', { name: 'Move 2.2.1 up' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
  await undo(page).click();
  await expect(notices(page).getByText(/the batch has been changed since/)).toBeVisible();
  expect(await versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
  await batchPane(page).getByRole('button', { name: 'Move 2.2.0 up' }).click();
  await goTo(page, 'Releases');
  await renamed(page, '2.1.0', '2.1.0-old');
  await goTo(page, 'Drafts');
  await mark(page, '2.1.0');
  await chosenActions(page).getByRole('button', { name: 'Add to' }).click();
  await page.getByRole('menuitem', { name: 'Batch 1' }).click();
  await page.getByRole('button', { name: /^Batch 1/ }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.2.1', '2.1.0']);

  await publishBatch(page).click();
  await expect(queueRows(page).first()).toContainText('3 of 3 verified');
  expect(changesSent(demo).map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('two drafts of one new release become one, and two again', async ({ app, demo }) => {
  const page = await connect(app, demo);
  for (const status of ['Published', 'Deprecated']) {
    await goTo(page, 'Releases');
    await beginRelease(page);
    await versionField(page).fill('3.1.0');
    await choose(page, 'Status', status);
    await saved(page);
  }
  await batchOfAll(page);
  await expect(
    batchPane(page).getByText('1 release has several drafts that can be put together. Saves 1 slot.'),
  ).toBeVisible();
  await batchPane(page).getByRole('button', { name: 'Compact' }).click();
  await expect(batchRows(page)).toHaveCount(1);
  await expect(draftRows(page)).toHaveCount(1);

  await undo(page).click();
  await expect(batchRows(page)).toHaveCount(2);
  await expect(draftRows(page)).toHaveCount(2);
  await batchPane(page).getByRole('button', { name: 'Compact' }).click();
  await expect(batchRows(page)).toHaveCount(1);
  await publishBatch(page).click();
  await expect(queueRows(page).first()).toContainText('1 of 1 verified');
  expect(releaseOn(demo, '3.1.0').status).toBe('DEPRECATED');
});

test('whatever is done to a batch is what the keys undo, not what was done before it', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await goTo(page, 'Drafts');
  await mark(page, '2.2.1');
  await mark(page, '2.2.0');
  await chosenActions(page).getByRole('button', { name: 'New batch of 2' }).click();
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);

  await test.step('a draft that was moved', async () => {
    await batchPane(page).getByRole('button', { name: 'Move 2.2.0 up' }).click();
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.2.1']);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
    await expect(notices(page).getByText('2.2.0 is now 1 of 2.')).toBeVisible();
  });

  await test.step('its policy', async () => {
    await choosePolicy(page, 'Go on after a failure');
    await app.choose('undo');
    await expect(batchPane(page).getByRole('button', { name: /Stop at the first failure/ })).toBeVisible();
  });

  await test.step('a batch that was made of drafts of another one', async () => {
    await draftGrid(page).getByRole('checkbox', { name: 'Choose all drafts shown' }).check();
    await chosenActions(page).getByRole('button', { name: 'New batch of 4' }).click();
    await expect(batchRows(page)).toHaveCount(4);
    await draftGrid(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(batchItem(page, 'Batch 2')).toHaveCount(0);
    await expect(draftRows(page)).toHaveCount(4);
    await batchItem(page, 'Batch 1').click();
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
  });

  await test.step('drafts that were added', async () => {
    await mark(page, '2.1.0');
    await mark(page, '2.0.1');
    await chosenActions(page).getByRole('button', { name: 'Add to' }).click();
    await page.getByRole('menuitem', { name: 'Batch 1' }).click();
    await expect(batchItem(page, 'Batch 1')).toContainText('4 drafts');
    await draftGrid(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(batchItem(page, 'Batch 1')).toContainText('2 drafts');
    await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
    await expect(draftRows(page)).toHaveCount(4);
  });
});

test('what is taken out of a batch, and the batch itself, can be had back', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await batchOfAll(page);
  await batchPane(page).getByRole('button', { name: 'Rename the batch' }).click();
  await page.keyboard.type('Spring');
  await page.keyboard.press('Enter');
  await expect(batchPane(page).getByRole('heading', { name: 'Spring', exact: true })).toBeVisible();

  await batchRow(page, '2.2.0').click();
  await batchRow(page, '2.1.0').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.0.1']);
  await expect(batchItem(page, 'Spring')).toContainText('2 drafts');
  await undo(page).click();
  await expect.poll(() => versionsInOrder(page)).toEqual([...versions]);

  await choosePolicy(page, 'Go on after a failure');
  await batchPane(page).getByRole('button', { name: 'Remove batch' }).click();
  await expect(page.getByRole('region', { name: 'Batches' })).toHaveCount(0);
  await expect(draftRows(page)).toHaveCount(4);
  await undo(page).click();
  await expect(batchPane(page).getByRole('heading', { name: 'Spring' })).toBeVisible();
  await expect.poll(() => versionsInOrder(page)).toEqual([...versions]);
  await expect(batchPane(page).getByRole('button', { name: /Go on after a failure/ })).toBeVisible();

  for (const version of versions) {
    await batchPane(page)
      .getByRole('button', { name: `Take ${version} out of the batch` })
      .click();
  }
  await expect(batchPane(page).getByText('No drafts are left in this batch')).toBeVisible();
  await expectAccessible(page);
});

test('a batch goes with its drafts when they are discarded, and comes back with them', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await batchOfAll(page);
  const order = await versionsInOrder(page);
  await draftGrid(page).getByRole('checkbox', { name: 'Choose all drafts shown' }).check();
  await chosenActions(page).getByRole('button', { name: 'Discard 4 drafts' }).click();
  await expect(notices(page)).toContainText(
    '4 drafts are discarded.The batch “Batch 1” went with its last draft.',
  );
  await expect(page.getByText('No drafts', { exact: true })).toBeVisible();
  await expect(batchItem(page, 'Batch 1')).toHaveCount(0);

  await undo(page).click();
  await batchItem(page, 'Batch 1').click();
  expect(await versionsInOrder(page)).toEqual(order);
  expect(app.pageErrors()).toEqual([]);
});

test('a batch waits for slots as often as it has to, and says when it is done', async ({
  app,
  startDemo,
}) => {
  const demo = await startDemo({ limit: { requests: 3, windowMs: 8000 } });
  const page = await connectWithLimit(app.page, demo, 3, 8);
  await draftNotes(page, versions);
  await batchOfAll(page);
  await expect(batchPane(page).getByText('Waits once for slots')).toBeVisible();
  await publishBatch(page).click();

  const doneAbout = /^3 of 4 verified · done about \d{1,2}:\d\d( [AP]M)?, in under a minute/;
  await expect(queueRows(page).first().getByText(doneAbout)).toBeVisible();
  await expect(strip(page).getByText(/^Batch 1: 3 of 4 verified · done about/)).toBeVisible();
  await expect(queueRows(page).last()).toContainText(/Waiting for a free slot until .*~\d{1,2}:\d\d/);
  await queueRows(page).first().click();
  await expect(batchPane(page).getByText(doneAbout)).toBeVisible();
  await expectAccessible(page);

  await strip(page).getByRole('button', { name: 'Pause “Batch 1”' }).click();
  await expect(batchPane(page).getByText('3 of 4 verified · paused')).toBeVisible();
  await batchPane(page).getByRole('button', { name: 'Resume' }).click();
  await expect(batchPane(page).getByText('4 of 4 verified')).toBeVisible({ timeout: 20_000 });
  await expect(strip(page)).toContainText('Batch 1Published: all 4 are verified');
  expect(changesSent(demo).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('a batch of which a part is published and the rest cancelled counts both, and is not complete', async ({
  app,
  startDemo,
}) => {
  const demo = await startDemo({ limit: { requests: 3, windowMs: 600_000 } });
  const page = await connectWithLimit(app.page, demo, 3, 600);
  await draftNotes(page, versions);
  await batchOfAll(page);
  await publishBatch(page).click();
  await expect(queueRows(page).first()).toContainText('3 of 4 verified');
  await queueRows(page).first().click();
  await queue(page).getByRole('button', { name: 'Cancel the rest' }).click();

  await expect(queueRows(page).first()).toContainText('3 of 4 verified · 1 cancelled');
  await expect(queue(page).getByText('3 of 4 published · 1 cancelled')).toBeVisible();
  await expect(notices(page)).toContainText(
    '“Batch 1”: 1 release is cancelled; its draft stays in the batch.',
  );
  await expect(strip(page)).toContainText('Batch 13 verified, 1 cancelled');
  await expect(batchPane(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.75');
});

test('a batch stops at its first failure, and goes on when a person says so', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await batchOfAll(page);
  demo.faults.add({
    method: 'PUT',
    at: 'received',
    effect: { kind: 'answer', status: 404, details: 'Release not found', data: null },
  });
  await publishBatch(page).click();
  await expect(queueRows(page).first()).toContainText('0 of 4 verified · stopped at 2.2.1');
  await expect(notices(page).getByText(/“Batch 1” is stopped/)).toBeVisible();
  expect(changesSent(demo)).toHaveLength(1);

  await queueRows(page).first().click();
  await queue(page).getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(queueRows(page).first()).toContainText('3 of 4 verified · 1 needs you');
  await expect(strip(page)).toContainText('Batch 13 verified, 1 failed');
  await strip(page).getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { name: '2.2.1' })).toBeVisible();
  await strip(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(strip(page)).toBeHidden();
  await goTo(page, 'Drafts');
  await expect(batchItem(page, 'Batch 1')).toContainText('1 draft');
});

test('the rest of a batch is cancelled, and stays a batch', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await batchOfAll(page);
  await demo.stop();
  await publishBatch(page).click();
  await queueRows(page).first().click();
  await queue(page).getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(queueRows(page).last()).toContainText('Cancelled');
  await expect(queueRows(page).first()).toContainText('0 of 4 verified · 4 cancelled');
  await expect(notices(page)).toContainText(
    '“Batch 1”: 4 releases are cancelled; their drafts stay in the batch.',
  );
  await goTo(page, 'Drafts');
  await expect(batchItem(page, 'Batch 1')).toContainText('4 drafts');
  await batchItem(page, 'Batch 1').click();
  await expect(publishBatch(page)).toBeEnabled();
});

test('without a mouse: drafts are chosen, made a batch, put in order and published', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1', '2.2.0', '2.1.0']);
  await app.choose('show-drafts');
  await expect(draftRows(page)).toHaveCount(3);
  await app.choose('find');
  await expect(page.getByRole('searchbox', { name: 'Find a draft' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(draftGrid(page)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 of 3 chosen')).toBeVisible();
  await tabTo(page, 'New batch of 3');
  await page.keyboard.press('Enter');
  await expect(batchRows(page)).toHaveCount(3);

  await app.choose('next-pane');
  await tabTo(page, /^2\.2\.1/);
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.1.0', '2.2.0']);
  await expect(batchRow(page, '2.1.0')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.1', '2.2.0']);
  await tabTo(page, 'Publish 2 updates');
  await page.keyboard.press('Enter');
  await expect(queueRows(page).first()).toContainText('2 of 2 verified');
  expect(sentVersions(demo)).toEqual(['2.2.1', '2.2.0']);
});

test('a draft of a batch is dragged with keys as well: picked up, carried, let go', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1', '2.2.0', '2.1.0']);
  await batchOfAll(page);
  const dragged = page.locator('[role="row"][data-dragging]');
  /** Keys are heard from the frame on in which the first place to let go at has the focus. */
  const pickUp = async () => {
    await batchRow(page, '2.2.1').getByRole('button', { name: 'Drag 2.2.1' }).focus();
    await page.keyboard.press('Enter');
    await expect(dragged).toHaveCount(1);
    await expect(page.locator('[data-drop-target]')).not.toHaveCount(0);
  };
  await pickUp();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => versionsInOrder(page)).toEqual(['2.2.0', '2.1.0', '2.2.1']);

  await pickUp();
  await page.keyboard.press('Escape');
  await expect(dragged).toHaveCount(0);
  expect(await versionsInOrder(page)).toEqual(['2.2.0', '2.1.0', '2.2.1']);
  expect(app.pageErrors()).toEqual([]);
});

test('a batch of hundreds is scrolled through, and moved in from end to end', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await page.evaluate(async (count) => {
    const listed = await window.lukittu['connections.list']({});
    const connectionId = (listed.ok && listed.value[0]?.id) || '';
    const products = await window.lukittu['products.list']({ connectionId });
    const productId = (products.ok && products.value.items[0]?.id) || '';
    const draftIds: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const opened = await window.lukittu['drafts.open']({ connectionId, productId, releaseId: null });
      if (!opened.ok) throw new Error(opened.failure.message);
      const draftId = opened.value.draft.id;
      await window.lukittu['drafts.change']({ draftId, change: { fields: { version: `9.0.${n}` } } });
      draftIds.push(draftId);
    }
    await window.lukittu['batches.create']({ connectionId, name: 'Long', draftIds });
  }, 300);
  await goTo(page, 'Drafts');
  await batchItem(page, 'Long').click();
  await expect(batchRow(page, '9.0.0')).toBeVisible();
  expect(await batchRows(page).count()).toBeLessThan(60);
  await batchRow(page, '9.0.0').click();
  await page.keyboard.press('End');
  await expect(batchRow(page, '9.0.299')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(batchRow(page, '9.0.299')).toContainText('299');
  await expect(batchRow(page, '9.0.298')).toContainText('300');
  expect(app.pageErrors()).toEqual([]);
});

test('drafts that are chosen and a queue with a batch are accessible', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await draftNotes(page, versions);
  await goTo(page, 'Drafts');
  await draftRow(page, '2.2.0').locator('[data-mark]').click();
  await expectAccessible(page);
  await batchOfAll(page);
  await batchPane(page)
    .getByRole('button', { name: /Begin when I publish/ })
    .click();
  await page.getByRole('option', { name: 'Begin at a time' }).click();
  await expect(batchPane(page).getByLabel('Date and time')).toBeVisible();
  await expectAccessible(page);
  await publishBatch(page).click();
  await expect(queueRows(page).first()).toContainText(/^Batch 1begins at .*\d{1,2}:\d\d/);
  await queueRows(page).first().click();
  await expectAccessible(page);
  await queue(page).getByRole('button', { name: 'Begin now' }).click();
  await expect(queueRows(page).first()).toContainText('4 of 4 verified');
  await expectAccessible(page);
});

/** A draft that gives a release another version. */
async function renamed(page: Page, version: string, to: string): Promise<void> {
  await openRelease(page, version);
  await versionField(page).fill(to);
  await saved(page);
}

async function choosePolicy(page: Page, policy: string): Promise<void> {
  await batchPane(page)
    .getByRole('button', { name: /failure/ })
    .click();
  await page.getByRole('option', { name: policy }).click();
}

async function connectWithLimit(
  page: Page,
  demo: DemoServer,
  requests: number,
  seconds: number,
): Promise<Page> {
  await page.getByRole('button', { name: 'Limits of the server' }).click();
  await page.getByRole('spinbutton', { name: 'Requests' }).fill(String(requests));
  await page.getByRole('spinbutton', { name: 'In seconds' }).fill(String(seconds));
  await submitTeam(page, formFor(demo));
  await page.getByRole('button', { name: 'Open releases' }).click();
  await chooseProduct(page, 'Claims Guard');
  return page;
}

/** Goes on with the Tab key until something of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page
    .locator(':focus')
    .and(page.getByRole('button', { name }).or(page.getByRole('row', { name })));
  for (let stop = 0; stop < 40; stop += 1) {
    if ((await wanted.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not come to ${name}`);
}
