import { type BrowserWindow, Notification, powerMonitor, powerSaveBlocker } from 'electron';
import type { Desktop } from './services/presence.ts';

/**
 * What the desktop shows of the queue: progress in the task bar or dock, a notification when the window is not looked
 * at, and no sleep while bytes move.
 *
 * @param show brings the window up
 */
export function createDesktop(window: () => BrowserWindow | null, show: () => void): Desktop {
  let blocker: number | null = null;
  return {
    progress: (value) => {
      const waiting = value === 'waiting';
      window()?.setProgressBar(value === null ? -1 : waiting ? 1 : value, {
        mode: waiting ? 'paused' : 'normal',
      });
    },
    stayAwake: (awake) => {
      if (awake && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
      if (!awake && blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
    notify: (title, body) => {
      if (!Notification.isSupported() || window()?.isFocused()) return;
      const notification = new Notification({ title, body });
      notification.on('click', show);
      notification.show();
    },
  };
}

/** Calls back whenever the computer wakes up: timers stood still and sockets are gone. */
export function onWakeUp(wake: () => void): void {
  powerMonitor.on('resume', wake);
}
