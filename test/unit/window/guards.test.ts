import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';

const electron = await vi.hoisted(async () => {
  const { createFakeElectron } = await import('../../support/fake-electron.ts');
  return createFakeElectron();
});
vi.mock('electron', () => electron);
const { guardApp, guardSession, openWindow, showPage } = await import('../../../electron/window.ts');

/** An event of Electron's, and whether its default was prevented. */
const happens = (
  emitter: { emit(name: string, ...args: unknown[]): boolean },
  name: string,
  ...args: unknown[]
) => {
  const preventDefault = vi.fn();
  emitter.emit(name, { preventDefault }, ...args);
  return preventDefault.mock.calls.length > 0 ? 'prevented' : 'done';
};

/** What a function of Electron's was called with, the first time. */
function given<T extends unknown[]>(called: Mock<(...args: T) => unknown>): T {
  const [first] = called.mock.calls;
  if (!first) throw new Error('Electron was not told.');
  return first;
}

beforeEach(() => {
  vi.clearAllMocks();
  electron.app.removeAllListeners();
  electron.session.defaultSession.removeAllListeners();
  electron.windows.length = 0;
  guardApp();
});

const page = (): string => {
  const folder = join(tempFolder(), 'page');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<title>x</title>');
  return folder;
};
const open = () => openWindow({ preload: '/preload.cjs', dataFolder: tempFolder() });

describe('before the app is ready', () => {
  test('every page is put into the sandbox', () => {
    expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
  });

  test('the page’s scheme is made a proper, secure one, without a way around the policy', () => {
    const [schemes] = given(electron.protocol.registerSchemesAsPrivileged);
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  test('the app sets the guards before it waits for anything', () => {
    const lifecycle = readFileSync(new URL('../../../electron/lifecycle.ts', import.meta.url), 'utf8');
    expect(lifecycle.indexOf('guardApp();')).toBeGreaterThan(0);
    expect(lifecycle.indexOf('guardApp();')).toBeLessThan(lifecycle.indexOf('app.whenReady()'));
    expect(lifecycle).toMatch(
      /Promise\.all\(\[loadInside\(\), guardSession\(page\)\]\)[\s\S]*await showIn\(window\)/,
    );
  });

  test('the main module has run to its end only when the guards are set', () => {
    const main = readFileSync(new URL('../../../electron/main.ts', import.meta.url), 'utf8');
    expect(main).toMatch(/^await import\('\.\/lifecycle\.ts'\);$/m);
  });
});

describe('the window', () => {
  test('has neither Node nor the preload’s world, in a sandbox, with the web’s own security', () => {
    open();
    const { webPreferences } = electron.windows[0]?.options ?? {};
    expect(webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    });
    // What would switch something off: webSecurity, allowRunningInsecureContent, experimentalFeatures,
    // enableBlinkFeatures, nodeIntegrationInWorker, nodeIntegrationInSubFrames. None is named.
  });

  test('shows the page of the app’s own scheme', async () => {
    await showPage(open());
    expect(electron.windows[0]?.loaded).toEqual(['app://lukittu/index.html']);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'prevents %s',
    (name) => {
      expect(happens(open().webContents, name)).toBe('prevented');
    },
  );

  test('speaks to nobody by WebRTC', () => {
    const { webContents } = open();
    expect(Reflect.get(webContents, 'webRtc')).toBe('disable_non_proxied_udp');
  });
});

describe('whatever else shows a page', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is guarded like the window: %s',
    (name) => {
      const contents = new electron.WebContents();
      electron.app.emit('web-contents-created', {}, contents);
      expect(happens(contents, name)).toBe('prevented');
      expect(contents.openHandler({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    },
  );
});

describe('a new window', () => {
  test.each<[string, boolean]>([
    ['https://docs.lukittu.com/', true],
    ['https://app.lukittu.com/dashboard', true],
    ['http://app.lukittu.com/', false],
    ['https://app.lukittu.com.example.com/', false],
    ['https://user@app.lukittu.com/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['smb://host/share', false],
    ['ms-msdt:/id', false],
    ['about:blank', false],
  ])('for %s is never opened; handed to the system: %s', (url, handed) => {
    const contents = new electron.WebContents();
    electron.app.emit('web-contents-created', {}, contents);
    expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    expect(electron.shell.openExternal.mock.calls).toEqual(handed ? [[url]] : []);
  });
});

describe('the session', () => {
  const permissions = [
    'clipboard-read',
    'media',
    'display-capture',
    'mediaKeySystem',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'keyboardLock',
    'fullscreen',
    'openExternal',
    'window-management',
    'idle-detection',
    'storage-access',
    'speaker-selection',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'unknown',
    'something-new',
  ];

  test.each(permissions)('denies %s, asked before or asked for', async (permission) => {
    await guardSession(page());
    const [check] = given(electron.session.defaultSession.setPermissionCheckHandler);
    const [request] = given(electron.session.defaultSession.setPermissionRequestHandler);
    expect(check(null, permission, 'app://lukittu')).toBe(false);
    const answer = vi.fn();
    request(null, permission, answer, { requestingUrl: 'app://lukittu/index.html' });
    expect(answer.mock.calls).toEqual([[false]]);
  });

  test('lets the app’s own page, and nobody else, put text on the clipboard', async () => {
    await guardSession(page());
    const [check] = given(electron.session.defaultSession.setPermissionCheckHandler);
    const may = (origin: string) => check(null, 'clipboard-sanitized-write', origin);
    expect(may('app://lukittu')).toBe(true);
    for (const origin of [
      'https://example.com',
      'app://lukittu.example.com',
      'app://other',
      '',
      'null',
      'file://',
    ]) {
      expect([origin, may(origin)]).toEqual([origin, false]);
    }
  });

  test('offers no device', async () => {
    await guardSession(page());
    const [mayUse] = given(electron.session.defaultSession.setDevicePermissionHandler);
    expect(mayUse()).toBe(false);
  });

  test('lets no request of Chromium’s out, to the network or to files', async () => {
    await guardSession(page());
    const [filter, refuse] = given(electron.session.defaultSession.webRequest.onBeforeRequest);
    expect(filter.urls).toEqual(
      ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`),
    );
    const answer = vi.fn();
    refuse({}, answer);
    expect(answer).toHaveBeenCalledWith({ cancel: true });
  });

  test.each<[string, 'prevented' | 'done']>([
    ['blob:app://lukittu/6d0cb053-941c-491f-a3a3-000000000001', 'done'],
    ['https://example.com/x.exe', 'prevented'],
    ['data:application/octet-stream,x', 'prevented'],
    ['blob:https://example.com/1', 'prevented'],
    ['blob:app://lukittu.example.com/1', 'prevented'],
    ['app://lukittu/assets/index.js', 'prevented'],
  ])('has saving %s %s', async (url, what) => {
    await guardSession(page());
    expect(happens(electron.session.defaultSession, 'will-download', { getURL: () => url })).toBe(what);
  });
});

describe('Electron', () => {
  const { devDependencies } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  );

  test('is pinned to one released version, and its Node is the one everything is tested with', () => {
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45);
    expect(process.versions.node.split('.')[0]).toBe(devDependencies.node.split('.')[0]);
  });
});
