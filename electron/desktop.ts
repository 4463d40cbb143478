import { app, type BrowserWindow, Notification, powerMonitor, powerSaveBlocker } from 'electron';
import { type OpenRequest, requestsIn } from './opening/read-arguments.ts';
import type { Desktop } from './services/presence.ts';
import type { QueueWords } from './services/queue-words.ts';
import { createTrayIcon, type TrayCommands } from './tray.ts';

/** The desktop around a window that comes and goes. */
export interface DesktopAround extends Desktop {
  windowOpened(): void;
  /** The app goes on without one. */
  windowGone(): void;
}

interface Dependencies extends TrayCommands {
  readonly window: () => BrowserWindow | null;
  /** Brings the window up with the queue in it. */
  readonly openQueue: () => void;
}

/**
 * What the desktop shows of the queue: progress in the task bar or dock, a notification when the window is not looked
 * at, no sleep while bytes move, and an icon in the tray while there is no window.
 */
export function createDesktop({ window, openQueue, ...commands }: Dependencies): DesktopAround {
  const tray = createTrayIcon(commands);
  /** A notification that nobody holds may be gone before it is clicked. */
  const shown = new Set<Notification>();
  let blocker: number | null = null;
  let progress: Parameters<Desktop['progress']>[0] = null;
  let words: QueueWords | null = null;
  let isGone = false;

  const showProgress = (): void => {
    const isWaiting = progress === 'waiting';
    const share = progress === null ? -1 : progress === 'waiting' ? 1 : progress;
    window()?.setProgressBar(share, { mode: isWaiting ? 'paused' : 'normal' });
  };
  const showTray = (): void => {
    if (isGone && words) tray.show(words);
  };

  return {
    progress: (value) => {
      progress = value;
      showProgress();
    },
    describe: (next) => {
      words = next;
      showTray();
    },
    stayAwake: (awake) => {
      if (awake && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
      if (!awake && blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
    notify: ({ title, body }) => {
      if (!Notification.isSupported() || window()?.isFocused()) return;
      const notification = new Notification({ title, body });
      shown.add(notification);
      notification.on('close', () => shown.delete(notification));
      notification.on('click', () => {
        shown.delete(notification);
        openQueue();
      });
      notification.show();
    },
    windowOpened: () => {
      isGone = false;
      tray.hide();
      showProgress();
    },
    windowGone: () => {
      isGone = true;
      showTray();
    },
  };
}

/** Calls back whenever the computer wakes up: timers stood still and sockets are gone. */
export function onWakeUp(wake: () => void): void {
  powerMonitor.on('resume', wake);
}

/**
 * Calls back for every link and file that the system asks the app to open, with this start and later. Has to be called
 * before the app is ready: macOS tells so early.
 */
export function onAskedToOpen(take: (request: OpenRequest) => void): void {
  app.on('open-url', (event, link) => {
    event.preventDefault();
    take({ by: 'link', link });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take({ by: 'file', path });
  });
  app.on('second-instance', (_event, argv, folder) => requestsIn(argv.slice(1), folder).forEach(take));
  requestsIn(process.argv.slice(1), process.cwd()).forEach(take);
}
