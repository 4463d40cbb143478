import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepPrivate } from '../../../electron/store/private-files.ts';
import { addressOf, deprecating, run, startTeam, writePlan } from '../../support/headless.ts';
import { publish, runApp } from '../../support/running-app.ts';
import { canMount, coverReadOnly, smallDisk } from '../../support/small-disk.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const noAccess = {
  failure: {
    kind: 'no-access',
    message: 'The system did not let the app read or write a file it needs.',
    remedy: 'Check that the app’s data folder belongs to you and can be written.',
  },
};

describe.skipIf(!canMount)('the data folder is read-only', () => {
  test('at the start of the app: it is said what to look at, and all is there when it can be written again', async () => {
    const disk = smallDisk();
    const app = await runApp({ folder: join(disk.folder, 'data') });
    await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    await app.services.close();
    disk.makeReadOnly();
    await expect(app.restart()).rejects.toMatchObject(noAccess);
    disk.makeWritable();
    const again = await app.restart();
    const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts).toMatchObject([{ fields: { status: 'ARCHIVED' } }]);
  });

  test('at the very first start: it is said what to look at', async () => {
    const disk = smallDisk(2);
    disk.makeReadOnly();
    await expect(runApp({ folder: join(disk.folder, 'data') })).rejects.toMatchObject(noAccess);
    disk.makeWritable();
    expect((await runApp({ folder: join(disk.folder, 'data') })).releases.length).toBeGreaterThan(0);
  });

  test('while a draft is saved and published: the open database takes it, before the intent and after', async () => {
    const app = await runApp();
    coverReadOnly(app.folder);
    const job = await publish(
      app,
      (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft,
    );
    const [attempt] = await app.services.handlers['history.list'](
      { connectionId: app.connection.id, text: '', limit: 1 },
      [],
    );
    expect(attempt).toMatchObject({ jobId: job.id, outcome: 'verified' });
  });

  test('in part, and open to others: what can be closed to them is closed, and what cannot be is said', async () => {
    const folder = tempFolder();
    const [log, copy] = [join(folder, 'logs', 'app.log'), join(folder, 'artifacts', '0'.repeat(64))];
    for (const file of [log, copy]) {
      mkdirSync(join(file, '..'));
      writeFileSync(file, '');
      chmodSync(file, 0o644);
    }
    coverReadOnly(join(folder, 'logs'));
    await expect(keepPrivate(folder)).rejects.toMatchObject(noAccess);
    expect([log, copy].map((file) => statSync(file).mode & 0o777)).toEqual([0o644, 0o600]);
  });

  test('while a file is dropped: it is refused with what to look at, and the draft stays', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    coverReadOnly(join(app.folder, 'artifacts'));
    const path = join(tempFolder(), 'app.zip');
    writeFileSync(path, randomBytes(1000));
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    await expect(handlers['drafts.attach']({ draftId: draft.id }, [{ path }])).rejects.toMatchObject(
      noAccess,
    );
    const { draft: kept } = await handlers['drafts.review']({ draftId: draft.id }, []);
    expect(kept).toMatchObject({ file: { kind: 'keep' }, fields: { status: 'ARCHIVED' } });
    expect(readdirSync(join(app.folder, 'artifacts'))).toEqual([]);
  });

  test('while a file that was dropped before is published: it is read, and sent', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const bytes = randomBytes(1000);
    const path = join(tempFolder(), 'app.zip');
    writeFileSync(path, bytes);
    const { draft } = await app.edit(app.release('2.2.0'), {});
    await handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
    coverReadOnly(join(app.folder, 'artifacts'));
    await publish(app, draft);
    const onServer = [...app.demo.state.teams.values()].flatMap(
      (team) => team.releases.get(draft.releaseId ?? '') ?? [],
    )[0];
    expect(app.demo.object(onServer?.file?.key ?? '')?.equals(bytes)).toBe(true);
  });

  test('while a backup is made: that there is none is said', async () => {
    const app = await runApp();
    coverReadOnly(app.folder);
    await app.clock.advance(10_000);
    expect(await app.notice('hourly backup')).toContain(noAccess.failure.remedy);
  });

  test('without a window: it is said what to look at, nothing is sent, and the exit code tells that it failed', async () => {
    const disk = smallDisk(2);
    const folder = join(disk.folder, 'data');
    mkdirSync(folder);
    disk.makeReadOnly();
    const team = await startTeam(['7.0.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [plan, '--data-folder', folder, ...addressOf(team)]);
    expect(ran.code).toBe(1);
    expect(ran.text).toContain(`${noAccess.failure.message} ${noAccess.failure.remedy}`);
    expect(team.demo.requests).toEqual([]);
    disk.makeWritable();
  });
});

test.each([
  ['is a file', []],
  ['lies below a file', ['data']],
])('a data folder that %s is said, and nothing is sent', async (_, below) => {
  const team = await startTeam(['7.0.0']);
  const plan = writePlan(team, team.releases.map(deprecating));
  const ran = await run(team, [plan, '--data-folder', join(plan, ...below), ...addressOf(team)]);
  expect(ran.code).toBe(1);
  expect(ran.text).toContain(noAccess.failure.remedy);
  expect(team.demo.requests).toEqual([]);
});
