import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { appFolder } from '../../../electron/headless/app-folder.ts';
import { createPublishingMark } from '../../../electron/store/publishing-mark.ts';
import { addressOf, deprecating, replacing, spawnRun, startTeam, writePlan } from '../../support/headless.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Windows ends a process that is sent a signal, without telling it. */
const hasSignals = process.platform !== 'win32';

const versions = ['1.1.0', '1.2.0', '1.3.0'] as const;
const small = Buffer.alloc(100_000, 'x');
/** More than the system takes in for a server that does not read. */
const large = Buffer.alloc(9_500_000, 'x');

// A machine that is busy takes its time to start a process.
vi.setConfig({ testTimeout: 60_000 });

/** A run in a process of its own, with a data folder that outlives it. */
async function start(content = small) {
  const team = await startTeam(versions);
  const entries = team.releases.map((release) => ({
    ...deprecating(release),
    file: replacing('app.zip', content),
  }));
  const path = writePlan(team, entries, { files: { 'app.zip': content } });
  const folder = tempFolder();
  const args = [path, ...addressOf(team), '--rate-limit', 'none', '--data-folder', folder];
  return { team, folder, begin: () => spawnRun(team, args) };
}

/** A home of its own, in which the app was updated before. Answers the mark that its processes hold there. */
function markInHome() {
  const home = tempFolder();
  for (const name of ['HOME', 'USERPROFILE', 'APPDATA', 'XDG_CONFIG_HOME']) vi.stubEnv(name, home);
  onTestFinished(() => void vi.unstubAllEnvs());
  mkdirSync(appFolder(), { recursive: true });
  return createPublishingMark(appFolder());
}

const appliedTo = ({ demo }: Awaited<ReturnType<typeof startTeam>>): string[] =>
  demo.requests
    .filter(({ method, applied }) => method === 'PUT' && applied)
    .map(({ path }) => path.split('/').at(-1) ?? '');

describe('a process that publishes', () => {
  test('ends with 0 when all is published', async () => {
    const { team, begin } = await start();
    const run = begin();
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(appliedTo(team)).toEqual(team.releases.map(({ id }) => id));
    expect(run.lines.at(-1)).toMatchObject({ event: 'end', exitCode: 0 });
  });

  test.runIf(hasSignals)(
    'lets a request the server is working on settle at the first signal, and begins no other',
    async () => {
      const { team, begin } = await start();
      const answer = team.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
      const run = begin();
      await answer.reached;
      await run.line(({ state }) => state === 'answering');
      run.child.kill('SIGINT');
      await run.line(({ event }) => event === 'notice');
      answer.resume();
      expect(await run.ended).toEqual({ code: 130, signal: null });
      expect(run.lines.at(-1)).toMatchObject({ result: 'interrupted', published: 1, notStarted: 2 });
      expect(appliedTo(team)).toEqual([team.releases[0]?.id]);
    },
  );

  test.runIf(hasSignals)(
    'breaks off an upload that is not out at the first signal, and the old file is still there',
    async () => {
      const { team, begin } = await start(large);
      const body = team.demo.faults.add({
        method: 'PUT',
        at: 'body',
        bytes: 100_000,
        effect: { kind: 'pause' },
      });
      const run = begin();
      await body.reached;
      run.child.kill('SIGTERM');
      expect(await run.ended).toEqual({ code: 130, signal: null });
      body.resume();
      expect(run.lines.at(-1)).toMatchObject({
        result: 'interrupted',
        published: 0,
        cancelled: 1,
        notStarted: 2,
      });
      await team.demo.settled();
      expect(team.releases[0]).toMatchObject({ status: 'PUBLISHED', file: { name: 'app-1.1.0.zip' } });
    },
  );

  test.runIf(hasSignals)(
    'ends at once at the second signal, and the next run finds out and goes on',
    async () => {
      const { team, begin } = await start();
      const answer = team.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
      const first = begin();
      await answer.reached;
      await first.line(({ state }) => state === 'answering');
      first.child.kill('SIGINT');
      await first.line(({ event }) => event === 'notice');
      first.child.kill('SIGINT');
      expect(await first.ended).toEqual({ code: 130, signal: null });
      expect(first.lines.at(-1)).toMatchObject({ event: 'end', result: 'interrupted', exitCode: 130 });
      answer.resume();
      await team.demo.settled();

      const second = begin();
      expect(await second.ended).toEqual({ code: 0, signal: null });
      expect(second.lines.at(-1)).toMatchObject({ result: 'done', failed: 0, notStarted: 0 });
      expect(appliedTo(team)).toEqual(team.releases.map(({ id }) => id));
    },
  );

  test('that is killed while it sends is gone on with by the next run, and nothing is applied twice', async () => {
    const { team, begin } = await start();
    const second = team.releases[1]?.id ?? '';
    const answer = team.demo.faults.add({
      method: 'PUT',
      path: second,
      at: 'answer',
      effect: { kind: 'pause' },
    });
    const killed = begin();
    await answer.reached;
    killed.child.kill('SIGKILL');
    await killed.ended;
    answer.resume();
    await team.demo.settled();

    const next = begin();
    expect(await next.ended).toEqual({ code: 0, signal: null });
    expect(next.lines.filter(({ version, state }) => version === '1.2.0' && state === 'sending')).toEqual([]);
    expect(appliedTo(team)).toEqual(team.releases.map(({ id }) => id));
    expect(team.releases.map(({ status }) => status)).toEqual(['DEPRECATED', 'DEPRECATED', 'DEPRECATED']);
  });

  test('leaves no key in its data folder', async () => {
    const { team, folder, begin } = await start();
    await begin().ended;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files).toContain(join(folder, 'releases.db'));
    expect(files.filter((path) => readFileSync(path).includes(team.demo.apiKey))).toEqual([]);
  });

  test('goes on when whoever reads its output goes away', async () => {
    const { team, begin } = await start();
    const answer = team.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
    const run = begin();
    await answer.reached;
    run.child.stdout?.destroy();
    answer.resume();
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(appliedTo(team)).toHaveLength(3);
  });
});

