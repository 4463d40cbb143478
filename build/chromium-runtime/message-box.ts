import { BrowserWindow } from './browser-window.ts';

type Answer = Electron.MessageBoxReturnValue;

/**
 * Asks in the window's page. Where there is no window there is nobody to be asked: the question is printed, and
 * answered as if it had been cancelled.
 */
export async function showMessageBox(
  ...given: [parent: object, options: Electron.MessageBoxOptions] | [options: Electron.MessageBoxOptions]
): Promise<Answer> {
  const [parent, options] = given.length === 2 ? given : [null, given[0]];
  const { message, detail = '', buttons = ['OK'], signal, checkboxLabel = null } = options;
  const { defaultId = 0, cancelId = 0, checkboxChecked = false } = options;
  const cancelled = { response: cancelId, checkboxChecked: false };
  if (signal?.aborted) return cancelled;
  if (!(parent instanceof BrowserWindow) || parent.isDestroyed()) {
    process.stderr.write(`${[message, detail, 'There is no window to ask in.'].join('\n')}\n`);
    return cancelled;
  }
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const stop = (): void => {
    resolve(cancelled);
    parent.stopAsking().catch(() => undefined);
  };
  signal?.addEventListener('abort', stop);
  const question = { message, detail, buttons, defaultId, cancelId, checkboxLabel, checkboxChecked };
  parent.ask(question).then(resolve, () => resolve(cancelled));
  return promise.finally(() => signal?.removeEventListener('abort', stop));
}
