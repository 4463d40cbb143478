import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { systemClock } from './clock.ts';
import { onAskedToOpen } from './desktop.ts';
import { traceOf } from './diagnostics/error-trace.ts';
import { silentLog } from './diagnostics/log.ts';
import { openLog } from './diagnostics/log-file.ts';
import { appError, failureFrom } from './errors.ts';
import type { Inside } from './inside.ts';
import type { OpenRequest } from './opening/read-arguments.ts';
import { ownFolder } from './own-folder.ts';
import { recoverPage } from './page-recovery.ts';
import { makePrivateFolder } from './store/private-folder.ts';
import { speak, words } from './texts/words.ts';
import { guardApp, guardSession, openWindow, showPage } from './window.ts';

/*
 * The app from its start to its end: its folder, its one window, and what is inside. It loads only what the window
 * needs; everything inside is loaded while the window is being made.
 */

/** The other two bundles of the app. */
const preload = join(app.getAppPath(), 'out/preload/preload.cjs');
const page = join(app.getAppPath(), 'out/renderer');

/** How long the services may take to put things in order before the app ends without them, in ms. */
const closingLimit = 5000;

/** What the system asked the app to open before there was somebody who could. */
const asked: OpenRequest[] = [];

/** What there is of the app at the moment. */
const live: Live = { window: null, inside: null, opensAt: null };

interface Live {
  window: BrowserWindow | null;
  inside: Inside | null;
  /** What the next window shows first. */
  opensAt: 'queue' | null;
}

/** Whatever happens before there is a data folder is written nowhere. */
let log = silentLog;

process.on('uncaughtException', giveUp);
process.on('unhandledRejection', (error) => report('promise', error));
guardApp();
// On Windows a notification is shown only for an app that the start menu knows by this name (`appId` of the packages).
if (process.platform === 'win32') app.setAppUserModelId('com.lukittu.release-manager');
const dataFolder = makeDataFolder();
log = openLog(dataFolder);
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', bringUpWindow);
  app.on('activate', bringUpWindow);
  onAskedToOpen(open);
  app.on('window-all-closed', quitUnlessNeeded);
  app.on('before-quit', (event) => {
    if (live.inside?.background.mayQuit() === false) event.preventDefault();
  });
  app.on('will-quit', closeServicesFirst);
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

/** The window comes first: it is being made while everything inside is loaded and opened. */
async function start(): Promise<void> {
  // As Electron tells the page (`navigator.languages`), so that window and main process speak the same.
  speak([app.getLocale(), ...app.getPreferredSystemLanguages()], app.getSystemLocale());
  const window = makeWindow();
  const [inside] = await Promise.all([loadInside(), guardSession(page)]);
  live.inside = inside;
  inside.background.returned(window);
  for (const request of asked.splice(0)) void inside.services.opening.take(request);
  await showIn(window);
}

async function loadInside(): Promise<Inside> {
  const { openInside } = await import('./inside.ts');
  return openInside({
    dataFolder,
    ownFolder: ownFolder(app),
    log,
    report,
    window: () => live.window,
    opensAt: () => live.opensAt,
    reload: () => {
      if (live.window) showIn(live.window).catch(giveUp);
    },
    bringUpWindow,
    bringUpQueue,
    endFor,
  });
}

function makeWindow(): BrowserWindow {
  const window = openWindow({ preload, dataFolder });
  live.window = window;
  window.on('close', (event) => {
    if (live.inside?.background.mayClose() === false) event.preventDefault();
  });
  window.on('closed', () => {
    live.window = null;
  });
  recoverPage(window, {
    clock: systemClock,
    log,
    reload: () => showPage(window),
    recovered: () => live.inside?.tellCameBack(),
    giveUp: () => giveUp(appError('internal', words().desktop.window.staysAway)),
  });
  return window;
}

/** On macOS the dock stands for an app without a window. */
function quitUnlessNeeded(): void {
  if (process.platform === 'darwin') return;
  if (live.inside?.background.goesOn()) live.inside.desktop.windowGone();
  else app.quit();
}

/** Whoever comes back to a queue that went on without a window is shown the queue. */
function bringUpWindow(): void {
  const { window, inside } = live;
  if (window) {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  } else if (inside) {
    live.opensAt = inside.background.goesOn() ? 'queue' : null;
    const made = makeWindow();
    inside.background.returned(made);
    inside.desktop.windowOpened();
    showIn(made).catch(giveUp);
  }
}

/** For who comes because of the queue. */
function bringUpQueue(): void {
  const isThere = live.window !== null;
  bringUpWindow();
  if (isThere) live.inside?.showQueue();
  else live.opensAt = 'queue';
}

/** Shows what the system asks for: a release, or what a plan would do. */
function open(request: OpenRequest): void {
  const { inside } = live;
  if (inside === null) return void asked.push(request);
  void inside.services.opening.take(request);
  bringUpWindow();
}

/** A window that was closed before its page had come is no failure. */
async function showIn(window: BrowserWindow): Promise<void> {
  try {
    await showPage(window);
  } catch (error) {
    if (!window.isDestroyed()) throw error;
  }
}

/** Ends the app so that its next version can take its place: nobody is asked, and everything is put in order first. */
function endFor(install: () => void): void {
  const { inside } = live;
  inside?.background.ends();
  live.inside = null;
  inTime(inside?.services.close())
    .catch((error: unknown) => report('closing', error))
    .finally(() => {
      app.releaseSingleInstanceLock();
      install();
      setTimeout(() => app.quit(), closingLimit); // where it could not be put in place, the app must not stay half open
    });
}

/** As long as it takes, or until the app ends without it. */
async function inTime(work: Promise<void> | undefined): Promise<void> {
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, closingLimit))]);
}

function closeServicesFirst(event: Electron.Event): void {
  const { inside } = live;
  if (!inside) return;
  live.inside = null;
  event.preventDefault();
  inTime(inside.services.close())
    .catch((error: unknown) => report('closing', error))
    .finally(() => app.quit());
}

/** Everything the app keeps is in one folder that only its user can read. */
function makeDataFolder(): string {
  const elsewhere = app.commandLine.getSwitchValue('user-data-dir') || process.env.LUKITTU_DATA_FOLDER;
  if (elsewhere) app.setPath('userData', resolve(elsewhere));
  const folder = app.getPath('userData');
  makePrivateFolder(folder);
  return folder;
}

/** Says what is wrong and ends. What was saved is safe: everything is on disk as soon as it is made. */
function giveUp(error: unknown): void {
  report('fatal', error);
  const { message, remedy } = failureFrom(error);
  dialog.showErrorBox(words().desktop.window.hasToClose(app.getName()), `${message}\n${remedy}`);
  app.exit(1);
}

/** Names the error and the places it came through, never its text: that may hold what is nobody's business. */
function report(where: string, error: unknown): void {
  log.unforeseen(where, error);
  const { name, places } = traceOf(error);
  process.stderr.write(`${[`${where}: ${name}`, ...places].join('\n    ')}\n`);
}
