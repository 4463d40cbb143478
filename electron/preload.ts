import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { CallName, EventName, FileCallName } from './contract.ts';
import type { IncomingFile } from './model/incoming-file.ts';

/**
 * The one bridge: exactly the calls and events of the contract. Their names are written into the bundle when it
 * is built (`electron.vite.config.ts`), so that the schemas, which are the main process's business, stay out.
 */
declare const contractNames: {
  calls: readonly CallName[];
  fileCalls: readonly FileCallName[];
  events: readonly EventName[];
};
const { calls, fileCalls, events } = contractNames;

const plainCall =
  (name: CallName) =>
  (input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(name, input);

const fileCall =
  (name: FileCallName) =>
  async (input: unknown, files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(name, input, await Promise.all(files.map(incoming)));

function on(name: EventName, listener: (payload: unknown) => void): () => void {
  if (!events.includes(name)) throw new TypeError('There is no such event.');
  const hear = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(name, hear);
  return () => {
    ipcRenderer.off(name, hear);
  };
}

/** A path for a file of the system; the bytes of one that has none because it was pasted. */
async function incoming(file: File): Promise<IncomingFile> {
  const path = await webUtils.getPathForFile(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path };
}

contextBridge.exposeInMainWorld('lukittu', {
  ...Object.fromEntries(calls.map((name) => [name, plainCall(name)])),
  ...Object.fromEntries(fileCalls.map((name) => [name, fileCall(name)])),
  on,
});
