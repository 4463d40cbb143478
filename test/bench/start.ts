import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp } from '../e2e/support/app.ts';
import type { Measure } from './bench.ts';
import { startDemoProcess } from './support/demo-process.ts';
import { emptyWindow } from './support/empty-window.ts';
import { connectTeam, openInside, readProduct } from './support/inside.ts';
import { median } from './support/statistics.ts';

const rounds = 11;

/**
 * From starting the process to the first picture of the window, with the list of the product shown last in it; held
 * against an app on the same runtime that shows one page with one word. In turns, so that both meet the same machine; one
 * of each comes before those that count, for what a first start of all leaves in its folder.
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
    const toList = await timeStart({ userData }, listPainted);
    const toPage = await timeStart({ userData: emptyData, folder: emptyWindow }, pagePainted);
    if (round === -1) continue;
    ours.push(toList);
    empty.push(toPage);
  }
  tell(`${Math.round(median(ours))} ms, an empty window ${Math.round(median(empty))} ms`);
  // Of each pair: the machine may become slower from one to the next.
  const ratios = ours.map((ms, round) => ms / (empty[round] ?? Number.NaN));
  return { 'start.ratio_to_empty_window': median(ratios) };
};

/** Nobody looks before: to be looked at would be most of what the page does meanwhile. */
const aloneFor = 3000;

/** @param painted when what is waited for was painted, in ms since 1970; asked in the page once it is there */
async function timeStart(
  options: { userData: string; folder?: string },
  painted: () => number | null,
): Promise<number> {
  const begun = performance.timeOrigin + performance.now();
  const app = await launchApp({ ...options, aloneFor });
  const seen = await app.page.waitForFunction(painted);
  const at = await seen.jsonValue();
  await app.quit();
  if (at === null) throw new Error('The window never came.');
  return at - begun;
}

/** The app paints nothing before it has its list to paint. */
function listPainted(): number | null {
  const [ready] = performance.getEntriesByName('ready');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  if (!(ready instanceof PerformanceMark) || !paint) return null;
  if (ready.detail.releases === 0 || paint.startTime < ready.startTime) {
    throw new Error('The window was painted without its list.');
  }
  return performance.timeOrigin + paint.startTime;
}

function pagePainted(): number | null {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return paint === undefined ? null : performance.timeOrigin + paint.startTime;
}
