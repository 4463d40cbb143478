import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { appCommand } from '../../build/app-command.ts';
import type { DemoServer } from '../../electron/demo/server.ts';
import type { DemoRelease } from '../../electron/demo/state.ts';
import { connect } from './person/connect.ts';
import { changesSent, releaseOn } from './person/server.ts';
import { test } from './support/test.ts';

/** The built app, told to publish a plan: on a machine without a display, and without a browser. */

interface Published {
  readonly child: ChildProcess;
  /** What it has printed so far: its output, and what else it had to say. */
  readonly told: { output: string; errors: string };
  readonly ended: Promise<number | null>;
  /** Settles when it has printed this. */
  saying(words: string): Promise<void>;
}

function start(args: readonly string[], env: Record<string, string | undefined> = {}): Published {
  const app = appCommand();
  const child = spawn(app.command, [...app.args, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      CHROMIUM: '/there/is/none',
      LUKITTU_DATA_FOLDER: undefined,
      ...env,
    },
  });
  const told = { output: '', errors: '' };
  const hearers = new Set<() => void>();
  child.stdout.on('data', (text) => {
    told.output += String(text);
    for (const hear of hearers) hear();
  });
  child.stderr.on('data', (text) => {
    told.errors += String(text);
  });
  const ended = once(child, 'close').then(([code]) => Number(code));
  return {
    child,
    told,
    ended,
    saying: (words) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          if (told.output.includes(words)) resolve();
        };
        hearers.add(hear);
        hear();
        void ended.then(() => reject(new Error(`it ended with: ${told.output}${told.errors}`)));
      }),
  };
}

/** A plan that deprecates releases and gives them another file, beside which its artifact lies. */
function writePlan(folder: string, { origin, teamId }: DemoServer, releases: readonly DemoRelease[]): string {
  mkdirSync(folder, { recursive: true });
  const bytes = Buffer.alloc(200_000, 'new');
  writeFileSync(join(folder, 'new.jar.zip'), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const artifact = { name: 'new.zip', sha256, size: bytes.length, path: 'new.jar.zip' };
  const path = join(folder, 'plan.json');
  const entries = releases.map(({ id, productId }) => ({
    productId,
    releaseId: id,
    base: null,
    fields: { status: 'DEPRECATED' },
    file: { kind: 'replace', artifact },
  }));
  const batch = { name: 'Winter', onFailure: 'stop', startAt: null };
  writeFileSync(
    path,
    JSON.stringify({ schemaVersion: 1, connection: { serverUrl: origin, teamId }, batch, entries }),
  );
  return path;
}

const releasesOf = (demo: DemoServer): DemoRelease[] =>
  ['2.1.0', '2.2.0'].map((version) => releaseOn(demo, version));
const addressOf = ({ origin, teamId }: DemoServer): string[] => [
  `--server=${origin}`,
  `--team=${teamId}`,
  '--rate-limit=none',
];

test('publishes without a display or a browser, and leaves no data folder behind', async ({
  demo,
  userData,
}) => {
  const releases = releasesOf(demo);
  const plan = writePlan(join(userData, 'plan'), demo, releases);
  const home = join(userData, 'home');
  const run = start(['--json', '--publish', plan, ...addressOf(demo)], {
    LUKITTU_API_KEY: demo.apiKey,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
  });
  expect(await run.ended, run.told.errors).toBe(0);
  const lines = run.told.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ event: 'end', result: 'done', published: 2 });
  expect(releases.map(({ status, file }) => [status, file?.name])).toEqual([
    ['DEPRECATED', 'new.zip'],
    ['DEPRECATED', 'new.zip'],
  ]);
  expect(existsSync(join(home, 'config', 'Lukittu Release Manager'))).toBe(false);
});

test('only checks, wherever among the arguments it is told to', async ({ demo, userData }) => {
  const plan = writePlan(userData, demo, releasesOf(demo));
  const run = start(['--no-sandbox', '--dry-run', `--publish=${plan}`, ...addressOf(demo)], {
    LUKITTU_API_KEY: demo.apiKey,
  });
  expect(await run.ended, run.told.errors).toBe(0);
  expect(run.told.output).toContain('Status: ');
  expect(changesSent(demo)).toEqual([]);
});

test('tells help, its version and a mistake, each with its exit code', async () => {
  const [help, version, mistake] = [['--help'], ['--version'], ['--publish', 'a.json', '--dryrun']].map(
    (args) => start(args),
  );
  expect([await help?.ended, await version?.ended, await mistake?.ended]).toEqual([0, 0, 64]);
  expect(help?.told.output).toContain('--on-conflict=stop');
  expect(version?.told.output).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(mistake?.told.errors).toContain("Unknown option '--dryrun'. --help says what can be given.");
});

test('stops cleanly at the first signal, and at once at the second', async ({ demo, userData }) => {
  const plan = writePlan(userData, demo, releasesOf(demo));
  const env = { LUKITTU_API_KEY: demo.apiKey };
  const answer = demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
  const clean = start(['--publish', plan, ...addressOf(demo)], env);
  await answer.reached;
  clean.child.kill('SIGINT');
  await clean.saying('Stops as soon as what is under way has settled.');
  answer.resume();
  expect(await clean.ended).toBe(130);
  expect(clean.told.output).toMatch(/Interrupted\. 1 published, 1 not started, in \d+ s\.\n$/);

  const again = demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
  const hasty = start(['--publish', plan, ...addressOf(demo)], env);
  await again.reached;
  hasty.child.kill('SIGTERM');
  await hasty.saying('Stops as soon as');
  hasty.child.kill('SIGTERM');
  expect(await hasty.ended).toBe(130);
  expect(hasty.told.output).toContain('Stopped at once.');
  again.resume();
});

test('takes connection and key from the app, and leaves both alone while its window is open', async ({
  launch,
  demo,
  userData,
}) => {
  const app = await launch();
  await connect(app, demo);
  const plan = writePlan(join(userData, '..', 'plan'), demo, releasesOf(demo));
  const env = { LUKITTU_DATA_FOLDER: userData };
  const meanwhile = start(['--publish', plan], env);
  expect(await meanwhile.ended).toBe(1);
  expect(meanwhile.told.output).toContain('The app’s data folder is in use');
  expect(changesSent(demo)).toEqual([]);
  await app.quit();

  const afterwards = start(['--publish', plan], env);
  expect(await afterwards.ended, afterwards.told.output).toBe(0);
  expect(releasesOf(demo).map(({ status }) => status)).toEqual(['DEPRECATED', 'DEPRECATED']);
  expect(readdirSync(userData)).toContain('releases.db');
});
