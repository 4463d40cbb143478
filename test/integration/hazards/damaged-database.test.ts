import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureFrom } from '../../../electron/errors.ts';
import type { Job } from '../../../electron/model/job.ts';
import { eventually } from '../../support/eventually.ts';
import { addressOf, deprecating, run, startTeam, writePlan } from '../../support/headless.ts';
import { type RunningApp, runApp } from '../../support/running-app.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const hourMs = 3_600_000;
const databaseOf = (folder: string): string => join(folder, 'releases.db');
const garbage = Buffer.alloc(64 * 1024, 'no database');

/** Waits until the hourly backup is made. */
async function backedUp(app: RunningApp): Promise<void> {
  await app.clock.advance(10_000);
  await eventually(() => app.clock.due().includes(app.clock.now() + hourMs));
  expect(backupsIn(app.folder)).toHaveLength(1);
}

const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('backup-'));

const sent = ({ demo }: RunningApp) => demo.requests.filter(({ method }) => method === 'PUT');

const noticesOf = async ({ services }: RunningApp): Promise<string[]> =>
  (await services.handlers['app.info']({}, [])).notices;

const jobsOf = (app: RunningApp): Promise<Job[]> | Job[] =>
  app.services.handlers['jobs.list']({ connectionId: app.connection.id }, []);

/** The last leaf of a table says that its cells are where none are: SQLite opens the file, and only its check finds it. */
function scramble(path: string): void {
  const bytes = readFileSync(path);
  const pages = Array.from({ length: bytes.length / pageBytes }, (_, nth) => nth * pageBytes);
  const leaf = pages.findLast((at) => at > 0 && bytes[at] === leafOfTable && bytes.readUInt16BE(at + 3) > 0);
  if (leaf === undefined) throw new Error('there is no leaf');
  bytes.writeUInt16BE(0, leaf + 8);
  writeFileSync(path, bytes);
}

/** https://www.sqlite.org/fileformat2.html#b_tree_pages */
const leafOfTable = 0x0d;
const pageBytes = 4096;

/** Ends the app, does this to its database, and starts it again. */
async function restartWith(app: RunningApp, damage: (path: string) => void): Promise<RunningApp> {
  await app.services.close();
  damage(databaseOf(app.folder));
  return app.restart();
}

