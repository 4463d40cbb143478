import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { InstanceLock, type OtherInstance } from '../../../build/chromium-runtime/instance-lock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const lockModule = new URL('../../../build/chromium-runtime/instance-lock.ts', import.meta.url).href;
const greeting = { argv: ['app', '--plan'], workingDirectory: '/', additionalData: null };

test('a second process is refused, and the first hears what it was started with', async () => {
  const folder = tempFolder();
  const heard = new EventEmitter();
  const first = hold(folder, (other) => heard.emit('other', other));
  const other = once(heard, 'other');

  expect(first.take(greeting)).toBe(true);
  expect(takenByAnotherProcess(folder)).toBe(false);
  expect(await other).toEqual([greeting]);
});

test('the lock is free again when it was released, or its owner died', () => {
  const folder = tempFolder();
  const first = hold(folder);
  first.take(greeting);
  first.release();
  expect(takenByAnotherProcess(folder)).toBe(true); // and that process ended without releasing it
  expect(hold(folder).take(greeting)).toBe(true);
});

test('a lock of a process whose id somebody else has now is taken over', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'instance.lock'), '1 12345678901234');
  expect(hold(folder).take(greeting)).toBe(true);
});

test('a damaged lock is taken over', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'instance.lock'), '');
  expect(hold(folder).take(greeting)).toBe(true);
});

function hold(folder: string, onOther: (other: OtherInstance) => void = () => undefined): InstanceLock {
  const lock = new InstanceLock(folder, onOther);
  onTestFinished(() => lock.release());
  return lock;
}

function takenByAnotherProcess(folder: string): boolean {
  const script = `
    const { InstanceLock } = await import(${JSON.stringify(lockModule)});
    const lock = new InstanceLock(${JSON.stringify(folder)}, () => undefined);
    process.exit(lock.take(${JSON.stringify(greeting)}) ? 0 : 3);`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script]).status === 0;
}
