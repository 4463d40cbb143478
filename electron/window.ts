import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  type WebContents,
} from 'electron';
import { mayOpenOutside } from './outside-links.ts';
import { isPageAddress, pageOrigin, pageScheme, servePage } from './page-files.ts';
import { placeWindow, smallestWindow, type WindowPlace } from './window-place.ts';

/**
 * What has to be settled before the app is ready: every page is sandboxed, whatever comes up is guarded, and the
 * page's scheme is a proper, secure one.
 */
export function guardApp(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Answers for the page's files, denies every permission a page can ask for, and keeps Chromium from the network and
 * from files: what is sent is sent by the main process. The one permission that is given lets the window's own page put
 * text on the clipboard, which cannot take anything away from the user.
 *
 * @param folder the built page
 */
export async function guardSession(folder: string): Promise<void> {
  protocol.handle(pageScheme, await servePage(folder));
  const allowed = (permission: string, requester: string): boolean =>
    permission === 'clipboard-sanitized-write' && isPageAddress(requester);
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    allowed(permission, origin),
  );
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(allowed(permission, requestingUrl)),
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest({ urls: [...outside] }, (_details, answer) =>
    answer({ cancel: true }),
  );
  // What the page saves is made in the page.
  session.defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${pageOrigin}/`)) event.preventDefault();
  });
}

/** Everything but the page's own scheme, and what lives in memory. */
const outside = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);

/** Nothing that shows a page leaves it, opens another, embeds one, or speaks to the network by WebRTC. */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) shell.openExternal(url).catch(() => undefined);
    return { action: 'deny' };
  });
}

/**
 * Opens the app's window, where it was the last time, without its page. It can show that page and nothing else:
 * no Node, no navigation, no new windows, no embedded pages.
 *
 * @param preload path of the preload bundle
 * @param dataFolder where the window's place is remembered
 */
export function openWindow({ preload, dataFolder }: { preload: string; dataFolder: string }): BrowserWindow {
  const placeFile = join(dataFolder, 'window.json');
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const place = placeWindow(
    readPlace(placeFile),
    displays.map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    ...iconOnLinux(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c20' : '#fbfbfc',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    },
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, placeFile);
  return window;
}

/** On Linux a window brings its icon itself, for desktops that do not know the app: an AppImage, or an unpacked archive. */
function iconOnLinux(): { icon?: string } {
  if (process.platform !== 'linux' || !app.isPackaged) return {};
  return { icon: join(process.resourcesPath, 'icon.png') };
}

/** Shows the app's page in the window. */
export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${pageOrigin}/index.html`);
}

function readPlace(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // the first start, or a damaged file: the usual place will do
  }
}

/** Saves the place when the window has stood still for a while, and when it closes. */
function rememberPlace(window: BrowserWindow, file: string): void {
  const restMs = 500;
  let saved = '';
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const place: WindowPlace = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    const text = JSON.stringify(place);
    if (text === saved) return;
    try {
      writeFileSync(`${file}.part`, text, { mode: 0o600 });
      renameSync(`${file}.part`, file);
      saved = text;
    } catch {
      // Where the window was is not worth a message.
    }
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, restMs);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);
  window.on('closed', () => clearTimeout(timer));
}
