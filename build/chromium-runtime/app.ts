import { EventEmitter } from 'node:events';
import { type Emits, type PreventableEvent, preventable } from './answers.ts';
import { BrowserWindow } from './browser-window.ts';
import { commandLine } from './command-line.ts';
import { InstanceLock } from './instance-lock.ts';
import { systemLocale, windowLocale } from './locale.ts';
import { application, appPackage, getPath, setPath } from './paths.ts';

type Events = Emits<
  Electron.App,
  {
    ready: [];
    activate: [];
    'web-contents-created': [PreventableEvent, Pick<Electron.WebContents, 'id'>];
    'window-all-closed': [];
    'before-quit': [PreventableEvent];
    'will-quit': [PreventableEvent];
    quit: [PreventableEvent, exitCode: number];
    'second-instance': [PreventableEvent, argv: string[], workingDirectory: string, additionalData: unknown];
  }
>;

/** How long Chromium may take to end before the process goes without it, in ms. */
const ENDING_LIMIT = 3000;

class App
  extends EventEmitter<Events>
  implements
    Pick<
      Electron.App,
      | 'name'
      | 'isPackaged'
      | 'whenReady'
      | 'isReady'
      | 'getVersion'
      | 'getName'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'getLocale'
      | 'getPreferredSystemLanguages'
      | 'getSystemLocale'
      | 'enableSandbox'
      | 'setAppUserModelId'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'quit'
      | 'exit'
      | 'showAboutPanel'
    >
{
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly getPath = getPath;
  readonly setPath = setPath;
  name = '';
  #lock: InstanceLock | null = null;
  #ready = false;
  #quitting = false;

  constructor() {
    super();
    BrowserWindow.changes.on('made', (contents) =>
      this.emit('web-contents-created', preventable({}), contents),
    );
    BrowserWindow.changes.on('closed', () => this.#windowClosed());
    BrowserWindow.changes.on('quit', () => this.quit());
  }

  /** Called once, when the app's main module has run. */
  begin(): void {
    this.#ready = true;
    this.emit('ready');
  }

  isReady(): boolean {
    return this.#ready;
  }

  async whenReady(): Promise<void> {
    if (!this.#ready) await new Promise<void>((resolve) => this.once('ready', resolve));
  }

  getName(): string {
    return this.name || (appPackage().productName ?? appPackage().name);
  }
  getVersion(): string {
    return appPackage().version;
  }
  getAppPath(): string {
    return application.folder;
  }
  getLocale(): string {
    return windowLocale();
  }
  getSystemLocale(): string {
    return systemLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [windowLocale(), systemLocale()];
  }

  /** Chromium's pages are sandboxed as it is, wherever it can be (see `chromium.ts`). */
  enableSandbox(): void {}
  setAppUserModelId(): void {}

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#lock ??= new InstanceLock(getPath('userData'), (other) =>
      this.emit('second-instance', preventable({}), other.argv, other.workingDirectory, other.additionalData),
    );
    return this.#lock.take({
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    });
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  showAboutPanel(): void {
    for (const window of BrowserWindow.getAllWindows()) window.tell(`${this.getName()} ${this.getVersion()}`);
  }

  /** Asks the app, closes every window, asks once more, and ends: in Electron's order. */
  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    this.#finish();
  }

  /** Ends at once, asking nobody. */
  exit(exitCode = 0): void {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    this.emit('quit', preventable({}), exitCode);
    this.#lock?.release();
    const limit = new Promise<void>((resolve) => setTimeout(resolve, ENDING_LIMIT));
    Promise.race([BrowserWindow.ended(), limit]).then(() => process.exit(exitCode));
  }

  #windowClosed(): void {
    if (BrowserWindow.getAllWindows().length > 0) return;
    if (this.#quitting) this.#finish();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #finish(): void {
    if (BrowserWindow.getAllWindows().length > 0) {
      this.#quitting = false; // a window wanted to stay
      return;
    }
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }
}

export const app = new App();
