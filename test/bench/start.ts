import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type App, launchApp } from '../e2e/support/app.ts';
import type { Measure } from './bench.ts';
import { startDemoProcess } from './support/demo-process.ts';
import { emptyWindow } from './support/empty-window.ts';
import { connectTeam, openInside, readProduct } from './support/inside.ts';
import { median } from './support/statistics.ts';

const rounds = 7;

/**
 * From starting the process to a window that can be used, with the list of the product shown last; held against an
 * app on the same runtime that shows one page with one word. In turns, so that both meet the same machine; one of each
 * comes before those that count, for what a first start of all leaves in its folder.
 */
export const measureStart: Measure = async ({ folder, tell, atEnd }) => {
  const demo = await startDemoProcess({ atEnd }, ['--limit', 'none']);
  const userData = join(folder, 'data');
  const inside = await openInside(userData);
  const { id } = await connectTeam(inside, demo, 'Northwind');
  const { productId } = await readProduct(inside, id, 'Claims Guard');
  await inside.handlers['app.remember']({ key: `product ${id}`, value: productId }, []);
  await inside.close();
  const emptyData = join(folder, 'empty');
  mkdirSync(emptyData);

  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const toList = await timeStart(() => launchApp({ userData }), rowsShown);
    const toPage = await timeStart(() => launchApp({ userData: emptyData, folder: emptyWindow }), pageShown);
    if (round === -1) continue;
    ours.push(toList);
    empty.push(toPage);
  }
  tell(`${Math.round(median(ours))} ms, an empty window ${Math.round(median(empty))} ms`);
  return { 'start.ratio_to_empty_window': median(ours) / median(empty) };
};

/** @param shown when what is waited for was there, in ms since 1970; to be asked in the page until it is not null */
async function timeStart(launch: () => Promise<App>, shown: () => number | null): Promise<number> {
  const begun = performance.timeOrigin + performance.now();
  const app = await launch();
  const seen = await app.page.waitForFunction(shown, null, { polling: 'raf' });
  const at = await seen.jsonValue();
  await app.quit();
  if (at === null) throw new Error('The window never came.');
  return at - begun;
}

function rowsShown(): number | null {
  const hasRows = document.querySelector('[role=grid] [data-index]') !== null;
  return hasRows ? performance.timeOrigin + performance.now() : null;
}

function pageShown(): number | null {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return paint === undefined ? null : performance.timeOrigin + paint.startTime;
}
