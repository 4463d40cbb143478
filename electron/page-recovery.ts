import type { Clock } from './clock.ts';
import type { Log } from './diagnostics/log.ts';

/** How long a page may not answer before it is ended and loaded anew, in ms. */
const longestSilenceMs = 30_000;
/** So often within so many ms a page is loaded anew: one that dies more often would do so for ever. */
const mostReloads = 3;
const withinMs = 5 * 60_000;

export interface PageRecovery {
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Loads the page anew and resolves when it is there. */
  readonly reload: () => Promise<void>;
  /** The page is there again. */
  readonly recovered: () => void;
  /** Loading it anew does not help. */
  readonly giveUp: () => void;
}

/**
 * Brings the page of a window back when its process has died, and ends it when it no longer answers. Drafts and the
 * queue are the main process's and are not touched. Takes the window as far as it is needed, so that it can be tested.
 */
export function recoverPage(window: RecoverableWindow, given: PageRecovery): void {
  const { clock, log } = given;
  let reloads: number[] = [];
  let stopTimer = (): void => undefined;

  const bringBack = async (reason: string): Promise<void> => {
    reloads = reloads.filter((at) => clock.now() - at < withinMs);
    if (reloads.length >= mostReloads) {
      log.error('window', { is: 'given-up', reason });
      given.giveUp();
      return;
    }
    reloads.push(clock.now());
    try {
      await given.reload();
      log.info('window', { is: 'reloaded', reason });
      given.recovered();
    } catch {
      // It died again while it was loaded, and that is told by an event of its own; or the window was closed.
    }
  };

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    stopTimer();
    if (reason === 'clean-exit') return;
    log.warn('window', { is: 'gone', reason });
    void bringBack(reason);
  });
  window.on('unresponsive', () => {
    log.warn('window', { is: 'silent', reason: 'busy' });
    stopTimer();
    stopTimer = clock.after(longestSilenceMs, () => window.webContents.forcefullyCrashRenderer());
  });
  window.on('responsive', () => {
    log.info('window', { is: 'answers', reason: 'busy' });
    stopTimer();
  });
  window.on('closed', () => stopTimer());
}

/** What of a `BrowserWindow` is needed. */
export interface RecoverableWindow {
  readonly webContents: {
    on(
      event: 'render-process-gone',
      listener: (event: unknown, details: Pick<Electron.RenderProcessGoneDetails, 'reason'>) => void,
    ): unknown;
    forcefullyCrashRenderer(): void;
  };
  on(event: 'unresponsive' | 'responsive' | 'closed', listener: () => void): unknown;
}
