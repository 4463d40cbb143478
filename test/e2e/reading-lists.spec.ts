import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type JSHandle, type Locator, type Page } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import { draftNotes, publishBatch } from './person/batch.ts';
import { apply, bulkDialog, openChange, pick } from './person/bulk.ts';
import { connect, formFor, submitTeam } from './person/connect.ts';
import { chosenActions, draftGrid, draftRows } from './person/drafts.ts';
import { choose, openRelease, publish, saved } from './person/editor.ts';
import { releaseRow, releaseRows } from './person/list.ts';
import { chooseProduct, goTo } from './person/window.ts';
import type { App } from './support/app.ts';
import { test } from './support/test.ts';

const queueGrid = (page: Page) => page.getByRole('grid', { name: 'Queue' });
const strip = (page: Page) => page.getByRole('region', { name: 'Sending' });

/** The least a list was since it is watched. */
interface Least {
  rows: number;
  scrolled: number;
  /** Whether it had the focus all the while, and the window its line of what is being sent. */
  focused: boolean;
  sending: boolean;
}

/** Looks at a list whenever the page has become another, drawn or not. */
function watch(grid: Locator): Promise<JSHandle<Least>> {
  return grid.evaluateHandle((watched) => {
    const least = {
      rows: Number.POSITIVE_INFINITY,
      scrolled: watched.scrollTop,
      focused: true,
      sending: true,
    };
    const look = (): void => {
      least.rows = Math.min(
        least.rows,
        watched.isConnected ? watched.querySelectorAll('[data-key]').length : 0,
      );
      least.scrolled = Math.min(least.scrolled, watched.scrollTop);
      least.focused &&= document.activeElement === watched;
      least.sending &&= document.querySelector('[data-pane="sending"]') !== null;
    };
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return least;
  });
}

/** Reads the list that is shown again, and waits until that has been answered. */
async function refresh({ page, choose: command }: App, list: 'drafts.list' | 'jobs.list'): Promise<void> {
  await command('refresh');
  await expect(page.getByText('Reading again.')).toBeAttached();
  // Answers come in the order of the questions.
  const answered = await page.evaluate(async (name) => {
    const teams = await window.lukittu['connections.list']({});
    const [team] = teams.ok ? teams.value : [];
    const connectionId = team?.id ?? '';
    return name === 'jobs.list'
      ? await window.lukittu[name]({ connectionId })
      : await window.lukittu[name]({ connectionId, count: 100 });
  }, list);
  expect(answered.ok && answered.value.length).toBeGreaterThan(0);
}

test('drafts and the queue stay as they are while they are read again: rows, focus, and how far they are scrolled', async ({
  app,
  demo,
}) => {
  const page = await connect(app, demo);
  await page.setViewportSize({ width: 900, height: 600 });
  await releaseRow(page, '2.2.1').locator('[data-mark]').click();
  await page.keyboard.press('ControlOrMeta+a');
  await openChange(page);
  await pick(page, 'What to change', 'Set metadata');
  await bulkDialog(page).getByRole('combobox', { name: 'Key' }).fill('note');
  await bulkDialog(page).getByRole('textbox', { name: 'Value' }).fill('soon');
  await apply(page, 'Make 19 drafts');
  await demo.stop();

  await test.step('the drafts', async () => {
    await goTo(page, 'Drafts');
    await draftGrid(page).focus();
    await page.keyboard.press('End');
    await expect(draftRows(page).last()).toBeInViewport();
    const least = await watch(draftGrid(page));
    await refresh(app, 'drafts.list');
    const { rows, scrolled, focused } = await least.evaluate((now) => now);
    expect(rows).toBeGreaterThan(8);
    expect(scrolled).toBeGreaterThan(100);
    expect(focused).toBe(true);
    await expect(draftRows(page).last()).toHaveAttribute('data-current', 'true');
  });

  await test.step('the queue', async () => {
    await page.keyboard.press('ControlOrMeta+a');
    await chosenActions(page).getByRole('button', { name: 'New batch of 19' }).click();
    await publishBatch(page).click();
    await expect(strip(page)).toContainText('Batch 1');
    await goTo(page, 'Queue');
    await queueGrid(page).focus();
    await page.keyboard.press('End');
    await expect(queueGrid(page).getByRole('row').last()).toBeInViewport();
    const least = await watch(queueGrid(page));
    await refresh(app, 'jobs.list');
    const { rows, scrolled, focused, sending } = await least.evaluate((now) => now);
    expect(rows).toBeGreaterThan(8);
    expect(scrolled).toBeGreaterThan(100);
    expect({ focused, sending }).toEqual({ focused: true, sending: true });
  });
  expect(app.pageErrors()).toEqual([]);
});

