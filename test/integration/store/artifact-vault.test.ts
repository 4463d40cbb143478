import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../electron/model/failure.ts';
import { type ArtifactVault, openArtifactVault } from '../../../electron/store/artifact-vault.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const posix = process.platform !== 'win32';
const maxBytes = 50 * 1024 * 1024;

async function openVault(): Promise<{ vault: ArtifactVault; folder: string; outside: string }> {
  const root = tempFolder();
  const folder = join(root, 'vault');
  const outside = join(root, 'builds');
  await mkdir(outside);
  return { vault: await openArtifactVault(folder, { clock: createFakeClock() }), folder, outside };
}

const failing = (kind: FailureKind) =>
  expect.objectContaining({ failure: expect.objectContaining({ kind }) });

const hashes = (bytes: Uint8Array) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  md5: createHash('md5').update(bytes).digest('hex'),
});

describe('taking a file in', () => {
  it('copies it byte by byte and says its size, both hashes and where it came from', async () => {
    const { vault, outside } = await openVault();
    const bytes = randomBytes(1_000_003);
    const path = join(outside, 'app.zip');
    await writeFile(path, bytes);

    const stored = await vault.add({ path }, { maxBytes });

    expect(stored).toEqual({
      ...hashes(bytes),
      size: bytes.length,
      source: { path, size: bytes.length, modifiedAt: statSync(path).mtimeMs },
    });
    expect(readFileSync(await vault.pathOf(stored.sha256, stored.size)).equals(bytes)).toBe(true);
  });

  it('has the whole copy on the disk before it is in its place, so that no power cut leaves half of one', async () => {
    const folder = join(tempFolder(), 'vault');
    const onDisk: { bytes: number; names: string[] }[] = [];
    const vault = await openArtifactVault(folder, {
      clock: createFakeClock(),
      createFile: async (path) => {
        const file = await open(path, 'wx');
        const sync = file.sync.bind(file);
        file.sync = async () => {
          await sync();
          onDisk.push({ bytes: (await file.stat()).size, names: readdirSync(folder) });
        };
        return file;
      },
    });
    const bytes = randomBytes(300_000);
    await vault.add({ name: 'app.zip', bytes }, { maxBytes });
    expect(onDisk).toEqual([{ bytes: 300_000, names: [expect.stringMatching(/\.partial$/)] }]);
  });

  it('takes pasted bytes, which come from nowhere', async () => {
    const { vault } = await openVault();
    const bytes = Buffer.from('pasted');
    const stored = await vault.add({ name: 'note.txt', bytes }, { maxBytes });
    expect(stored).toEqual({ ...hashes(bytes), size: 6, source: null });
    expect(await vault.sourceState(stored.source)).toBe('none');
  });

  it('takes an empty file', async () => {
    const { vault, outside } = await openVault();
    await writeFile(join(outside, 'empty.zip'), '');
    const stored = await vault.add({ path: join(outside, 'empty.zip') }, { maxBytes });
    expect(stored).toMatchObject({ ...hashes(Buffer.alloc(0)), size: 0 });
    await vault.verify(stored.sha256);
  });

  it('keeps the same content once', async () => {
    const { vault, folder, outside } = await openVault();
    await writeFile(join(outside, 'a.zip'), 'same');
    await writeFile(join(outside, 'b.zip'), 'same');
    await vault.add({ path: join(outside, 'a.zip') }, { maxBytes });
    await vault.add({ path: join(outside, 'b.zip') }, { maxBytes });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('mends a copy that was altered when the same content comes in again', async () => {
    const { vault, outside } = await openVault();
    const path = join(outside, 'a.zip');
    await writeFile(path, 'right');
    const { sha256, size } = await vault.add({ path }, { maxBytes });
    await writeFile(await vault.pathOf(sha256, size), 'wrong');
    await vault.add({ path }, { maxBytes });
    await expect(vault.verify(sha256)).resolves.toBeUndefined();
  });

  it('follows a link to a file', async () => {
    const { vault, outside } = await openVault();
    await writeFile(join(outside, 'app-1.0.zip'), 'content');
    await symlink(join(outside, 'app-1.0.zip'), join(outside, 'latest.zip'));
    const stored = await vault.add({ path: join(outside, 'latest.zip') }, { maxBytes });
    expect(stored).toMatchObject(hashes(Buffer.from('content')));
  });

  it('tells how far it is', async () => {
    const { vault, outside } = await openVault();
    const path = join(outside, 'app.zip');
    await writeFile(path, randomBytes(600_000));
    const seen: number[] = [];
    await vault.add({ path }, { maxBytes, onProgress: (copied) => seen.push(copied) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(600_000);
  });

  it.runIf(posix)('keeps what it holds to the user alone', async () => {
    const { vault, folder } = await openVault();
    const { sha256 } = await vault.add({ name: 'a', bytes: Buffer.from('a') }, { maxBytes });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, sha256)).mode & 0o777).toBe(0o600);
  });
});

describe('what is refused, leaving nothing behind', () => {
  it('a folder', async () => {
    const { vault, folder, outside } = await openVault();
    await expect(vault.add({ path: outside }, { maxBytes })).rejects.toEqual(failing('file-rejected'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(posix)('a device, a named pipe and a socket, without waiting for them', async () => {
    const { vault, folder, outside } = await openVault();
    const pipe = join(outside, 'pipe.jar');
    execFileSync('mkfifo', [pipe]);
    const socket = join(outside, 'socket.jar');
    const server = createServer().listen(socket);
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      for (const path of ['/dev/zero', pipe, socket]) {
        await expect(vault.add({ path }, { maxBytes }), path).rejects.toEqual(failing('file-rejected'));
      }
    } finally {
      server.close();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a file that is gone, and a link that leads nowhere', async () => {
    const { vault, outside } = await openVault();
    await symlink(join(outside, 'gone'), join(outside, 'dangling'));
    for (const name of ['gone', 'dangling']) {
      await expect(vault.add({ path: join(outside, name) }, { maxBytes })).rejects.toEqual(
        failing('file-unreadable'),
      );
    }
  });

  it('a file larger than asked for, before anything is copied', async () => {
    const { vault, folder, outside } = await openVault();
    await writeFile(join(outside, 'big.zip'), Buffer.alloc(101));
    const progress: number[] = [];
    const adding = vault.add(
      { path: join(outside, 'big.zip') },
      { maxBytes: 100, onProgress: (copied) => progress.push(copied) },
    );
    await expect(adding).rejects.toEqual(failing('file-rejected'));
    expect(progress).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['grows', (path: string) => appendFileSync(path, 'more')],
    ['shrinks', (path: string) => truncateSync(path, 300_000)],
    ['is written anew', (path: string) => writeFileSync(path, randomBytes(900_000))],
  ])('a file that %s while it is being copied', async (_, change) => {
    const { vault, folder, outside } = await openVault();
    const path = join(outside, 'building.zip');
    await writeFile(path, randomBytes(900_000));
    let changed = false;
    const adding = vault.add(
      { path },
      {
        maxBytes,
        onProgress: () => {
          if (!changed) change(path);
          changed = true;
        },
      },
    );
    await expect(adding).rejects.toMatchObject({
      failure: { kind: 'file-rejected', message: 'The file changed while it was being copied.' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a copy that is cancelled', async () => {
    const { vault, folder, outside } = await openVault();
    const path = join(outside, 'app.zip');
    await writeFile(path, randomBytes(900_000));
    const controller = new AbortController();
    const adding = vault.add(
      { path },
      { maxBytes, signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(adding).rejects.toMatchObject({ failure: { kind: 'cancelled', applied: 'no' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(existsSync('/dev/full'))('a copy the disk has no room for', async () => {
    const root = tempFolder();
    const vault = await openArtifactVault(root, {
      clock: createFakeClock(),
      createFile: async (path) => {
        await writeFile(path, 'begun');
        return open('/dev/full', 'w');
      },
    });
    const adding = vault.add({ name: 'a', bytes: Buffer.from('a') }, { maxBytes });
    await expect(adding).rejects.toEqual(failing('disk-full'));
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('what is in the vault', () => {
  it('is missed when it is gone, cut short or altered', async () => {
    const { vault } = await openVault();
    const { sha256, size } = await vault.add({ name: 'a', bytes: Buffer.from('abc') }, { maxBytes });
    const path = await vault.pathOf(sha256, size);

    await writeFile(path, 'xyz');
    expect(await vault.has(sha256, size)).toBe(true);
    await expect(vault.verify(sha256)).rejects.toEqual(failing('artifact-missing'));

    await writeFile(path, 'ab');
    expect(await vault.has(sha256, size)).toBe(false);
    await expect(vault.pathOf(sha256, size)).rejects.toEqual(failing('artifact-missing'));

    await rm(path);
    await expect(vault.verify(sha256)).rejects.toEqual(failing('artifact-missing'));
  });

  it('can only be asked for by a hash, never by a path', async () => {
    const { vault, outside } = await openVault();
    await writeFile(join(outside, 'secret'), 'secret');
    await expect(vault.pathOf('../builds/secret', 6)).rejects.toEqual(failing('artifact-missing'));
    await expect(vault.remove('../builds/secret')).rejects.toEqual(failing('artifact-missing'));
  });

  it('goes when nobody needs it any more, but not while it is new', async () => {
    const clock = createFakeClock();
    const folder = tempFolder();
    const before = await openArtifactVault(folder, { clock });
    const old = await before.add({ name: 'old', bytes: Buffer.from('old') }, { maxBytes });
    const needed = await before.add({ name: 'needed', bytes: Buffer.from('needed') }, { maxBytes });
    const vault = await openArtifactVault(folder, { clock });
    const fresh = await vault.add({ name: 'fresh', bytes: Buffer.from('fresh') }, { maxBytes });

    expect(await vault.collect(new Set([needed.sha256]))).toEqual([old.sha256]);
    expect(await vault.has(old.sha256, 3)).toBe(false);
    expect(await vault.has(needed.sha256, 6)).toBe(true);
    expect(await vault.has(fresh.sha256, 5)).toBe(true);

    await clock.advance(11 * 60_000);
    expect(await vault.collect(new Set([needed.sha256]))).toEqual([fresh.sha256]);
  });

  it('stays when it comes in while others are let go of', async () => {
    const { vault } = await openVault();
    const names = Array.from({ length: 40 }, (_, index) => `copy ${index}`);
    let isAdding = true;
    const adding = Promise.all(
      names.map((name) => vault.add({ name, bytes: Buffer.from(name) }, { maxBytes })),
    ).finally(() => {
      isAdding = false;
    });
    while (isAdding) await vault.collect(new Set());
    for (const { sha256, size } of await adding) expect(await vault.has(sha256, size)).toBe(true);
  });

  it('stays fresh while others are let go of, though the clock jumps meanwhile', async () => {
    const clock = createFakeClock();
    const vault = await openArtifactVault(tempFolder(), { clock });
    await vault.add({ name: 'new', bytes: Buffer.from('new') }, { maxBytes });
    const removed = vault.collect(new Set());
    await clock.advance(24 * 3_600_000);
    expect(await removed).toEqual([]);
  });

  it('is listed with its sizes, but for what is no copy', async () => {
    const { vault, folder } = await openVault();
    const { sha256 } = await vault.add({ name: 'a', bytes: Buffer.from('abc') }, { maxBytes });
    await writeFile(join(folder, 'notes.txt'), 'not a copy');
    expect([...(await vault.list())]).toEqual([[sha256, 3]]);
  });

  it('stays for a while when it is held, though nobody names it yet', async () => {
    const clock = createFakeClock();
    const folder = tempFolder();
    const before = await openArtifactVault(folder, { clock });
    const { sha256 } = await before.add({ name: 'old', bytes: Buffer.from('old') }, { maxBytes });
    const vault = await openArtifactVault(folder, { clock });
    vault.hold(sha256);
    expect(await vault.collect(new Set())).toEqual([]);
    await clock.advance(11 * 60_000);
    expect(await vault.collect(new Set())).toEqual([sha256]);
  });

  it('is cleared of copies a crash left unfinished, not of those another process is making', async () => {
    const folder = tempFolder();
    const dead = execFileSync(process.execPath, ['-e', 'console.log(process.pid)']).toString().trim();
    await writeFile(join(folder, `${dead}-1.partial`), 'left');
    await writeFile(join(folder, `${process.ppid}-1.partial`), 'at work');
    await openArtifactVault(folder, { clock: createFakeClock() });
    expect(readdirSync(folder)).toEqual([`${process.ppid}-1.partial`]);
  });
});

describe('the file an artifact came from', () => {
  it('is unchanged, changed or missing', async () => {
    const { vault, outside } = await openVault();
    const path = join(outside, 'app.zip');
    await writeFile(path, 'first');
    const { source } = await vault.add({ path }, { maxBytes });
    expect(await vault.sourceState(source)).toBe('unchanged');

    await utimes(path, new Date(), new Date(Date.now() + 60_000));
    expect(await vault.sourceState(source)).toBe('changed');

    await rm(path);
    expect(await vault.sourceState(source)).toBe('missing');

    await mkdir(path);
    expect(await vault.sourceState(source)).toBe('missing');
  });
});
