import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openRelease } from '../e2e/person/editor.ts';
import { chooseProduct } from '../e2e/person/window.ts';
import { launchApp } from '../e2e/support/app.ts';
import type { Measure } from './bench.ts';
import { startDemoProcess } from './support/demo-process.ts';
import { emptyWindow } from './support/empty-window.ts';
import { connectTeam, openInside, readProduct } from './support/inside.ts';
import { type Taken, takenByTree } from './support/process-tree.ts';

/** V8 gives memory back 106 s and 212 s after a start, and the runtime tidies up; nobody calls that idle. */
const settleMs = 300_000;
const idleMs = 60_000;

/**
 * The processor time of all the app's processes in a minute in which nothing is done; a release is open. In the same
 * minute that of an app on the same runtime that shows one page with one word: so much is the runtime's own.
 */
export const measureIdle: Measure = async ({ folder, tell, atEnd }) => {
  const demo = await startDemoProcess({ atEnd }, ['--limit', 'none']);
  const userData = join(folder, 'data');
  const inside = await openInside(userData);
  const { id } = await connectTeam(inside, demo, 'Northwind');
  await readProduct(inside, id, 'Claims Guard');
  await inside.close();
  const emptyData = join(folder, 'empty');
  mkdirSync(emptyData);

  const empty = await launchApp({ userData: emptyData, folder: emptyWindow });
  atEnd(() => empty.quit());
  const app = await launchApp({ userData });
  atEnd(() => app.quit());
  await chooseProduct(app.page, 'Claims Guard');
  await openRelease(app.page, '2.4.0');
  await app.page.mouse.move(0, 0);
  await setTimeout(settleMs);
  const before = { ours: takenByTree(app.pid), empty: takenByTree(empty.pid) };
  await setTimeout(idleMs);
  const ours = inBetween(before.ours, takenByTree(app.pid));
  const runtimes = inBetween(before.empty, takenByTree(empty.pid));
  if (ours.cpuPercent === null) tell('this system does not tell the processor time of a process');
  else tell(`on ${app.runtime}`);
  return {
    'idle.cpu_pct': ours.cpuPercent,
    'idle.empty_window_cpu_pct': runtimes.cpuPercent,
    'idle.wakeups_per_s': ours.wakeupsPerSecond,
    'idle.empty_window_wakeups_per_s': runtimes.wakeupsPerSecond,
  };
};

/** Of the minute's processor time of one core, and how often in each of its seconds. */
function inBetween(before: Taken, after: Taken) {
  const grown = (was: number | null, is: number | null) => (was === null || is === null ? null : is - was);
  const cpuMs = grown(before.cpuMs, after.cpuMs);
  const wakeups = grown(before.wakeups, after.wakeups);
  return {
    cpuPercent: cpuMs === null ? null : (100 * cpuMs) / idleMs,
    wakeupsPerSecond: wakeups === null ? null : (1000 * wakeups) / idleMs,
  };
}
