import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { storageDown } from '../../../electron/demo/faults.ts';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store.ts';
import { createServices } from '../../../electron/services.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { addressOf, deprecating, replacing, run, startTeam, writePlan } from '../../support/headless.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const noLimit = ['--rate-limit', 'none'];

test('a lost file is told of', async () => {
  const team = await startTeam(['1.1.0']);
  const [first = team.other] = team.releases;
  const content = Buffer.from('new');
  team.demo.faults.add({ method: 'PUT', times: 'always', ...storageDown });
  const path = writePlan(team, [{ ...deprecating(first), file: replacing('app.zip', content) }], {
    files: { 'app.zip': content },
  });
  const clock = createFakeClock();
  const ran = await run(team, [path, '--json', ...addressOf(team), ...noLimit], {
    clock,
    onLine: ({ state, until }) => {
      if (state === 'waiting' && until) void clock.advance(Date.parse(until) - clock.now());
    },
  });
  expect(ran.code).toBe(1);
  expect(ran.lines.filter(({ event }) => event === 'notice')).toContainEqual(
    expect.objectContaining({
      message: expect.stringContaining('has lost app-1.1.0.zip, the file of 1.1.0'),
    }),
  );
  expect(ran.lines).toContainEqual(
    expect.objectContaining({ state: 'waiting', reason: 'backoff', status: 500 }),
  );
});

describe('a lost file of which the data folder has a copy', () => {
  /** A release whose file the data folder has sent, and a plan whose upload costs it that. */
  async function aboutToLose() {
    const team = await startTeam(['1.1.0']);
    const [release = team.other] = team.releases;
    const [old, next] = [Buffer.from('old'), Buffer.from('new')];
    const clock = createFakeClock();
    const folder = tempFolder();
    const common = [...addressOf(team), ...noLimit, '--data-folder', folder];
    const runIt = (args: readonly string[]) =>
      run(team, [...args, ...common], {
        clock,
        onLine: ({ state, until }) => {
          if (state === 'waiting' && until) void clock.advance(Date.parse(until) - clock.now());
        },
      });
    const withFile = (content: Buffer) =>
      writePlan(team, [{ ...deprecating(release), file: replacing('app.zip', content) }], {
        files: { 'app.zip': content },
      });
    expect((await runIt([withFile(old), '--json'])).code).toBe(0);
    // So many times the queue sends what the server's storage refuses.
    team.demo.faults.add({ method: 'PUT', times: 5, ...storageDown });
    const stored = () => {
      const { file } = release;
      return file === null ? null : team.demo.object(file.key);
    };
    return { team, folder, release, runIt, plan: withFile(next), stored, old };
  }

  const md5 = '149603e6c03516362a8da23f624db945';

  test('is told with where the copy lies and what to do, and put back by the next run if that is wanted', async () => {
    const { team, release, runIt, plan, stored, old } = await aboutToLose();
    const first = await runIt([plan, '--json']);
    expect(first.code).toBe(1);
    const told = first.lines.filter(({ event }) => event === 'lost-file');
    expect(told).toMatchObject([
      { entry: 1, releaseId: release.id, version: '1.1.0', name: 'app.zip', size: 3, md5 },
    ]);
    expect(told[0]?.remedy).toContain('--put-back');
    expect(readFileSync(String(told[0]?.path))).toEqual(old);
    expect(first.lines.at(-1)).toMatchObject({ event: 'end', failed: 1 });
    expect(stored()).toBeNull();

    team.demo.faults.add({
      method: 'PUT',
      at: 'received',
      effect: { kind: 'answer', status: 403, details: 'Not yours' },
    });
    const second = await runIt([plan, '--put-back', '--json']);
    expect(second.code).toBe(1);
    expect(second.lines.flatMap(({ event, state }) => (event === 'put-back' ? state : [])).at(-1)).toBe(
      'verified',
    );
    expect(second.lines.filter(({ event }) => event === 'lost-file')).toEqual([]);
    expect(stored()).toEqual(old);

    const third = await runIt([plan, '--put-back', '--json']);
    expect(third.code).toBe(0);
    expect(third.lines.filter(({ event }) => event === 'put-back' || event === 'lost-file')).toEqual([]);
  });

  test('is put back in the run that has lost it, and said so', async () => {
    const { runIt, plan, stored, old } = await aboutToLose();
    const { code, text } = await runIt([plan, '--put-back', '--json']);
    expect(code).toBe(1);
    expect(text).toContain('"event":"put-back"');
    expect(stored()).toEqual(old);
  });

  test('is put back by a run after one that was cut off while it did', async () => {
    const { team, folder, runIt, plan, stored, old } = await aboutToLose();
    await runIt([plan, '--json']);
    const services = await createServices({
      dataFolder: folder,
      keyring: createSessionKeyStore(),
      keyringProblem: null,
      app: { version: '', platform: 'test', runtime: 'node' },
    });
    const [job] = services.jobs();
    await services.handlers['jobs.restoreFile']({ jobId: job?.id ?? '' }, []);
    await services.close();

    const without = await runIt([plan, '--json']);
    expect(without.lines).toContainEqual(
      expect.objectContaining({ event: 'error', remedy: expect.stringContaining('--put-back') }),
    );
    team.demo.faults.add({
      method: 'PUT',
      at: 'received',
      effect: { kind: 'answer', status: 403, details: 'Not yours' },
    });
    expect((await runIt([plan, '--put-back', '--json'])).code).toBe(1);
    expect(stored()).toEqual(old);
    expect((await runIt([plan, '--json'])).code).toBe(0);
  });

  test('is not sent by a run that only checks', async () => {
    const { team, runIt, plan } = await aboutToLose();
    await runIt([plan, '--json']);
    const sent = () => team.demo.requests.filter(({ method }) => method === 'PUT').length;
    const before = sent();
    await runIt([plan, '--put-back', '--dry-run', '--json']);
    expect(sent()).toBe(before);
  });
});
