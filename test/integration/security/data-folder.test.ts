import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLog } from '../../../electron/diagnostics/log-file.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { publish, type RunningApp, runApp } from '../../support/running-app.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A system that lets everybody read what is made, unless the maker says otherwise. */
let former = 0;
beforeEach(() => {
  former = process.umask(0o000);
});
afterEach(() => {
  process.umask(former);
});

/** Everything below the folder that others than its user may read, write or enter. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0)
    .map((path) => `${relative(folder, path)} ${(statSync(path).mode & 0o777).toString(8)}`);
}

/** The app after almost everything that writes has written: store, log, copies of artifacts, the lock. */
async function usedApp(): Promise<RunningApp> {
  const folder = tempFolder();
  const clock = createFakeClock();
  const app = await runApp({ folder, clock, log: openLog(folder, clock) });
  const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
  const file = { name: 'app.zip', bytes: Buffer.from('an artifact') };
  await app.services.handlers['drafts.attach']({ draftId: draft.id }, [file]);
  await publish(app, draft);
  return app;
}

/** Lets it make a backup, which comes after all else has been looked after. */
async function backUp({ folder, clock }: RunningApp): Promise<void> {
  await clock.advance(3_600_000);
  // Backups are made while the process does other things.
  while (!readdirSync(folder).some((name) => /^backup-.*\.db$/.test(name))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

// On Windows a file's mode says nothing: what keeps others out are the rights of the user's own folder.
describe.skipIf(process.platform === 'win32')('the data folder', () => {
  test('is private to its user, with everything in it', async () => {
    const app = await usedApp();
    const { folder } = app;
    expect(openToOthers(folder)).toEqual([]);
    await backUp(app);
    const names = readdirSync(folder, { recursive: true }).map(String);
    for (const name of [
      'releases.db',
      'releases.db-wal',
      'in-use.db',
      'logs',
      join('logs', 'app.log'),
      'artifacts',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.some((name) => /^backup-/.test(name))).toBe(true);
    expect(names.some((name) => /^artifacts[/\\][0-9a-f]{64}$/.test(name))).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(openToOthers(folder)).toEqual([]);
  });

  test('becomes private where it was not', async () => {
    const app = await usedApp();
    const { folder, clock } = app;
    await backUp(app);
    await app.services.close();
    for (const name of ['window.json', 'damaged-earlier-releases.db']) writeFileSync(join(folder, name), '');
    writeFileSync(join(folder, 'of-somebody-else.txt'), '');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
    }
    chmodSync(folder, 0o755);
    expect(openToOthers(folder).length).toBeGreaterThan(9);

    const again = await app.restart();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await clock.advance(10_000);
    await again.services.close();
    expect(openToOthers(folder)).toEqual(['of-somebody-else.txt 644']);
  });

  test('stays private when a damaged database is set aside', async () => {
    const app = await usedApp();
    await backUp(app);
    await app.services.close();
    for (const suffix of ['', '-wal', '-shm']) {
      writeFileSync(join(app.folder, `releases.db${suffix}`), 'no database at all', { mode: 0o600 });
    }
    await app.restart();
    const names = readdirSync(app.folder);
    expect(names.some((name) => name.startsWith('damaged-'))).toBe(true);
    expect(openToOthers(app.folder)).toEqual([]);
  });
});
