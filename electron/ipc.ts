import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { failedCallIn } from './diagnostics/failed-call.ts';
import type { Log } from './diagnostics/log.ts';
import { bindCalls, callNames, type Sender } from './dispatch.ts';
import { pageOrigin } from './page-files.ts';
import type { Told } from './services/events.ts';
import type { Services } from './services.ts';

/**
 * Binds the contract: one channel for each call, each sender checked, and every event sent to the window's page
 * only.
 *
 * @param window the app's window, or null while there is none
 * @param report is told what a handler threw that nobody foresaw; the log, what a call came to that failed
 */
export function bindIpc(
  { handlers, events }: Pick<Services, 'handlers' | 'events'>,
  window: () => BrowserWindow | null,
  { log, report }: { log: Pick<Log, 'info' | 'warn'>; report: (call: string, error: unknown) => void },
): void {
  const dispatch = bindCalls(handlers, pageOrigin, report, failedCallIn(log));
  for (const name of callNames) {
    ipcMain.handle(name, (event, input: unknown, files: unknown) =>
      dispatch(senderOf(event, window()), name, input, files),
    );
  }
  events.listen((...told) => sendToPage(window(), ...told));
}

/** Sends an event of the contract to the window's page; nobody hears it while there is no window. */
export function sendToPage(window: BrowserWindow | null, ...[name, payload]: Told): void {
  if (window && !window.isDestroyed()) window.webContents.send(name, payload);
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): Sender {
  return {
    isWindow: window !== null && !window.isDestroyed() && sender === window.webContents,
    isTopFrame: senderFrame !== null && senderFrame.parent === null,
    origin: senderFrame?.origin ?? null,
  };
}
