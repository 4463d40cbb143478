import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../e2e/support/app.ts';
import type { Measure } from './bench.ts';
import { startDemoProcess } from './support/demo-process.ts';
import { connectTeam, openInside, readProduct } from './support/inside.ts';
import { scrollThrough } from './support/scrolling.ts';
import { median } from './support/statistics.ts';
import { keyWork, untilPainted } from './support/stopwatch.ts';

const starts = 3;
const searches = 3;
const scrolls = 4;
const grid = '[role=grid]';

/**
 * A product of 10,000 releases, in the app's window: shown for the first time after a start, searched, scrolled. The
 * first search does not count: V8 compiles what it runs often while it runs.
 */
export const measureList10k: Measure = async ({ folder, tell, atEnd }) => {
  const demo = await startDemoProcess({ atEnd }, ['--limit', 'none', '--team-size', '10000']);
  const userData = join(folder, 'data');
  const inside = await openInside(userData);
  const { id } = await connectTeam(inside, demo, 'Northwind');
  await readProduct(inside, id, 'Archive');
  await inside.close();

  const paints: number[] = [];
  const firstKeys: number[] = [];
  const keys: number[] = [];
  const scrolled: { frames: number; bad: number }[] = [];
  for (let start = 0; start < starts; start += 1) {
    const app = await launchApp({ userData });
    atEnd(() => app.quit());
    const { page } = app;
    paints.push(await showArchive(page));
    if (start === starts - 1) {
      tell(`on ${app.runtime}, the list first after ${paints.map(Math.round).join(', ')} ms`);
      firstKeys.push(...(await search(page)));
      for (let turn = 0; turn < searches; turn += 1) keys.push(...(await search(page)));
      for (let turn = 0; turn < scrolls; turn += 1) scrolled.push(await scroll(page));
    }
    await app.quit();
  }
  tell(`keys: median ${median(firstKeys).toFixed(1)} ms the first time, then ${median(keys).toFixed(1)} ms`);
  tell(`scrolling: ${scrolled.map(({ frames, bad }) => `${bad} of ${frames} frames`).join(', ')}`);
  return {
    'list10k.first_paint_ms': median(paints),
    'list10k.search_ms': median(keys),
    'list10k.dropped_frames_pct': median(scrolled.map(({ frames, bad }) => (100 * bad) / frames)),
  };
};

/** Shows another product, then the one of 10,000, and waits until the server has been read. */
async function showArchive(page: Page): Promise<number> {
  const choose = (product: string) => async () => {
    await page.getByRole('button', { name: /^Product: / }).click();
    return page.getByRole('menuitemradio', { name: product });
  };
  await (await choose('Claims Guard')()).click();
  await page.getByText('19 releases', { exact: true }).waitFor();
  const item = await choose('Archive')();
  const ms = await untilPainted(page, 'pointerup', () => item.click(), {
    selector: `${grid} [role=row]`,
    text: '24.19.19',
  });
  await page.locator(`${grid}[aria-busy=false]`).waitFor({ timeout: 60_000 });
  return ms;
}

/** Types and deletes what finds many releases, few, and none. */
async function search(page: Page): Promise<number[]> {
  await page.getByRole('searchbox', { name: 'Find a release' }).click();
  const times: number[] = [];
  for (const word of ['12.7', 'app', '24.1', '3.0', '17.2', 'arch']) {
    for (const key of [...word, ...[...word].map(() => 'Backspace')]) times.push(await keyWork(page, key));
  }
  return times;
}

async function scroll(page: Page): Promise<{ frames: number; bad: number }> {
  await page.locator(grid).evaluate((element) => element.scrollTo({ top: 0 }));
  await page.locator(`${grid} [data-index="0"]`).waitFor();
  return scrollThrough(page, grid);
}
