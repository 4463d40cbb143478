import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { type Background, createBackground } from './background.ts';
import { systemClock } from './clock.ts';
import { createDesktop, type DesktopAround, onAskedToOpen, onWakeUp } from './desktop.ts';
import { traceOf } from './diagnostics/error-trace.ts';
import { silentLog } from './diagnostics/log.ts';
import { newestLog, openLog } from './diagnostics/log-file.ts';
import { appError, failureFrom } from './errors.ts';
import { headlessArguments } from './headless/args.ts';
import { runInThisProcess } from './headless/node-process.ts';
import { bindIpc, sendToPage } from './ipc.ts';
import { openKeyStore } from './keys/keytar-key-store.ts';
import { showMenu } from './menu.ts';
import type { CommandName } from './model/command.ts';
import type { OpenRequest } from './opening/read-arguments.ts';
import { recoverPage } from './page-recovery.ts';
import { createSavePlaces } from './save-places.ts';
import { createPresence } from './services/presence.ts';
import { createServices, type Services } from './services.ts';
import { makePrivateFolder } from './store/private-folder.ts';
import { speak, words } from './texts/words.ts';
import { updaterOfThisApp } from './updater.ts';
import { guardApp, guardSession, openWindow, showPage } from './window.ts';

const preload = join(import.meta.dirname, '../preload/preload.cjs');
const page = join(import.meta.dirname, '../renderer');

/** How long the services may take to put things in order before the app ends without them, in ms. */
const closingLimit = 5000;

/** What the system asked the app to open before there was somebody who could. */
const asked: OpenRequest[] = [];

/** What there is of the app at the moment. */
const live: Live = { window: null, services: null, desktop: null, background: null, opensAt: null };

interface Live {
  window: BrowserWindow | null;
  services: Services | null;
  desktop: DesktopAround | null;
  background: Background | null;
  /** What the next window shows first. */
  opensAt: 'queue' | null;
}

/** Whatever happens before there is a data folder is written nowhere. */
let log = silentLog;

// Whatever is written to the data folder, by whichever library, is for its user alone.
process.umask(0o077);
const withoutWindow = headlessArguments(process.argv, app.isPackaged);
// Electron runs this module to its end before it looks for a display and starts processes of Chromium's.
if (withoutWindow !== null) {
  await runInThisProcess(withoutWindow, {
    version: app.getVersion(),
    folder: process.cwd(),
    appFolder: app.getPath('userData'),
  });
}
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
    if (live.background?.mayQuit() === false) event.preventDefault();
  });
  app.on('will-quit', closeServicesFirst);
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

/** The window comes first: it is being made while the services open. */
async function start(): Promise<void> {
  // As Electron tells the page (`navigator.languages`), so that window and main process speak the same.
  speak([app.getLocale(), ...app.getPreferredSystemLanguages()]);
  const window = makeWindow();
  const [services] = await Promise.all([openServices(), guardSession(page)]);
  live.services = services;
  bindIpc(services, () => live.window, { log, report });
  const desktop = createDesktop({
    window: () => live.window,
    open: bringUpWindow,
    openQueue: bringUpQueue,
    ...forAll(services),
  });
  live.desktop = desktop;
  live.background = createBackground(services, () => live.window);
  live.background.returned(window);
  createPresence({ events: services.events, jobs: services.jobs, desktop, clock: systemClock });
  onWakeUp(services.wake);
  showMenu((command) => sendToPage(live.window, 'menu.command', { command }));
  for (const request of asked.splice(0)) void services.opening.take(request);
  await showIn(window);
}

async function openServices(): Promise<Services> {
  const { store, problem } = await openKeyStore();
  const { electron } = process.versions;
  return createServices({
    dataFolder,
    keyring: store,
    keyringProblem: problem,
    app: {
      version: app.getVersion(),
      platform: process.platform,
      runtime: electron === undefined ? 'Chromium' : `Electron ${electron}`,
    },
    window: { isHeard: () => live.window !== null, opensAt: () => live.opensAt },
    log,
    updater: updaterOfThisApp(endFor),
    rim: {
      showLogs: () => shell.showItemInFolder(newestLog(dataFolder)),
      reload: () => {
        if (live.window) showIn(live.window).catch(giveUp);
      },
      places: createSavePlaces(() => live.window),
    },
  });
}

/** What the tray does with the queue of every team. */
function forAll({ jobs, handlers }: Services): { pauseAll: () => void; resumeAll: () => void } {
  const each = (call: 'jobs.pauseAll' | 'jobs.resumeAll') => (): void => {
    const teams = new Set(jobs().map(({ connectionId }) => connectionId));
    for (const connectionId of teams) handlers[call]({ connectionId }, []);
  };
  return { pauseAll: each('jobs.pauseAll'), resumeAll: each('jobs.resumeAll') };
}

function makeWindow(): BrowserWindow {
  const window = openWindow({ preload, dataFolder });
  live.window = window;
  window.on('close', (event) => {
    if (live.background?.mayClose() === false) event.preventDefault();
  });
  window.on('closed', () => {
    live.window = null;
  });
  recoverPage(window, {
    clock: systemClock,
    log,
    reload: () => showPage(window),
    recovered: () =>
      sendToPage(window, 'notice', {
        tone: 'warning',
        message: words().desktop.window.cameBack,
        about: null,
      }),
    giveUp: () => giveUp(appError('internal', words().desktop.window.staysAway)),
  });
  return window;
}

/** On macOS the dock stands for an app without a window. */
function quitUnlessNeeded(): void {
  if (process.platform === 'darwin') return;
  if (live.background?.goesOn()) live.desktop?.windowGone();
  else app.quit();
}

/** Whoever comes back to a queue that went on without a window is shown the queue. */
function bringUpWindow(): void {
  const { window, services, background } = live;
  if (window) {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  } else if (services) {
    live.opensAt = background?.goesOn() ? 'queue' : null;
    const made = makeWindow();
    background?.returned(made);
    live.desktop?.windowOpened();
    showIn(made).catch(giveUp);
  }
}

/** For who comes because of the queue. */
function bringUpQueue(): void {
  const isThere = live.window !== null;
  bringUpWindow();
  if (isThere) sendToPage(live.window, 'menu.command', { command: 'show-queue' satisfies CommandName });
  else live.opensAt = 'queue';
}

/** Shows what the system asks for: a release, or what a plan would do. */
function open(request: OpenRequest): void {
  const { services } = live;
  if (services === null) return void asked.push(request);
  void services.opening.take(request);
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
  const { services } = live;
  live.background?.ends();
  live.services = null;
  inTime(services?.close())
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
  const { services } = live;
  if (!services) return;
  live.services = null;
  event.preventDefault();
  inTime(services.close())
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
