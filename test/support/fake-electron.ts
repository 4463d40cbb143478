import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/**
 * What `electron/window.ts` and `electron/ipc.ts` ask of Electron, written down: for holding the window's guards against
 * what Electron would be told, and the calls against whoever Electron says has made them. Used with `vi.mock('electron', …)`, since the real one is no module outside an app.
 */
export function createFakeElectron() {
  const app = Object.assign(new EventEmitter(), { enableSandbox: vi.fn() });
  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionCheckHandler: vi.fn<(handler: PermissionCheck) => void>(),
    setPermissionRequestHandler: vi.fn<(handler: PermissionRequest) => void>(),
    setDevicePermissionHandler: vi.fn<(handler: () => boolean) => void>(),
    webRequest: { onBeforeRequest: vi.fn<(filter: { urls: string[] }, refuse: Refuse) => void>() },
  });
  class WebContents extends EventEmitter {
    openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    webRtc = 'default';
    readonly sent: unknown[][] = [];
    send(...message: unknown[]): void {
      this.sent.push(message);
    }
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
      this.openHandler = handler;
    }
    setWebRTCIPHandlingPolicy(policy: string): void {
      this.webRtc = policy;
    }
  }
  const windows: MadeWindow[] = [];
  class BrowserWindow extends EventEmitter {
    readonly webContents = new WebContents();
    readonly #made: MadeWindow;
    constructor(options: Record<string, unknown>) {
      super();
      this.#made = { options, loaded: [] };
      windows.push(this.#made);
      app.emit('web-contents-created', {}, this.webContents);
    }
    async loadURL(url: string): Promise<void> {
      this.#made.loaded.push(url);
    }
    maximize(): void {}
    show(): void {}
    isDestroyed = () => false;
    isMinimized = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 0, y: 0, width: 1280, height: 820 });
  }
  const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
  return {
    app,
    BrowserWindow,
    WebContents,
    windows,
    ipcMain: { handle: vi.fn<(name: string, listener: Called) => void>() },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: { registerSchemesAsPrivileged: vi.fn<(schemes: unknown) => void>(), handle: vi.fn() },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { defaultSession },
    shell: { openExternal: vi.fn(async () => undefined) },
  };
}

interface MadeWindow {
  readonly options: Record<string, unknown>;
  readonly loaded: string[];
}

type Called = (
  event: { sender: unknown; senderFrame: unknown },
  input: unknown,
  files: unknown,
) => Promise<unknown>;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
type PermissionRequest = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void;
type Refuse = (details: object, answer: (answer: { cancel: boolean }) => void) => void;