test.runIf(hasSignals)('npm’s way in passes signals on, and the exit code back', async () => {
  const team = await startTeam(versions);
  const path = writePlan(team, team.releases.map(deprecating));
  const answer = team.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
  const root = join(import.meta.dirname, '../../..');
  const child = spawn(
    process.execPath,
    ['build/run.mjs', 'build/publish-plan.ts', path, ...addressOf(team)],
    {
      cwd: root,
      env: { ...process.env, LUKITTU_API_KEY: team.demo.apiKey },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  const stops = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      if (printed.includes('Stops as soon as')) resolve();
    });
  });
  await answer.reached;
  child.kill('SIGTERM');
  await stops;
  answer.resume();
  const [code] = await once(child, 'exit');
  expect(code).toBe(130);
  expect(printed).toMatch(/Interrupted\. 1 published, 2 not started, in \d+ s\.\n$/);
});

test('a Node that is too old for it says so in a sentence', async () => {
  const older =
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } })';
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${older}`, 'build/publish-plan.mjs', '--version'],
    { cwd: join(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [told, wrong, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  expect({ told, wrong, code }).toEqual({
    told: '',
    wrong:
      'This is Node 20.20.2, and publishing a plan needs 24 or newer. ' +
      'Install that, or run: npm run publish-plan -- plan.json, which brings its own.\n',
    code: 1,
  });
});

describe('an update of the app', () => {
  test.each(['ends', 'is killed'])('waits for a process that publishes until that %s', async (how) => {
    const mark = markInHome();
    const { team, begin } = await start();
    const answer = team.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
    const run = begin();
    await answer.reached;
    expect(mark.isHeld()).toBe(true);
    expect(mark.takeAlone()).toBeNull();
    if (how === 'is killed') run.child.kill('SIGKILL');
    else answer.resume();
    await run.ended;
    expect(mark.isHeld()).toBe(false);
  });

  test('that is being put in place lets no process begin to publish', async () => {
    const updating = markInHome().takeAlone();
    onTestFinished(() => updating?.release());
    const { team, begin } = await start();
    const run = begin();
    expect(await run.ended).toEqual({ code: 1, signal: null });
    expect(run.lines.at(-2)).toMatchObject({
      event: 'error',
      message: 'A new version of the app is being put in place.',
    });
    expect(team.demo.requests).toEqual([]);
  });
});
