import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Measure } from './bench.ts';
import { startDemoProcess } from './support/demo-process.ts';

const early = 100;
const late = 1000;
const megabyte = 1024 * 1024;

/** Memory of the app's inside after 1,000 publishes, against after 100. */
export const measureSoak: Measure = async ({ folder, tell, atEnd }) => {
  const demo = await startDemoProcess({ atEnd }, ['--limit', 'none']);
  const script = join(import.meta.dirname, 'parts/long-life.ts');
  const life = spawn(
    process.execPath,
    [
      '--expose-gc',
      script,
      join(folder, 'data'),
      demo.origin,
      demo.teamId,
      demo.apiKey,
      String(early),
      String(late),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  atEnd(() => life.kill());
  const bytes = new Map<number, number>();
  for await (const line of createInterface({ input: life.stdout })) {
    const [publishes, rss] = line.split(' ').map(Number);
    if (publishes !== undefined && rss !== undefined) bytes.set(publishes, rss);
    tell(`after ${publishes} publishes ${Math.round((rss ?? 0) / megabyte)} MB`);
  }
  const [before, after] = [bytes.get(early), bytes.get(late)];
  if (before === undefined || after === undefined) throw new Error('It ended before its last publish.');
  return { 'soak.rss_growth_mb': (after - before) / megabyte };
};
