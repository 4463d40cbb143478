import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import { eventually } from '../../support/eventually.ts';
import { deprecating, run, startTeam, writePlan } from '../../support/headless.ts';
import { type RunningApp, runApp } from '../../support/running-app.ts';
import { canMount, type SmallDisk, smallDisk } from '../../support/small-disk.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const full = { failure: { kind: 'disk-full', message: 'The disk is full.' } };

/** The app on a disk of its own that has room for what it begins with. */
async function onSmallDisk(): Promise<{ app: RunningApp; disk: SmallDisk; release: Release }> {
  const disk = smallDisk();
  const app = await runApp({ folder: join(disk.folder, 'data') });
  return { app, disk, release: app.release('2.2.0') };
}

const sent = ({ demo }: RunningApp) => demo.requests.filter(({ method }) => method === 'PUT');

const statusOnServer = ({ demo }: RunningApp, { id }: Release) =>
  [...demo.state.teams.values()].flatMap((team) => team.releases.get(id) ?? [])[0]?.status;

describe.skipIf(!canMount)('the disk is full', () => {
  test('at the start of the app: it is said, and all is there when there is room again', async () => {
    const { app, disk, release } = await onSmallDisk();
    await app.edit(release, { fields: { status: 'ARCHIVED' } });
    await app.services.close();
    disk.fill();
    await expect(app.restart()).rejects.toMatchObject(full);
    disk.free();
    const again = await app.restart();
    const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts).toMatchObject([{ fields: { status: 'ARCHIVED' } }]);
  });

  test('at the very first start: it is said, and the next one makes what is missing', async () => {
    const disk = smallDisk();
    const folder = join(disk.folder, 'data');
    disk.fill();
    await expect(runApp({ folder })).rejects.toMatchObject(full);
    disk.free();
    expect((await runApp({ folder })).releases.length).toBeGreaterThan(0);
  });

  test('while a draft is saved: the change is refused, what was saved stays, and it can be saved again', async () => {
    const { app, disk, release } = await onSmallDisk();
    const { handlers } = app.services;
    const { draft } = await app.edit(release, { fields: { status: 'ARCHIVED' } });
    const change = { fields: { version: '2.2.0-fixed' } };
    disk.fill();
    await expect(handlers['drafts.change']({ draftId: draft.id, change }, [])).rejects.toMatchObject({
      errcode: 13,
    });
    const kept = await handlers['drafts.review']({ draftId: draft.id }, []);
    expect(kept.draft.fields).toMatchObject({ version: '2.2.0', status: 'ARCHIVED' });
    disk.free();
    const saved = await handlers['drafts.change']({ draftId: draft.id, change }, []);
    expect(saved.draft.fields).toMatchObject({ version: '2.2.0-fixed', status: 'ARCHIVED' });
  });

  test('while a file is dropped: it is refused, nothing of it stays, and it can be dropped again', async () => {
    const { app, disk, release } = await onSmallDisk();
    const { handlers } = app.services;
    const path = join(tempFolder(), 'app.zip');
    writeFileSync(path, randomBytes(3_000_000));
    const { draft } = await app.edit(release, {});
    disk.fill();
    await expect(handlers['drafts.attach']({ draftId: draft.id }, [{ path }])).rejects.toMatchObject(full);
    expect(readdirSync(join(app.folder, 'artifacts'))).toEqual([]);
    expect((await handlers['drafts.review']({ draftId: draft.id }, [])).draft.file.kind).toBe('keep');
    disk.free();
    const { draft: taken } = await handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
    expect(taken.file).toMatchObject({ kind: 'replace', artifact: { name: 'app.zip', size: 3_000_000 } });
  });

  test('before the intent to publish is written: nothing is sent, and trying again publishes', async () => {
    const { app, disk, release } = await onSmallDisk();
    const { handlers } = app.services;
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    const reading = app.demo.faults.add({ method: 'GET', at: 'answer', effect: { kind: 'pause' } });
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await reading.reached;
    disk.fill();
    reading.resume();
    const { state } = await app.until(id, 'failed');
    expect(state).toMatchObject({ failure: { kind: 'disk-full', remedy: 'Make room, then try again.' } });
    expect(sent(app)).toEqual([]);
    expect(statusOnServer(app, release)).toBe('PUBLISHED');
    disk.free();
    await handlers['jobs.retry']({ jobId: id }, []);
    await app.drive(id, 'verified');
    expect(sent(app)).toHaveLength(1);
  });

  test('when a draft is queued: it is said, and the draft is as it was', async () => {
    const { app, disk, release } = await onSmallDisk();
    const { handlers } = app.services;
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    disk.fill();
    const job = await handlers['jobs.publish']({ draftId: draft.id }, []);
    expect(job.state).toMatchObject({ at: 'failed', failure: { kind: 'disk-full' } });
    expect(sent(app)).toEqual([]);
    expect((await handlers['drafts.review']({ draftId: draft.id }, [])).draft.fields.status).toBe(
      'DEPRECATED',
    );
  });

  test('after the request has left: the release is verified, that it is not written down is said, and is made up for', async () => {
    const { app, disk, release } = await onSmallDisk();
    const { handlers } = app.services;
    const id = await publishWhileFilling(app, disk, release);
    const job = await app.until(id, 'verifying');
    expect(job.state).toMatchObject({ because: { kind: 'disk-full' } });
    disk.free();
    await app.drive(id, 'verified');
    const [attempt] = await handlers['history.list'](
      { connectionId: app.connection.id, text: '', limit: 1 },
      [],
    );
    expect(attempt).toMatchObject({ jobId: id, outcome: 'verified', answer: { status: 200 } });
    const again = await app.restart();
    const jobs = await again.services.handlers['jobs.list']({ connectionId: app.connection.id }, []);
    expect(jobs).toMatchObject([{ id, state: { at: 'verified' } }]);
    expect(sent(again)).toHaveLength(1);
  });

  test('after the request has left, and the app ends before there is room: the next start finds it out and sends nothing', async () => {
    const { app, disk, release } = await onSmallDisk();
    const id = await publishWhileFilling(app, disk, release);
    await app.services.close();
    disk.free();
    const again = await app.restart();
    await again.drive(id, 'verified');
    expect(sent(again)).toHaveLength(1);
    const [attempt] = await again.services.handlers['history.list'](
      { connectionId: app.connection.id, text: '', limit: 1 },
      [],
    );
    expect(attempt).toMatchObject({ outcome: 'verified', before: { status: 'PUBLISHED' } });
    const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts).toEqual([]);
  });

  test('when the time of a batch comes: the app goes on, what it cannot write down is said, and it is made up for', async () => {
    const { app, disk, release } = await onSmallDisk();
    const { handlers } = app.services;
    const { id: connectionId } = app.connection;
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    const batch = await handlers['batches.create']({ connectionId, name: 'Night', draftIds: [draft.id] }, []);
    const startAt = new Date(app.clock.now() + 5000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    const [job] = await handlers['batches.publish']({ batchId: batch.id }, []);
    const id = job?.id ?? '';
    await app.until(id, 'paused');
    disk.fill();
    await app.clock.advance(6000);
    expect((await app.until(id, 'failed')).state).toMatchObject({ failure: { kind: 'disk-full' } });
    expect(sent(app)).toEqual([]);
    disk.free();
    await handlers['jobs.retry']({ jobId: id }, []);
    await app.drive(id, 'verified');
    expect(sent(app)).toHaveLength(1);
  });

  test('while a backup is made: that is said once, the older ones stay, and the next round makes one', async () => {
    const { app, disk } = await onSmallDisk();
    const backups = () => readdirSync(app.folder).filter((name) => name.startsWith('backup-'));
    await app.clock.advance(10_000);
    await roundIsOver(app);
    expect(backups()).toHaveLength(1);
    const before = backups();
    disk.fill();
    await app.clock.advance(hourMs);
    expect(await app.notice('backup')).toContain('The disk is full. Make room');
    await roundIsOver(app);
    await app.clock.advance(hourMs);
    await roundIsOver(app);
    expect(app.notices.filter((notice) => notice.includes('backup'))).toHaveLength(1);
    expect(backups()).toEqual(before);
    disk.free();
    await app.clock.advance(hourMs);
    await roundIsOver(app);
    expect(backups()).toHaveLength(2);
    expect(app.notices.at(-1)).toBe('The app’s database is backed up again.');
  });

  test('without a window: it is said, nothing is sent, and the exit code tells that it failed', async () => {
    const disk = smallDisk();
    const team = await startTeam(['1.0.0', '1.1.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    disk.fill();
    const ran = await run(team, [
      plan,
      '--data-folder',
      join(disk.folder, 'data'),
      '--server',
      team.demo.origin,
      '--team',
      team.demo.teamId,
    ]);
    expect(ran.text).toContain('The disk is full. Make room, then try again.');
    expect(ran.code).toBe(1);
    expect(team.demo.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});

const hourMs = 3_600_000;

/** The hourly round has come to its end when the next one is due. */
const roundIsOver = ({ clock }: RunningApp): Promise<void> =>
  eventually(() => clock.due().includes(clock.now() + hourMs));

/** Publishes a change; while the server works on it, the disk becomes full, which is said when the answer has come. */
async function publishWhileFilling(app: RunningApp, disk: SmallDisk, release: Release): Promise<string> {
  const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
  const working = app.demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
  const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
  await working.reached;
  disk.fill();
  working.resume();
  expect(await app.notice('could not be written down')).toContain('The disk is full. Make room');
  return id;
}
