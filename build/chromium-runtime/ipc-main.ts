import type { InvokeAnswer } from './page/messages.ts';
import type { WebContents, WebFrame } from './web-contents.ts';

export interface InvokeEvent {
  sender: WebContents;
  senderFrame: WebFrame | null;
}
type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

/** Typed by Electron's own at `electron.ts`: an event holds a part of what Electron's holds. */
export const ipcMain = {
  /** @throws Error when the channel has a handler */
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler(channel: string): void {
    handlers.delete(channel);
  },
};

/** Calls the app's handler; what it throws comes back as a text, as in Electron. */
export async function invoke(event: InvokeEvent, channel: string, args: unknown[]): Promise<InvokeAnswer> {
  const handler = handlers.get(channel);
  if (!handler) return { ok: false, message: `Error: No handler registered for '${channel}'` };
  try {
    return { ok: true, value: await handler(event, ...args) };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}
