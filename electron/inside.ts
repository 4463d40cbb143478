import { app, type BrowserWindow, shell } from 'electron';
import { type Background, createBackground } from './background.ts';
import { systemClock } from './clock.ts';
import { createDesktop, type DesktopAround, onWakeUp } from './desktop.ts';
import type { Log } from './diagnostics/log.ts';
import { newestLog } from './diagnostics/log-file.ts';
import { bindIpc, sendToPage } from './ipc.ts';
import { openKeyStore } from './keys/keytar-key-store.ts';
import { doInWindow, showMenu } from './menu.ts';
import { createSavePlaces } from './save-places.ts';
import { createPresence } from './services/presence.ts';
import { createServices, type Services } from './services.ts';
import { createPublishingMark } from './store/publishing-mark.ts';
import { words } from './texts/words.ts';
import { updaterOfThisApp } from './updater.ts';

/** Everything of the app but its window, which comes and goes. */
export interface Inside {
  readonly services: Services;
  readonly desktop: DesktopAround;
  readonly background: Background;
  /** Brings the queue up in the window's page. */
  showQueue(): void;
  /** Says in the window's page that it was gone. */
  tellCameBack(): void;
}

/** What the inside has to know of the app's life, and may do to it. */
interface Surroundings {
  readonly dataFolder: string;
  /** Where the data would be if nobody had said otherwise: the same for every process of the app. */
  readonly ownFolder: string;
  readonly log: Log;
  /** Is told what nobody foresaw. */
  readonly report: (where: string, error: unknown) => void;
  readonly window: () => BrowserWindow | null;
  /** What the next window shows first. */
  readonly opensAt: () => 'queue' | null;
  /** Loads the window's page anew. */
  readonly reload: () => void;
  readonly bringUpWindow: () => void;
  readonly bringUpQueue: () => void;
  /** Ends the app in good order, then calls back. */
  readonly endFor: (install: () => void) => void;
}

/**
 * Opens the services and ties them to the window, the menu and the desktop.
 *
 * @throws AppError when the data folder cannot be used
 */
export async function openInside(around: Surroundings): Promise<Inside> {
  const { window, log, report } = around;
  const services = await openServices(around);
  bindIpc(services, window, { log, report });
  const desktop = createDesktop({
    window,
    open: around.bringUpWindow,
    openQueue: around.bringUpQueue,
    ...forAll(services),
  });
  createPresence({ events: services.events, jobs: services.jobs, desktop, clock: systemClock });
  onWakeUp(services.wake);
  showMenu(window, null);
  return {
    services,
    desktop,
    background: createBackground(services, window),
    showQueue: () => sendToPage(window(), 'menu.command', { command: 'show-queue' }),
    tellCameBack: () =>
      sendToPage(window(), 'notice', {
        tone: 'warning',
        message: words().desktop.window.cameBack,
        about: null,
        isOnJob: false,
      }),
  };
}

async function openServices({ dataFolder, ownFolder, log, ...around }: Surroundings): Promise<Services> {
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
    window: { isHeard: () => around.window() !== null, opensAt: around.opensAt },
    log,
    updater: updaterOfThisApp(around.endFor),
    publishingMark: createPublishingMark(ownFolder),
    rim: {
      system: (command) => doInWindow(command, around.window()),
      showUndo: (what) => showMenu(around.window, what),
      showLogs: () => shell.showItemInFolder(newestLog(dataFolder)),
      reload: around.reload,
      places: createSavePlaces(around.window),
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