describe('the database is damaged', () => {
  test.each([
    ['overwritten', (path: string) => writeFileSync(path, garbage), 'was damaged'],
    ['cut in the middle', (path: string) => truncateSync(path, 20_000), 'was damaged'],
    ['wrong in one page', scramble, 'was damaged'],
    ['gone', (path: string) => rmSync(path), 'had disappeared'],
    ['empty', (path: string) => truncateSync(path, 0), 'had disappeared'],
  ])(
    'at the start of the app, %s: the newest backup takes its place, which is said',
    async (_, damage, said) => {
      const app = await runApp();
      await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
      await backedUp(app);
      const again = await restartWith(app, damage);
      const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
      expect(drafts).toMatchObject([{ fields: { status: 'ARCHIVED' } }]);
      expect(await noticesOf(again)).toEqual([expect.stringContaining(said)]);
      expect(await noticesOf(again)).toEqual([
        expect.stringMatching(/The backup of 1 January 2026 at \d\d:\d\d is used/),
      ]);
      const isSetAside = readdirSync(app.folder).some((name) => name.startsWith('damaged-'));
      if (said === 'was damaged') expect(isSetAside).toBe(true);
    },
  );

  test('at the start of the app, and there is no backup: an empty one is started, which is said', async () => {
    const app = await runApp();
    await app.services.close();
    writeFileSync(databaseOf(app.folder), garbage);
    const again = await runApp({ folder: app.folder, demo: app.demo, clock: app.clock });
    expect(await noticesOf(again)).toEqual([expect.stringContaining('No backup could be read')]);
    expect(readdirSync(app.folder).some((name) => name.startsWith('damaged-'))).toBe(true);
  });

  test('at the start of the app, and so is the newest backup: the one before it is used', async () => {
    const app = await runApp();
    await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    await backedUp(app);
    await app.clock.advance(hourMs);
    await eventually(() => backupsIn(app.folder).length === 2);
    const again = await restartWith(app, (path) => {
      writeFileSync(path, garbage);
      writeFileSync(join(app.folder, backupsIn(app.folder).at(-1) ?? ''), garbage);
    });
    const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts).toHaveLength(1);
  });

  test('while something is on its way: it waits for a person, over every start, and goes on from what the server holds', async () => {
    const app = await runApp();
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'DEPRECATED' } });
    const reading = app.demo.faults.add({ method: 'GET', at: 'answer', effect: { kind: 'pause' } });
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await reading.reached;
    await backedUp(app);
    reading.resume();
    // The backup says that it was on its way. It is published since.
    await app.until(id, 'verified');

    const again = await restartWith(app, (path) => writeFileSync(path, garbage));
    expect(await jobsOf(again)).toMatchObject([{ id, state: { at: 'paused' } }]);
    const third = await again.restart();
    expect(await jobsOf(third)).toMatchObject([{ id, state: { at: 'paused' } }]);
    expect(sent(third)).toHaveLength(1);
    await third.services.handlers['jobs.resume']({ jobId: id }, []);
    await third.drive(id, 'verified');
    expect(sent(third)).toHaveLength(1);
  });

  test('after a draft was saved and a file dropped: those of before the backup are there, and their files', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const path = join(tempFolder(), 'app.zip');
    writeFileSync(path, 'an artifact');
    const { draft } = await app.edit(app.release('2.2.0'), {});
    await handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
    await backedUp(app);
    await app.edit(app.release('2.1.0'), { fields: { status: 'ARCHIVED' } });
    const again = await restartWith(app, (file) => writeFileSync(file, garbage));
    const review = await again.services.handlers['drafts.review']({ draftId: draft.id }, []);
    expect(review.draft.file).toMatchObject({ kind: 'replace', artifact: { name: 'app.zip' } });
    expect(review.findings.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  });

  test('after something was published: the history of before the backup is there', async () => {
    const app = await runApp();
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'DEPRECATED' } });
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.until(id, 'verified');
    await backedUp(app);
    const again = await restartWith(app, (file) => writeFileSync(file, garbage));
    const history = await again.services.handlers['history.list'](
      { connectionId: app.connection.id, text: '', limit: 10 },
      [],
    );
    expect(history).toMatchObject([{ jobId: id, outcome: 'verified' }]);
  });

  test('while the app runs: what cannot be read any more is refused, and it is said what mends it', async () => {
    const app = await runApp();
    const connectionId = app.connection.id;
    // More than SQLite keeps in memory, so that it has to read the file again.
    for (let at = 0; at < 40; at += 1) {
      const metadata = [{ key: `k${at}`, value: randomBytes(2000).toString('hex'), locked: false }];
      for (let piece = 0; piece < 20; piece += 1) {
        metadata.push({ key: `p${piece}`, value: randomBytes(2000).toString('hex'), locked: false });
      }
      await app.edit(null, { fields: { version: `9.0.${at}`, metadata } });
    }
    await app.services.close();
    const again = await app.restart();
    const { size } = statSync(databaseOf(app.folder));
    const file = openSync(databaseOf(app.folder), 'r+');
    writeSync(file, Buffer.alloc(size - 64 * 1024, 'x'), 0, null, 64 * 1024);
    closeSync(file);
    const reading = async () => again.services.handlers['drafts.list']({ connectionId }, []);
    const error = await reading().then(
      () => null,
      (thrown: unknown) => failureFrom(thrown),
    );
    expect(error).toMatchObject({
      kind: 'store-damaged',
      message: 'The app’s database is damaged.',
      remedy: expect.stringContaining('Start the app again'),
    });
  });

  test('without a window: it is said, and the next start of the app holds back what is on its way all the same', async () => {
    const app = await runApp();
    await app.services.handlers['jobs.pauseAll']({ connectionId: app.connection.id }, []);
    const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'DEPRECATED' } });
    const reading = app.demo.faults.add({ method: 'GET', at: 'answer', effect: { kind: 'pause' } });
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await reading.reached;
    await backedUp(app);
    reading.resume();
    await app.until(id, 'verified');
    await app.services.close();
    writeFileSync(databaseOf(app.folder), garbage);

    const team = await startTeam(['7.0.0']);
    const plan = writePlan(team, team.releases.map(deprecating));
    const ran = await run(team, [plan, '--data-folder', app.folder, ...addressOf(team)]);
    expect(ran.text).toContain('The app’s database was damaged.');
    expect(ran.code).toBe(0);

    const again = await app.restart();
    expect(await jobsOf(again)).toMatchObject([{ id, state: { at: 'paused' } }]);
    expect(await noticesOf(again)).toEqual([expect.stringContaining('was damaged')]);
    expect(sent(again)).toHaveLength(1);
  });

  test('a database of a newer version of the app is left as it is, which is said', async () => {
    const app = await runApp();
    await app.services.close();
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(databaseOf(app.folder));
    db.exec('PRAGMA user_version = 999');
    db.close();
    await expect(app.restart()).rejects.toThrow('written by a newer version of this app');
    expect(existsSync(databaseOf(app.folder))).toBe(true);
    expect(readdirSync(app.folder).some((name) => name.startsWith('damaged-'))).toBe(false);
  });
});
