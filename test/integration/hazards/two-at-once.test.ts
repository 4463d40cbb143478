import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createServices, type Services } from '../../../electron/services.ts';
import { addressOf, deprecating, run, spawnRun, startTeam, writePlan } from '../../support/headless.ts';
import { otherProcess } from '../../support/other-process.ts';
import { runApp } from '../../support/running-app.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const moduleAt = (path: string): string => new URL(`../../../${path}`, import.meta.url).href;

/**
 * Starts so many processes that open the app's inside on one folder at the very same moment, and keep it. What each
 * says of it: that it has it, or the failure's kind and sentence.
 */
async function startAtOnce(folder: string, count: number): Promise<string[]> {
  const script = `
    import { readdirSync, writeFileSync } from 'node:fs';
    const { createServices } = await import(${JSON.stringify(moduleAt('electron/services.ts'))});
    const { failureFrom } = await import(${JSON.stringify(moduleAt('electron/errors.ts'))});
    const meeting = ${JSON.stringify(tempFolder())};
    writeFileSync(meeting + '/' + process.pid, '');
    while (readdirSync(meeting).length < ${count}) {}
    try {
      await createServices({ dataFolder: ${JSON.stringify(folder)}, keyring: null, keyringProblem: null,
        app: { version: '', platform: '', runtime: '' } });
      console.log('has it');
    } catch (error) {
      const { kind, message } = failureFrom(error);
      console.log(kind + ': ' + message);
    }
    setInterval(() => {}, 1000);`;
  const others = await Promise.all(Array.from({ length: count }, () => otherProcess(script)));
  return others.map(({ said }) => said.trim());
}

const openServices = (dataFolder: string): Promise<Services> =>
  createServices({
    dataFolder,
    keyring: null,
    keyringProblem: null,
    app: { version: '', platform: '', runtime: '' },
  });

describe('two instances start at once', () => {
  test('the app, several times at the very same moment: one has the folder, the others say that it is in use', async () => {
    const folder = join(tempFolder(), 'data');
    const said = await startAtOnce(folder, 4);
    expect(said.toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^busy: The app’s data folder is in use/)),
      'has it',
    ]);
  }, 60_000);

  test('without a window while the app is open: it says so, sends nothing, and the app is not disturbed', async () => {
    const app = await runApp();
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'DEPRECATED' } });
    const team = await startTeam(['7.0.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [plan, '--data-folder', app.folder, ...addressOf(team)]);
    expect(ran.code).toBe(1);
    expect(ran.text).toContain(
      'The app’s data folder is in use: the app is open, or is publishing without a window.',
    );
    expect(ran.text).toContain('Close it or wait until it is done, then try again.');
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.until(id, 'verified');
  });

  test('the app while it publishes without a window: it says so and leaves everything to that', async () => {
    const folder = join(tempFolder(), 'data');
    const team = await startTeam(['7.0.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    const working = team.demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
    const running = run(team, [plan, '--data-folder', folder, ...addressOf(team)]);
    await working.reached;
    await expect(openServices(folder)).rejects.toMatchObject({ failure: { kind: 'busy' } });
    working.resume();
    expect((await running).code).toBe(0);
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    await (await openServices(folder)).close();
  });

  test('without a window, twice at the very same moment: one publishes, the other says that the folder is in use', async () => {
    const folder = join(tempFolder(), 'data');
    const team = await startTeam(['7.0.0', '7.1.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    const args = [plan, '--data-folder', folder, ...addressOf(team)];
    // Whoever is first keeps the folder until both have tried to take it.
    const first = team.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const runs = [spawnRun(team, args), spawnRun(team, args)];
    const loser = await Promise.any(
      runs.map(async (one) => {
        const { code } = await one.ended;
        if (code !== 1) throw new Error('it was the first');
        return one;
      }),
    );
    expect(loser.lines.at(-2)).toMatchObject({ event: 'error', kind: 'busy' });
    await first.reached;
    first.resume();
    const codes = await Promise.all(runs.map(async ({ ended }) => (await ended).code));
    expect(codes.toSorted()).toEqual([0, 1]);
    const updates = team.demo.requests.filter(({ method }) => method === 'PUT');
    expect(updates.map(({ status }) => status)).toEqual([200, 200]);
  }, 60_000);

  test('after one was killed: the next start has the folder at once', async () => {
    const folder = join(tempFolder(), 'data');
    const team = await startTeam(['7.0.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    const working = team.demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
    const killed = spawnRun(team, [plan, '--data-folder', folder, ...addressOf(team)]);
    await working.reached;
    killed.child.kill('SIGKILL');
    await killed.ended;
    working.resume();
    await team.demo.settled();
    const ran = await run(team, [plan, '--data-folder', folder, ...addressOf(team)]);
    expect(ran.code).toBe(0);
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  }, 60_000);
});
