import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileSection, openRelease, publishButton } from '../e2e/person/editor.ts';
import { chooseProduct } from '../e2e/person/window.ts';
import { type App, launchApp } from '../e2e/support/app.ts';
import { dropFiles } from '../e2e/support/files.ts';
import type { Measure } from './bench.ts';
import { type DemoProcess, startDemoProcess } from './support/demo-process.ts';
import { connectTeam, openInside, readProduct } from './support/inside.ts';
import { median, sum } from './support/statistics.ts';
import { untilPainted } from './support/stopwatch.ts';

const fileBytes = 10 * 1024 * 1024;
/** Releases with a file of their own; the first two are for warming up. */
const versions = ['2.4.0', '2.2.1', '2.2.0', '2.1.0', '2.0.10', '2.0.2', '2.0.1', '2.0.0'];
const forWarmth = 2;

const stateSchema = z.object({ requests: z.array(z.object({ tookMs: z.number().nullable() })) });

/** A file of 10 MB is dropped on a release and published, in the app's window, until it is shown as verified. */
export const measurePublish: Measure = async ({ folder, tell, atEnd }) => {
  const demo = await startDemoProcess({ atEnd }, ['--limit', 'none', '--control']);
  const userData = join(folder, 'data');
  const inside = await openInside(userData);
  const { id } = await connectTeam(inside, demo, 'Northwind');
  await readProduct(inside, id, 'Claims Guard');
  await inside.close();

  const app = await launchApp({ userData });
  atEnd(() => app.quit());
  await chooseProduct(app.page, 'Claims Guard');
  const overheads: number[] = [];
  for (const [index, version] of versions.entries()) {
    const file = join(folder, `artifact-${index}.zip`);
    writeFileSync(file, randomBytes(fileBytes));
    const overhead = await publishOne(app, demo, version, file);
    if (index >= forWarmth) overheads.push(overhead);
  }
  tell(`on ${app.runtime}: ${overheads.map(Math.round).join(', ')} ms`);
  return { 'publish.overhead_ms': median(overheads) };
};

/** From the drop until the file is in its place, and from the click on “Publish” until “Verified”; less the server. */
async function publishOne({ page }: App, demo: DemoProcess, version: string, file: string): Promise<number> {
  await openRelease(page, version);
  const before = await serverWork(demo);
  const taken = await untilPainted(page, 'drop', () => dropFiles(fileSection(page), [file]), {
    selector: '[aria-label="Copy MD5"]',
  });
  const published = await untilPainted(page, 'pointerup', () => publishButton(page).click(), {
    selector: 'section, [role=region], div',
    text: 'Verified at',
  });
  return taken + published - ((await serverWork(demo)) - before);
}

/** How long the server was at work on requests so far, in ms. */
async function serverWork({ origin }: DemoProcess): Promise<number> {
  const { requests } = stateSchema.parse(await (await fetch(`${origin}/__demo/state`)).json());
  return sum(requests.map(({ tookMs }) => tookMs ?? 0));
}
