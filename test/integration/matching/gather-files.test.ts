import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatherFiles } from '../../../electron/publish/matching/gather-files.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const posix = process.platform !== 'win32';

/** A folder with these files in it. */
function folderOf(...paths: readonly string[]): string {
  const folder = join(tempFolder(), 'libs');
  mkdirSync(folder);
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return folder;
}

const placed = ({ folder, name }: { folder: string | null; name: string }): string => `${folder}/${name}`;

describe('what was dropped', () => {
  it('is taken file by file, in the order it was dropped', async () => {
    const folder = folderOf('b.jar', 'a.jar');
    const incoming = ['b.jar', 'a.jar'].map((name) => ({ path: join(folder, name) }));
    const { files, leftOut } = await gatherFiles(incoming);
    expect(files.map(({ name, folder }) => ({ name, folder }))).toEqual([
      { name: 'b.jar', folder: null },
      { name: 'a.jar', folder: null },
    ]);
    expect(leftOut).toEqual({
      hidden: 0,
      links: 0,
      special: 0,
      isBounded: false,
      most: 1000,
      unreadable: [],
    });
  });

  it('is opened where it is a folder, and the folders in it, in the order of names', async () => {
    const folder = folderOf('lab-1.10.0.jar', 'lab-1.9.0.jar', 'dev/lab-1.9.0.jar', 'dev/deep/lab-2.0.0.jar');
    const { files } = await gatherFiles([{ path: folder }]);
    expect(files.map(placed)).toEqual([
      'libs/lab-1.9.0.jar',
      'libs/lab-1.10.0.jar',
      'libs/dev/lab-1.9.0.jar',
      'libs/dev/deep/lab-2.0.0.jar',
    ]);
  });

  it('is taken once, however often it is in it', async () => {
    const folder = folderOf('a.jar');
    const { files } = await gatherFiles([
      { path: join(folder, 'a.jar') },
      { path: folder },
      { path: folder },
    ]);
    expect(files).toHaveLength(1);
  });

  it('is taken as bytes where it has no path', async () => {
    const { files } = await gatherFiles([{ name: '../evil.jar', bytes: new Uint8Array(3) }]);
    expect(files.map(({ name, folder }) => [name, folder])).toEqual([['evil.jar', null]]);
  });

  it('leaves hidden files and folders out, and says how many', async () => {
    const folder = folderOf('a.jar', '.DS_Store', '.git/config', 'Thumbs.db');
    const { files, leftOut } = await gatherFiles([{ path: folder }]);
    expect(files.map(({ name }) => name)).toEqual(['a.jar']);
    expect(leftOut.hidden).toBe(3);
  });

  it('is named where it is gone', async () => {
    const folder = folderOf('a.jar');
    const { files, leftOut } = await gatherFiles([
      { path: join(folder, 'gone.jar') },
      { path: join(folder, 'a.jar') },
    ]);
    expect(files.map(({ name }) => name)).toEqual(['a.jar']);
    expect(leftOut.unreadable).toEqual([{ name: 'gone.jar', message: 'The file is no longer there.' }]);
  });

  it('whose name is not UTF-8 says so and what to do, and not that it is gone', async () => {
    const { leftOut } = await gatherFiles([{ path: join(folderOf('a.jar'), 'r\ufffdsum\ufffd.jar') }]);
    expect(leftOut.unreadable).toMatchObject([
      { message: 'The app cannot open it: its name, or that of its folder, is not UTF-8. Rename it.' },
    ]);
  });

  it.runIf(posix)('never follows a link to a folder, which may lead round in circles', async () => {
    const folder = folderOf('a.jar', 'sub/b.jar');
    symlinkSync(folder, join(folder, 'sub', 'again'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'));
    symlinkSync(join(folder, 'a.jar'), join(folder, 'latest.jar'));
    const { files, leftOut } = await gatherFiles([{ path: folder }]);
    expect(files.map(placed)).toEqual(['libs/a.jar', 'libs/latest.jar', 'libs/sub/b.jar']);
    expect(leftOut.links).toBe(2);
  });

  it.runIf(posix)('takes no file that a link leads to out of the folder that was dropped', async () => {
    const folder = folderOf('libs/a.jar', 'private.txt');
    symlinkSync(join(folder, 'private.txt'), join(folder, 'libs', 'a-1.0.jar'));
    symlinkSync('../private.txt', join(folder, 'libs', 'a-1.1.jar'));
    symlinkSync('a.jar', join(folder, 'libs', '..a.jar'));
    const { files, leftOut } = await gatherFiles([{ path: join(folder, 'libs') }]);
    expect(files.map(({ name }) => name)).toEqual(['a.jar']);
    expect(leftOut).toMatchObject({ links: 2, hidden: 1 });
  });

  it.runIf(posix)('opens a folder that a link leads to, when the link itself was dropped', async () => {
    const folder = folderOf('a.jar');
    const link = join(tempFolder(), 'link');
    symlinkSync(folder, link);
    const { files } = await gatherFiles([{ path: link }]);
    expect(files.map(placed)).toEqual(['link/a.jar']);
  });

  it.runIf(posix)('leaves pipes and devices out without opening them', async () => {
    const folder = folderOf('a.jar');
    execFileSync('mkfifo', [join(folder, 'pipe.jar')]);
    const { files, leftOut } = await gatherFiles([{ path: folder }, { path: '/dev/null' }]);
    expect(files.map(({ name }) => name)).toEqual(['a.jar']);
    expect(leftOut.special).toBe(2);
  });

  it('is not taken beyond so many files, and says so', async () => {
    const folder = folderOf('1.jar', '2.jar', '3.jar', '4.jar');
    const bounds = { files: 3, entries: 100 };
    const { files, leftOut } = await gatherFiles([{ path: folder }], { bounds });
    expect(files.map(({ name }) => name)).toEqual(['1.jar', '2.jar', '3.jar']);
    expect(leftOut).toMatchObject({ isBounded: true, most: 3 });
    const exactly = await gatherFiles([{ path: folder }], { bounds: { files: 4, entries: 100 } });
    expect(exactly.leftOut.isBounded).toBe(false);
  });

  it('is not looked through beyond so many entries, whatever they are', async () => {
    const folder = folderOf('.1', '.2', '.3', 'deep/a.jar');
    const { leftOut } = await gatherFiles([{ path: folder }], { bounds: { files: 10, entries: 3 } });
    expect(leftOut.isBounded).toBe(true);
  });

  it('is let go when it is stopped', async () => {
    const folder = folderOf('a.jar');
    const signal = AbortSignal.abort();
    await expect(gatherFiles([{ path: folder }], { signal })).rejects.toMatchObject({
      failure: { kind: 'cancelled' },
    });
  });
});
