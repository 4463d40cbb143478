import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openRelease } from '../e2e/person/editor.ts';
import { chooseProduct } from '../e2e/person/window.ts';
import { launchApp } from '../e2e/support/app.ts';
import type { Measure } from './bench.ts';
import { startDemoProcess } from './support/demo-process.ts';
import { connectTeam, openInside, readProduct } from './support/inside.ts';
import { cpuOfTree } from './support/process-tree.ts';

/** After the start the app tidies up once; nobody calls that idle. */
const settleMs = 20_000;
const idleMs = 60_000;

/** The processor time of all the app's processes in a minute in which nothing is done; a release is open. */
export const measureIdle: Measure = async ({ folder, tell, atEnd }) => {
  const demo = await startDemoProcess({ atEnd }, ['--limit', 'none']);
  const userData = join(folder, 'data');
  const inside = await openInside(userData);
  const { id } = await connectTeam(inside, demo, 'Northwind');
  await readProduct(inside, id, 'Claims Guard');
  await inside.close();

  const app = await launchApp({ userData });
  atEnd(() => app.quit());
  await chooseProduct(app.page, 'Claims Guard');
  await openRelease(app.page, '2.4.0');
  await app.page.mouse.move(0, 0);
  await setTimeout(settleMs);
  const before = cpuOfTree(app.pid);
  await setTimeout(idleMs);
  const after = cpuOfTree(app.pid);
  if (before === null || after === null) {
    tell('this system does not tell the processor time of a process');
    return { 'idle.cpu_pct': null };
  }
  tell(`on ${app.runtime}: ${after - before} ms of processor time`);
  return { 'idle.cpu_pct': (100 * (after - before)) / idleMs };
};
