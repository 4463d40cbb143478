import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { DemoServer } from '../../electron/demo/server.ts';
import type { DemoRelease } from '../../electron/demo/state.ts';
import { connect } from './person/connect.ts';
import { changesSent, releaseOn } from './person/server.ts';
import { test } from './support/test.ts';
import { addressOf, start, writePlan } from './support/without-window.ts';

/** The built app, told to publish a plan: on a machine without a display, and without a browser. */

const releasesOf = (demo: DemoServer): DemoRelease[] =>
  ['2.1.0', '2.2.0'].map((version) => releaseOn(demo, version));

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
  test.skip(process.platform === 'win32', 'Windows ends a process that is sent a signal');
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
