import type { Page } from '@playwright/test';
import { bulkDialog, pick } from '../e2e/person/bulk.ts';
import { goTo, notices } from '../e2e/person/window.ts';
import { launchApp } from '../e2e/support/app.ts';
import { chooseFiles } from '../e2e/support/files.ts';
import type { Measure } from './bench.ts';
import { prepareDrafts } from './support/drafts-scene.ts';
import { createProbe } from './support/probe.ts';
import { median } from './support/statistics.ts';
import { keyWork, untilPainted } from './support/stopwatch.ts';

/**
 * 10,000 drafts in the app's window: listed, searched, edited, a thousand of them changed together and back and put in
 * a batch, and a plan and a table imported beside them. All the while the main process is watched from within.
 */
export const measureDrafts: Measure = async (bench) => {
  const { folder, tell, atEnd } = bench;
  const { userData, newest, plan, csv } = await prepareDrafts(bench);
  const probe = createProbe(folder);
  const app = await launchApp({ userData, env: probe.env });
  atEnd(() => app.quit());
  const { page } = app;
  tell(`on ${app.runtime}`);
  let longest = 0;
  /** One stretch of work, and the longest block in it. */
  const stretch = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const done: T[] = [];
    const { longestBlockMs } = await probe.during(async () => done.push(await work()));
    tell(`${name}: the main process was busy for ${longestBlockMs.toFixed(1)} ms at the longest`);
    longest = Math.max(longest, longestBlockMs);
    const [value] = done;
    if (value === undefined) throw new Error(`${name} came to nothing.`);
    return value;
  };

  await goTo(page, 'Drafts');
  const opens = await stretch('list', () => open(page, newest));
  const keys = await stretch('search', () => search(page));
  await stretch('edit', () => edit(page));
  const changes = await stretch('bulk', () => changeThousand(page));
  await stretch('batch', () => makeBatch(page));
  const imported = await stretch('plan', () => importFile(page, plan, 'A thousand'));
  const fields = await stretch('csv', () => importFile(page, csv, 'fields'));
  return {
    'drafts.open_ms': median(opens),
    'drafts.search_ms': median(keys),
    'drafts.bulk1000_ms': median(changes),
    'main.max_block_ms': longest,
    'plan.import1000_ms': imported,
    'csv.import1000_ms': fields,
  };
};

const grid = '[role=grid][aria-label=Drafts]';
const detail = '[aria-label=Batch]';

/** Comes to the team from the other one, several times. */
async function open(page: Page, newest: string): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    if (turn > 0) {
      await chooseTeam(page, 'Fabrikam', (item) => item.click());
      await page.locator(grid).waitFor({ state: 'detached' });
    }
    await chooseTeam(page, 'Northwind', async (item) => {
      const sight = { selector: `${grid} [data-index]`, text: newest };
      times.push(await untilPainted(page, 'pointerup', () => item.click(), sight));
    });
    await page.getByText('10,000 drafts').first().waitFor({ timeout: 30_000 });
  }
  return times;
}

async function chooseTeam(
  page: Page,
  name: string,
  choose: (item: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: /^Team: / }).click();
  await choose(page.getByRole('menuitemradio', { name }));
}

async function search(page: Page): Promise<number[]> {
  const times: number[] = [];
  await searchField(page).click();
  for (const word of ['12.7', 'arch', '24.1']) {
    for (const key of [...word, ...[...word].map(() => 'Backspace')]) times.push(await keyWork(page, key));
  }
  return times;
}

const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Find a draft' });

/** Types in a draft as a person does; every change is saved. */
async function edit(page: Page): Promise<true> {
  await page.locator(`${grid} [data-index="3"]`).click();
  const version = page.getByRole('textbox', { name: 'Version', exact: true });
  await version.click();
  await version.pressSequentially('-rc.1', { delay: 50 });
  await page.getByText(/^Draft saved /).waitFor();
  return true;
}

/** Chooses the 1,000 drafts that archive something. */
async function chooseThousand(page: Page): Promise<void> {
  await searchField(page).fill('archived');
  await page.locator(grid).press('ControlOrMeta+a');
  await page.getByRole('button', { name: 'Change 1,000 drafts together…' }).waitFor();
}

/**
 * Gives the 1,000 drafts another status and takes that back, several times. Measured is from choosing the status until
 * it is shown what changes of each, and from there until the drafts are told to be changed.
 */
async function changeThousand(page: Page): Promise<number[]> {
  const times: number[] = [];
  await chooseThousand(page);
  for (let turn = 0; turn < 3; turn += 1) {
    await page.getByRole('button', { name: 'Change 1,000 drafts together…' }).click();
    await pick(page, 'What to change', 'Status');
    await bulkDialog(page)
      .getByRole('button', { name: /New status$/ })
      .click();
    const option = page.getByRole('option', { name: 'Deprecated', exact: true });
    const button = 'Change 1,000 drafts';
    const looked = await untilPainted(page, 'pointerup', () => option.click(), {
      selector: '[role=dialog] button:enabled',
      text: button,
    });
    const does = bulkDialog(page).getByRole('button', { name: button, exact: true });
    const done = await untilPainted(page, 'pointerup', () => does.click(), {
      selector: '[aria-label=Notices] *',
      text: '1,000 drafts changed.',
    });
    times.push(looked + done);
    await page.getByText('No draft matches').waitFor();
    await notices(page).getByRole('button', { name: 'Undo' }).click();
    await notices(page).getByText('Undone for 1,000 drafts.').waitFor();
    for (const button of await notices(page).getByRole('button', { name: 'Dismiss' }).all())
      await button.click();
  }
  await searchField(page).fill('');
  return times;
}

/** Puts the thousand, which are still chosen, in a batch, and waits until it was played through. */
async function makeBatch(page: Page): Promise<true> {
  await page.getByRole('button', { name: 'New batch of 1,000' }).click();
  await page.locator(detail).getByText('1,000 slots').waitFor({ timeout: 30_000 });
  await searchField(page).fill('');
  return true;
}

/** Chooses a plan or CSV file, looks at what it would do, and has its drafts made, in a batch of this name. */
async function importFile(page: Page, path: string, batch: string): Promise<number> {
  const button = page.getByRole('button', { name: 'Import…' });
  const looked = await untilPainted(page, 'change', () => chooseFiles(button, () => button.click(), [path]), {
    selector: 'button',
    text: 'Make 1,000 drafts',
  });
  const made = await untilPainted(
    page,
    'pointerup',
    () => page.getByRole('button', { name: 'Make 1,000 drafts' }).click(),
    { selector: `${detail} h2`, text: batch },
  );
  return looked + made;
}