test('the releases come where the rows stood that held their place', async ({ app, demo }) => {
  const page = await connect(app, demo);
  const held = demo.faults.add({
    method: 'GET',
    path: '/releases',
    at: 'answer',
    times: 'always',
    effect: { kind: 'pause' },
  });
  await chooseProduct(page, 'Ledgerline CLI');
  await held.reached;
  const skeleton = page.getByRole('status', { name: 'Reading the releases…' });
  await expect(skeleton).toBeVisible();
  const before = await skeleton.locator('> div').nth(1).boundingBox();
  const cell = await skeleton.locator('> div').nth(1).locator('> span').first().boundingBox();
  held.remove();

  await expect(releaseRows(page).first()).toBeVisible();
  await expect(skeleton).toBeHidden();
  expect(await releaseRows(page).first().boundingBox()).toEqual(before);
  const version = releaseRows(page).first().getByRole('gridcell').nth(1);
  expect(await version.boundingBox()).toMatchObject({ x: cell?.x });
});

test('drafts, queue and history come where the rows stood that held their place', async ({
  app,
  demo,
  startDemo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1']);
  await openRelease(page, '2.1.0');
  await choose(page, 'Status', 'Deprecated');
  await saved(page);
  await publish(page);
  await connectAnother(app, await startDemo({ limit: 'none' }));

  for (const place of ['Drafts', 'Queue', 'History'] as const) {
    await test.step(place, async () => {
      await goTo(page, place);
      await chooseTeam(page, 'Southwind');
      await expect(
        page.getByRole('region', { name: place, exact: true }).getByRole('heading', { level: 2 }),
      ).toBeVisible();
      const seen = await watchFirstRow(page);
      await chooseTeam(page, 'Northwind');
      await expect(page.getByRole('grid', { name: place, exact: true })).toBeVisible();
      const { skeleton, row } = await seen.evaluate((now) => now);
      expect(skeleton).not.toBeNull();
      expect(row).toEqual(skeleton);
    });
  }
});

/** Connects a second team, and shows its releases. */
async function connectAnother({ page, choose: command }: App, demo: DemoServer): Promise<void> {
  await command('add-connection');
  await submitTeam(page, { ...formFor(demo), name: 'Southwind' });
  await page.getByRole('button', { name: 'Open releases' }).click();
}

async function chooseTeam(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Team: / }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page.getByRole('button', { name: `Team: ${name}` })).toBeVisible();
}

type Box = { readonly top: number; readonly height: number; readonly left: number; readonly width: number };

/** Where the first row of a list stood while it held its place, and where when it came. */
function watchFirstRow(page: Page): Promise<JSHandle<{ skeleton: Box | null; row: Box | null }>> {
  return page.evaluateHandle(() => {
    const boxOf = (row: Element): Box => {
      const { top, height } = row.getBoundingClientRect();
      const cell = row.querySelector(':scope > :not([data-mark])');
      const { left = 0, width = 0 } = cell?.getBoundingClientRect() ?? {};
      return { top, height, left, width };
    };
    const seen: { skeleton: Box | null; row: Box | null } = { skeleton: null, row: null };
    new MutationObserver(() => {
      const skeleton = document.querySelector(
        '[data-pane="list"] [role="status"][aria-label] > div:nth-child(2)',
      );
      const row = document.querySelector('[data-pane="list"] [role="grid"] [data-index="0"]');
      if (skeleton !== null) seen.skeleton = boxOf(skeleton);
      if (row !== null) seen.row ??= boxOf(row);
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
}

test('drafts that cannot be read say so instead of that there are none, and come when they can', async ({
  app,
  demo,
  startDemo,
}) => {
  const page = await connect(app, demo);
  await draftNotes(page, ['2.2.1']);
  await connectAnother(app, await startDemo({ limit: 'none' }));
  await goTo(page, 'Drafts');
  await chooseTeam(page, 'Northwind');
  await expect(draftRows(page)).toHaveCount(1);
  const database = new DatabaseSync(join(app.userData, 'releases.db'), { timeout: 5000 });
  database.exec('ALTER TABLE drafts RENAME TO drafts_away');

  const list = page.getByRole('region', { name: 'Drafts', exact: true });
  await app.choose('refresh');
  await expect(list.getByRole('alert')).toBeVisible();
  await expect(draftRows(page)).toHaveCount(1);
  await chooseTeam(page, 'Southwind');
  await expect(list.getByRole('alert')).toBeVisible();
  await expect(list.getByText('No drafts')).toBeHidden();
  await expect(list.getByRole('status', { name: 'Reading the drafts…' })).toBeHidden();

  await chooseTeam(page, 'Northwind');
  await expect(list.getByRole('alert')).toBeVisible();
  await expect(draftRows(page)).toHaveCount(0);
  database.exec('ALTER TABLE drafts_away RENAME TO drafts');
  database.close();
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(draftRows(page)).toHaveCount(1);
  await expect(draftGrid(page)).toBeFocused();
  await expect(list.getByRole('alert')).toBeHidden();
});
