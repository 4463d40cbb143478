import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogFile, openLog } from '../../../electron/diagnostics/log-file.ts';
import { tempFolder } from '../../support/temp-folder.ts';

it('keeps every line, also across starts', async () => {
  const folder = tempFolder();
  createLogFile(folder).write('one');
  createLogFile(folder).write('two\n    at a place');
  expect(readFileSync(join(folder, 'app.log'), 'utf8')).toBe('one\ntwo\n    at a place\n');
  expect((await createLogFile(folder).kept())[0]).toBe('one\ntwo\n    at a place\n');
});

it('never grows beyond its files, and the oldest lines go first', async () => {
  const folder = tempFolder();
  const file = createLogFile(folder, { maxBytes: 100, files: 3 });
  for (let line = 0; line < 200; line += 1) file.write(`line ${String(line).padStart(5, '0')}`);
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['app.1.log', 'app.2.log', 'app.log']);
  for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
  const kept = (await file.kept()).toReversed().join('').trim().split('\n');
  expect(kept.at(-1)).toBe('line 00199');
  expect(kept).toHaveLength(20);
  expect(kept).toEqual(kept.toSorted());
});

it.skipIf(process.platform === 'win32')('is for its user alone, whatever the folder was like before', () => {
  const folder = join(tempFolder(), 'data');
  mkdirSync(join(folder, 'logs'), { recursive: true });
  chmodSync(join(folder, 'logs'), 0o755);
  openLog(folder).info('stop', {});
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'logs', 'app.log')).mode & 0o777).toBe(0o600);
});

it('goes on when its folder was removed, and costs nobody anything when it cannot be written', async () => {
  const folder = join(tempFolder(), 'logs');
  const file = createLogFile(folder);
  file.write('before');
  rmSync(folder, { recursive: true });
  file.write('after');
  expect((await file.kept()).join('')).toBe('after\n');

  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in the way');
  file.write('lost');
  expect((await file.kept()).join('')).toBe('');
  rmSync(folder);
  file.write('there again');
  expect((await file.kept()).join('')).toBe('there again\n');
});
