import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { InstanceLock, type OtherInstance } from '../../../build/chromium-runtime/instance-lock.ts';
import { otherProcess } from '../../support/other-process.ts';
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

test.each([
  ['empty', ''],
  ['not a lock', `1 12345678901234 ${'x'.repeat(5000)}`],
])('a lock file that is %s is taken over', (_, content) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'instance.lock'), content);
  expect(hold(folder).take(greeting)).toBe(true);
});

test('of many that start at the very same moment, one is first, and it hears of all the others', async () => {
  const folder = tempFolder();
  const others = 5;
  const results = await Promise.all(Array.from({ length: others + 1 }, () => startAtOnce(folder)));
  expect(results.filter(({ first }) => first)).toHaveLength(1);
  expect(results.find(({ first }) => first)?.heard).toBe(others);
});

/** A process that takes the lock when all are there, and stays until it has heard of the others or was not the first. */
async function startAtOnce(folder: string): Promise<{ first: boolean; heard: number }> {
  const script = `
    const { InstanceLock } = await import(${JSON.stringify(lockModule)});
    const { readdirSync, writeFileSync } = await import('node:fs');
    writeFileSync(${JSON.stringify(folder)} + '/there.' + process.pid, '');
    while (readdirSync(${JSON.stringify(folder)}).filter((name) => name.startsWith('there.')).length < 6) {}
    let heard = 0;
    const say = (first) => { console.log(JSON.stringify({ first, heard })); process.exit(); };
    const lock = new InstanceLock(${JSON.stringify(folder)}, () => { heard += 1; if (heard === 5) say(true); });
    if (!lock.take(${JSON.stringify(greeting)})) say(false);
    setInterval(() => {}, 1000);`;
  const { said } = await otherProcess(script);
  return JSON.parse(said);
}

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
