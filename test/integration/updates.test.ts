import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { AppImageUpdater, CancellationToken } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createElectronUpdater } from '../../electron/updates/electron-updater.ts';
import type { Updater } from '../../electron/updates/updater.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.ts';

/** Electron-updater's own HTTP, with Node's requests in the place of Electron's. */
function httpOverNode(): ElectronHttpExecutor {
  const executor = new ElectronHttpExecutor();
  Reflect.set(executor, 'createRequest', request);
  return executor;
}

interface Installed {
  updater: Updater;
  real: AppImageUpdater;
  /** The AppImage that runs. */
  program: string;
  cache: string;
  restarts: (() => void)[];
  /** The app quits. */
  quit: () => void;
}

/** Version 1.0.0 as an AppImage in a folder, which looks for updates at the feed. */
function install(feed: UpdateFeed): Installed {
  const folder = tempFolder();
  const program = join(folder, 'Lukittu.AppImage');
  writeFileSync(program, '#!/bin/sh\nexit 0\n');
  chmodSync(program, 0o755);
  vi.stubEnv('APPIMAGE', program);
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${feed.origin}\nupdaterCacheDirName: lukittu-updater\n`);
  let quit = (_exitCode: number): void => undefined;
  const real = new AppImageUpdater(null, {
    version: '1.0.0',
    name: 'lukittu-release-manager',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (handler: typeof quit) => {
      quit = handler;
    },
  });
  Reflect.set(real, 'httpExecutor', httpOverNode());
  const restarts: (() => void)[] = [];
  const updater = createElectronUpdater(
    async () => ({ updater: real, newToken: () => new CancellationToken(), extension: '.AppImage' }),
    (put) => restarts.push(put),
  );
  return { updater, real, program, cache: join(folder, 'lukittu-updater'), restarts, quit: () => quit(0) };
}

const never = new AbortController().signal;
const ignore = (): void => undefined;
/** A version that says, when it is started, that it was. */
const script = (mark: string): string => `#!/bin/sh\n: > "${mark}"\n# ${'x'.repeat(10_000)}\n`;

let feed: UpdateFeed;
beforeEach(async () => {
  feed = await startUpdateFeed();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await feed.close();
});

describe.skipIf(process.platform !== 'linux')('an AppImage', () => {
  test('finds the newer version, its notes as text and its size, and fetches nothing by itself', async () => {
    const { updater } = install(feed);
    feed.offer({
      version: '1.1.0',
      script: script('/dev/null'),
      notes: '<h3>Added</h3><ul><li>Links</li></ul>',
    });
    expect(await updater.look()).toEqual({
      version: '1.1.0',
      notes: 'Added\n\n- Links',
      bytes: script('/dev/null').length,
    });
    expect(feed.asked).toEqual(['/latest-linux.yml']);
  });

  test.each(['1.0.0', '0.9.0', '1.0.0-beta.1'])('takes %s for nothing newer', async (version) => {
    const { updater } = install(feed);
    feed.offer({ version, script: 'x' });
    expect(await updater.look()).toBeNull();
  });

  test('fetches the version, puts it in its own place, and starts it', async () => {
    const { updater, real, program, restarts } = install(feed);
    const mark = join(tempFolder(), 'started');
    feed.offer({ version: '1.1.0', script: script(mark) });
    await updater.look();
    const told: number[] = [];
    await updater.fetch((done, total) => told.push(done / total), never);
    expect(readFileSync(program, 'utf8')).toBe('#!/bin/sh\nexit 0\n');

    updater.restart();
    await vi.waitFor(() => expect(restarts).toHaveLength(1));
    expect(real.install(false, true)).toBe(true);
    expect(readFileSync(program, 'utf8')).toBe(script(mark));
    expect(statSync(program).mode & 0o111).not.toBe(0);
    await vi.waitFor(() => expect(existsSync(mark)).toBe(true));
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('puts the version in its own place on quitting, unless that is held back', async () => {
    const mark = join(tempFolder(), 'started');
    feed.offer({ version: '1.1.0', script: script(mark) });
    const [installed, heldBack] = [install(feed), install(feed)];
    for (const { updater, program } of [installed, heldBack]) {
      vi.stubEnv('APPIMAGE', program);
      await updater.look();
      await updater.fetch(ignore, never);
    }
    heldBack.updater.holdBack();
    heldBack.quit();
    expect(readFileSync(heldBack.program, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
    vi.stubEnv('APPIMAGE', installed.program);
    installed.quit();
    expect(readFileSync(installed.program, 'utf8')).toBe(script(mark));
  });

  test('fetches nothing twice', async () => {
    const { updater } = install(feed);
    feed.offer({ version: '1.1.0', script: script('/dev/null') });
    await updater.look();
    await updater.fetch(ignore, never);
    await updater.look();
    await updater.fetch(ignore, never);
    expect(feed.asked.filter((path) => path.endsWith('.AppImage'))).toHaveLength(1);
  });

  test('throws away what is not what was released', async () => {
    const { updater, program, cache } = install(feed);
    feed.offer({ version: '1.1.0', script: script('/dev/null') });
    await updater.look();
    feed.fail('other-file');
    await expect(updater.fetch(ignore, never)).rejects.toThrow('what came is not what was released');
    expect(filesIn(cache)).toEqual([]);
    expect(readFileSync(program, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  });

  test('fetches again after the connection was lost on the way', async () => {
    const { updater } = install(feed);
    feed.offer({ version: '1.1.0', script: script('/dev/null') });
    await updater.look();
    feed.fail('cut-short');
    await expect(updater.fetch(ignore, never)).rejects.toThrow('the connection was lost');
    feed.fail('nothing');
    await updater.fetch(ignore, never);
  });

  test('breaks a download off when it is told to, and leaves nothing that could be put in place', async () => {
    const { updater, cache } = install(feed);
    feed.offer({ version: '1.1.0', script: script('/dev/null') });
    await updater.look();
    feed.fail('stalled');
    const stop = new AbortController();
    const fetching = updater.fetch(ignore, stop.signal);
    await feed.stalled();
    stop.abort();
    await expect(fetching).rejects.toMatchObject({ failure: { kind: 'cancelled', applied: 'no' } });
    expect(filesIn(cache).filter((name) => !name.startsWith('temp-'))).toEqual([]);
    feed.fail('nothing');
    await updater.fetch(ignore, never);
  });

  test('goes on with a download at once after it was broken off', async () => {
    const { updater } = install(feed);
    feed.offer({ version: '1.1.0', script: script('/dev/null') });
    await updater.look();
    feed.fail('stalled');
    const stop = new AbortController();
    const brokenOff = updater.fetch(ignore, stop.signal);
    await feed.stalled();
    stop.abort();
    feed.fail('nothing');
    const fetching = updater.fetch(ignore, never);
    await expect(brokenOff).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    await fetching;
  });

  test.each(['missing', 'garbage'] as const)(
    'says so when the place to look has something else: %s',
    async (how) => {
      const { updater } = install(feed);
      feed.fail(how);
      await expect(updater.look()).rejects.toMatchObject({ failure: { kind: 'update-failed' } });
    },
  );

  test('says that there is no network when the place to look has no address', async () => {
    const { updater } = install({ ...feed, origin: 'http://updates.invalid' });
    await expect(updater.look()).rejects.toMatchObject({ failure: { kind: 'offline' } });
  });
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}
