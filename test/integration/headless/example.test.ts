import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { samplePort } from '../../../electron/demo/sample-team.ts';
import { type DemoServer, startDemoServer } from '../../../electron/demo/server.ts';
import { run } from '../../support/headless.ts';
import { begin, make } from '../../support/imports.ts';
import { runApp } from '../../support/running-app.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const project = join(import.meta.dirname, '../../..');
const demoAddress = `http://127.0.0.1:${samplePort}`;

// A machine that is busy takes its time to start a process.
vi.setConfig({ testTimeout: 60_000 });

async function startDemo(): Promise<DemoServer> {
  const demo = await startDemoServer();
  onTestFinished(() => demo.close());
  return demo;
}

/** The example in a folder of its own, as it would be if the demo team were at this address. */
function exampleFor({ origin }: DemoServer): string {
  const folder = tempFolder();
  cpSync(join(project, 'examples'), join(folder, 'examples'), { recursive: true });
  const path = join(folder, 'examples', 'plan.json');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(demoAddress, origin));
  return folder;
}

/** What the README says to type, line by line. */
function typed(): string[] {
  const [, block = ''] =
    readFileSync(join(project, 'README.md'), 'utf8').match(/```sh\n(export [^`]*)```/) ?? [];
  return block.trim().split('\n');
}

test('what the README says to type checks the example, and publishes it on the demo team', async () => {
  const demo = await startDemo();
  const folder = exampleFor(demo);
  const [key, ...commands] = typed();
  expect(key).toBe(`export LUKITTU_API_KEY=${demo.apiKey}`);
  const args = commands.map((command) => {
    const [npm, ...given] = command.split(' -- ');
    expect(npm).toBe('npm run publish-plan');
    return given.join(' ').replace(demoAddress, demo.origin).split(' ');
  });
  expect(args.map((given) => given.includes('--dry-run'))).toEqual([true, false]);

  const [dryRun = [], real = []] = args;
  expect((await run({ demo }, dryRun, { folder })).code).toBe(0);
  expect(demo.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect((await run({ demo }, real, { folder })).code).toBe(0);
  const releases = [...(demo.state.teams.get(demo.teamId)?.releases.values() ?? [])];
  expect(releases.find(({ version }) => version === '2.4.0')).toMatchObject({
    status: 'PUBLISHED',
    latest: true,
    file: { name: 'ClaimsGuard-2.4.0.jar', mainClassName: 'dev.northwind.claims.ClaimsPlugin' },
  });
  expect(releases.find(({ version }) => version === '2.2.0')?.status).toBe('DEPRECATED');
  expect(releases.find(({ version }) => version === '2.5.0-dev.1')).toMatchObject({ latest: true });

  demo.forgetRequests();
  expect((await run({ demo }, real, { folder })).code).toBe(0);
  expect(demo.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('the example is imported in the window of whoever explores the demo team', async () => {
  const app = await runApp();
  const path = join(exampleFor(app.demo), 'examples', 'plan.json');
  const { report, made } = await make(app, await begin(app, { path }));
  expect(report.problems).toEqual([]);
  expect(report.steps.map(({ outcome }) => outcome)).toEqual(['change', 'change', 'change']);
  expect(made).toBe(3);
});

test('the demo team runs as a server of its own, says what a connection takes, and ends when it is interrupted', async () => {
  const { teamId, apiKey } = await startDemo();
  const child = spawn(process.execPath, [join(project, 'build/demo.ts'), '--port=0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for await (const piece of child.stdout) {
    said += String(piece);
    if (said.includes(apiKey)) break;
  }
  const origin = said.match(/http:\S+/)?.[0] ?? '';
  expect(said).toContain(teamId);
  const answer = await fetch(`${origin}/api/v1/dev/teams/${teamId}/licenses`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(answer.status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  // Windows ends a process that is sent a signal.
  expect(await ended).toEqual(process.platform === 'win32' ? [null, 'SIGINT'] : [0, null]);
});

test('the demo team is at its usual address where that is free, elsewhere where it is not', async () => {
  const taken = await startDemoServer({ port: samplePort }).catch(() => null);
  onTestFinished(async () => taken?.close());
  const app = await runApp();
  const { connection } = await app.services.handlers['connections.demo']({}, []);
  if (taken !== null) expect(connection.serverUrl).not.toBe(demoAddress);
  expect(connection.teamId).toBe(app.demo.teamId);
});
