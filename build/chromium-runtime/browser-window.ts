import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Emits, type PreventableEvent, preventable } from './answers.ts';
import { type Chromium, keepDownloads, openChromium } from './chromium.ts';
import { commandLine } from './command-line.ts';
import { Menu } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import type { MessageBox } from './page/messages.ts';
import { appPackage, getPath } from './paths.ts';
import { WebContents } from './web-contents.ts';
import { WindowBounds } from './window-bounds.ts';

type Events = Emits<
  Electron.BrowserWindow,
  {
    close: [PreventableEvent];
    closed: [];
    'ready-to-show': [];
    show: [];
    resize: [];
    move: [];
    maximize: [];
    unmaximize: [];
  }
>;

/** One window, one Chromium: a second window at the same time has no place in its profile. */
export class BrowserWindow
  extends EventEmitter<Events>
  implements
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'show'
      | 'focus'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isFocused'
      | 'isVisible'
      | 'isMinimized'
      | 'isMaximized'
      | 'isFullScreen'
      | 'setFullScreen'
      | 'minimize'
      | 'maximize'
      | 'restore'
      | 'getBounds'
      | 'getNormalBounds'
      | 'setBounds'
      | 'getTitle'
      | 'setTitle'
      | 'setProgressBar'
      | 'setBackgroundColor'
    >
{
  static readonly #open = new Set<BrowserWindow>();
  /** Tells the app that a window was made or has gone, or that its user wants to quit. */
  static readonly changes = new EventEmitter<{ made: [WebContents]; closed: []; quit: [] }>();
  static #ending: Promise<void> = Promise.resolve();

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#open];
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((one) => one.webContents === contents) ?? null;
  }

  /** Resolves when every Chromium of a destroyed window has ended. */
  static ended(): Promise<void> {
    return BrowserWindow.#ending;
  }

  readonly webContents = new WebContents();
  readonly #preload: string | null;
  #chromium: Promise<Chromium>;
  readonly #bounds: WindowBounds;
  #attached = false;
  #title: string;
  #closeAsked = false;
  #focused = false;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const { width = 800, height = 600, x = 0, y = 0 } = options;
    this.#title = options.title ?? appPackage().productName ?? appPackage().name;
    this.#preload = options.webPreferences?.preload ?? null;
    // The one before has to be gone: it uses the same profile.
    this.#chromium = BrowserWindow.ended().then(() =>
      openChromium({
        profile: join(getPath('sessionData'), 'chromium'),
        bounds: { width, height, ...(options.x === undefined ? {} : { x, y }) },
        look: { title: this.#title, background: options.backgroundColor ?? 'white' },
        debuggingPort: commandLine.hasSwitch('remote-debugging-port')
          ? commandLine.getSwitchValue('remote-debugging-port')
          : null,
      }),
    );
    this.#bounds = new WindowBounds(this.#chromium, { x, y, width, height }, (change) => this.emit(change));
    this.#chromium
      .then(({ context, page }) => {
        this.#watch(page);
        context.on('close', () => this.#gone());
      })
      .catch(() => this.#gone());
    this.webContents.inner.on('report', (report) => {
      nativeTheme.heard(report.dark);
      this.#focused = report.focused;
      this.#bounds.look();
    });
    this.webContents.inner.on('shortcut', (index) => this.#choose(index));
    this.#tellShortcuts();
    Menu.whenChanged(() => this.#tellShortcuts());
    BrowserWindow.#open.add(this);
    BrowserWindow.changes.emit('made', this.webContents);
  }

  /** @throws Error when the page cannot be shown, or there is no Chromium */
  async loadURL(url: string): Promise<void> {
    if (this.webContents.isCrashed()) await this.#replacePage();
    const { context, page } = await this.#chromium;
    if (!this.#attached) {
      this.#attached = true;
      await this.webContents.attach(context, page, this.#preload, url);
    }
    this.webContents.tell({ type: 'guard-close', on: this.listenerCount('close') > 0 });
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  /** Chromium shows its window from the start. */
  show(): void {
    this.emit('show');
  }
  isVisible(): boolean {
    return !this.#destroyed;
  }

  focus(): void {
    this.#chromium.then(({ page }) => page.bringToFront()).catch(() => undefined);
  }
  isFocused(): boolean {
    return this.#focused && !this.#destroyed;
  }
  minimize(): void {
    this.#bounds.set({ windowState: 'minimized' });
  }
  maximize(): void {
    this.#bounds.set({ windowState: 'maximized' });
  }
  restore(): void {
    this.#bounds.set({ windowState: 'normal' });
  }
  setFullScreen(on: boolean): void {
    this.#bounds.set({ windowState: on ? 'fullscreen' : 'normal' });
  }
  isFullScreen(): boolean {
    return this.#bounds.state === 'fullscreen';
  }
  isMinimized(): boolean {
    return this.#bounds.state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#bounds.state === 'maximized';
  }

  getBounds(): Electron.Rectangle {
    return this.#bounds.now;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.#bounds.normal;
  }
  setBounds({ x, y, width, height }: Partial<Electron.Rectangle>): void {
    this.#bounds.set({
      ...(x === undefined ? {} : { left: x }),
      ...(y === undefined ? {} : { top: y }),
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    });
  }

  getTitle(): string {
    return this.#title;
  }
  /** Chromium's window has the title of its document. */
  setTitle(title: string): void {
    this.#title = title;
    this.#chromium
      .then(({ page }) =>
        page.evaluate((text) => Reflect.set(Reflect.get(globalThis, 'document'), 'title', text), title),
      )
      .catch(() => undefined);
  }
  setProgressBar(): void {}
  setBackgroundColor(): void {}

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Asks in the page, over everything that is in it. Rejects when the page goes meanwhile. */
  async ask(question: MessageBox): Promise<Electron.MessageBoxReturnValue> {
    const { page } = await this.#chromium;
    const { drawMessageBox } = await messageBoxOfPage();
    return page.evaluate(drawMessageBox, question);
  }
  /** Says something in the page, over everything that is in it, until it has been read. */
  tell(message: string): void {
    const question = { message, detail: '', buttons: ['OK'], defaultId: 0, cancelId: 0 };
    this.ask({ ...question, checkboxLabel: null, checkboxChecked: false }).catch(() => undefined);
  }
  /** Takes an unanswered question away. */
  async stopAsking(): Promise<void> {
    const { page } = await this.#chromium;
    const { removeMessageBox } = await messageBoxOfPage();
    await page.evaluate(removeMessageBox);
  }

  /** Asks the app, then closes. */
  close(): void {
    if (this.#mayClose()) this.destroy();
  }

  destroy(): void {
    const before = BrowserWindow.#ending;
    const ending = this.#chromium.then(({ context }) => context.close()).catch(() => undefined);
    BrowserWindow.#ending = Promise.all([before, ending]).then(() => undefined);
    this.#gone();
  }

  /** A page whose process has died is of no more use to Playwright: another one takes its place, in a window of its own. */
  async #replacePage(): Promise<void> {
    const { context, page: crashed } = await this.#chromium;
    const page = await this.webContents.makePage(context);
    keepDownloads(page);
    this.#chromium = Promise.resolve({ context, page });
    this.#bounds.follow(this.#chromium);
    this.#attached = false;
    this.#watch(page);
    await crashed.close();
  }

  #watch(page: Page): void {
    nativeTheme.showIn(page);
    // The user closes the window: a page that was used since it was loaded is asked first.
    page.on('dialog', (asked) => {
      const stay = asked.type() !== 'beforeunload' || !this.#mayClose();
      (stay ? asked.dismiss() : asked.accept()).catch(() => undefined);
    });
    page.on('close', async () => {
      if ((await this.#chromium).page !== page) return;
      this.#mayClose();
      this.destroy();
    });
  }

  /** Tells the app that the window is about to close; once it has agreed it is not asked again. */
  #mayClose(): boolean {
    if (this.#closeAsked || this.#destroyed) return true;
    const event = preventable({});
    this.emit('close', event);
    this.#closeAsked = !event.defaultPrevented;
    return this.#closeAsked;
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    BrowserWindow.#open.delete(this);
    this.webContents.destroy();
    this.emit('closed');
    BrowserWindow.changes.emit('closed');
  }

  #tellShortcuts(): void {
    const shortcuts = Menu.getApplicationMenu()?.shortcuts() ?? [];
    this.webContents.tell({ type: 'shortcuts', shortcuts });
  }

  #choose(index: number): void {
    const item = Menu.getApplicationMenu()?.all()[index];
    if (item?.role === 'quit') BrowserWindow.changes.emit('quit');
    else if (item?.role === 'close') this.close();
    else item?.click();
  }
}

/** The page's side, loaded without its types: they are those of a page. */
async function messageBoxOfPage(): Promise<{
  drawMessageBox: (question: MessageBox) => Promise<Electron.MessageBoxReturnValue>;
  removeMessageBox: () => void;
}> {
  return import(new URL('./page/message-box.ts', import.meta.url).href);
}
