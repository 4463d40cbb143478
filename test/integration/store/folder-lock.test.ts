import { spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../../electron/store/folder-lock.ts';
import { type OtherProcess, otherProcess } from '../../support/other-process.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const module = new URL('../../../electron/store/folder-lock.ts', import.meta.url).href;

/** Another process that holds the lock until it is killed. */
const holder = (folder: string): Promise<OtherProcess> =>
  otherProcess(`const { lockFolder } = await import(${JSON.stringify(module)});
    lockFolder(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 1000);`);

test('a data folder has one user at a time', () => {
  const folder = tempFolder();
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ kind: 'busy' }) }),
  );
  lock.release();
  lockFolder(folder).release();
});

test('a process that is killed leaves no lock behind', async () => {
  const folder = tempFolder();
  const other = await holder(folder);
  expect(() => lockFolder(folder)).toThrow('in use');
  await other.kill();
  lockFolder(folder).release();
});

test.skipIf(process.platform === 'win32')('the folder is made, private to the user', () => {
  const folder = join(tempFolder(), 'new');
  const lock = lockFolder(folder);
  onTestFinished(lock.release);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'in-use.db')).mode & 0o777).toBe(0o600);
});

test.skipIf(process.platform === 'win32')('a folder that cannot be written is told as such', () => {
  const folder = tempFolder();
  chmodSync(folder, 0o555);
  // Root may write anywhere: a process that has given that up tells what anybody else would be told.
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    if (process.getuid() === 0) process.seteuid(65534);
    try { lockFolder(${JSON.stringify(folder)}); } catch (error) { process.stdout.write(error.message); }`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout).toContain('did not let the app');
});
