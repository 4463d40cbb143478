import { EventEmitter } from 'node:events';
import type { BrowserContext, CDPSession, Frame, Page, Route } from 'playwright-core';
import { type Emits, type PreventableEvent, preventable } from './answers.ts';
import { invoke } from './ipc-main.ts';
import type { FromPage, ToPage, WindowReport } from './page/messages.ts';
import { pageScript } from './page-script.ts';
import { answerRoute } from './protocol.ts';
import { session, settlePermissions } from './session.ts';
import { toAppAddress, toAppOrigin, toWebAddress } from './web-address.ts';

export type WebFrame = Pick<Electron.WebFrameMain, 'url' | 'origin'> & { readonly parent: WebFrame | null };

type Events = Emits<
  Electron.WebContents,
  {
    'will-navigate': [PreventableEvent & { url: string; isMainFrame: boolean; isSameDocument: boolean }];
    'did-finish-load': [];
    'render-process-gone': [PreventableEvent, Electron.RenderProcessGoneDetails];
    /** Never: Chromium has no webviews. */
    'will-attach-webview': [PreventableEvent];
    destroyed: [];
  }
>;
type OpenHandler = (details: {
  url: string;
  frameName: string;
  features: string;
}) => Pick<Electron.WindowOpenHandlerResponse, 'action'>;

/** What only the window, not the app, is told. */
interface Inner {
  shortcut: [item: number];
  report: [WindowReport];
}

let made = 0;

/** The page of the window: its messages, its navigation and everything it asks for. */
export class WebContents
  extends EventEmitter<Events>
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'send'
      | 'getURL'
      | 'getZoomLevel'
      | 'setZoomLevel'
      | 'isDestroyed'
      | 'isCrashed'
      | 'forcefullyCrashRenderer'
    >
{
  readonly id = ++made;
  readonly session = session.defaultSession;
  readonly inner = new EventEmitter<Inner>();
  #page: Page | null = null;
  #client: CDPSession | null = null;
  #frames = new WeakMap<Frame, WebFrame>();
  #queue: ToPage[] = [];
  /** What every new document is told first. */
  #standing = new Map<ToPage['type'], ToPage>();
  #deliver: ((messages: string) => void) | null = null;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #loading: string | null = null;
  #destroyed = false;
  #crashed = false;
  /** While the window makes a page of its own: any other one is refused. */
  #makesPage = false;
  #zoomLevel = 0;
  #watched: BrowserContext | null = null;

  /** A new page for the window, in place of one that has crashed. */
  async makePage(context: BrowserContext): Promise<Page> {
    this.#makesPage = true;
    try {
      return await context.newPage();
    } finally {
      this.#makesPage = false;
    }
  }

  /** Takes the page over, before anything of the app has loaded in it. */
  async attach(context: BrowserContext, page: Page, preload: string | null, appUrl: string): Promise<void> {
    this.#page = page;
    this.#crashed = false;
    this.#deliver = null;
    const webAddress = toWebAddress(appUrl);
    const origin = toAppOrigin(webAddress);
    const webOrigin = new URL(webAddress).origin;
    const { binding, script } = await pageScript(preload, [webOrigin]);
    page.on('crash', () => {
      this.#crashed = true;
      this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 });
    });
    if (this.#watched !== context) context.on('page', (popup) => this.#refuse(popup));
    this.#watched = context;
    await page.exposeBinding(binding, (source, message: FromPage) => this.#hear(source.frame, message));
    await Promise.all([
      page.addInitScript({ content: script }),
      page.route('**/*', (route) => this.#answer(route)),
      context.newCDPSession(page).then((client) => {
        this.#client = client;
        return settlePermissions(client, origin);
      }),
    ]);
  }

  async load(url: string): Promise<void> {
    this.#loading = toWebAddress(url);
    await this.#page?.goto(this.#loading);
    this.emit('did-finish-load');
  }

  send(channel: string, ...args: unknown[]): void {
    this.tell({ type: 'event', channel, args });
  }

  /** Says something to the page now, or as soon as it listens; all but events is said to later documents too. */
  tell(message: ToPage): void {
    if (message.type !== 'event') this.#standing.set(message.type, message);
    this.#queue.push(message);
    this.#flush();
  }

  get mainFrame(): WebFrame | null {
    return this.#page && this.#frame(this.#page.mainFrame());
  }

  getURL(): string {
    return this.#page ? toAppAddress(this.#page.url()) : '';
  }

  /** Chromium's own zoom cannot be reached from here: the page is drawn larger instead. */
  setZoomLevel(level: number): void {
    this.#zoomLevel = Math.min(9, Math.max(-8, level));
    this.tell({ type: 'zoom', factor: 1.2 ** this.#zoomLevel });
  }
  getZoomLevel(): number {
    return this.#zoomLevel;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  /** Nothing that a page sends over a network gets anywhere here. */
  setWebRTCIPHandlingPolicy(): void {}

  forcefullyCrashRenderer(): void {
    this.#client?.send('Page.crash').catch(() => undefined);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }

  async #hear(frame: Frame, message: FromPage): Promise<unknown> {
    switch (message.type) {
      case 'hello':
        this.#deliver = null;
        this.#queue = [...this.#standing.values()];
        this.inner.emit('report', message.window);
        return null;
      case 'next':
        return new Promise<string>((resolve) => {
          this.#deliver = resolve;
          this.#flush();
        });
      case 'invoke':
        return JSON.stringify(
          await invoke({ sender: this, senderFrame: this.#frame(frame) }, message.channel, message.args),
        );
      case 'path':
        return this.#pathOf(message.token);
      case 'shortcut':
        this.inner.emit('shortcut', message.item);
        return null;
      case 'window-open':
        this.#openHandler({ ...message, url: toAppAddress(message.url) });
        return null;
      case 'window':
        this.inner.emit('report', message.window);
        return null;
    }
  }

  #flush(): void {
    if (!this.#deliver || this.#queue.length === 0) return;
    this.#deliver(JSON.stringify(this.#queue));
    this.#deliver = null;
    this.#queue = [];
  }

  #frame(frame: Frame): WebFrame {
    const known = this.#frames.get(frame);
    if (known) return known;
    const parent = frame.parentFrame();
    const made: WebFrame = {
      get url() {
        return toAppAddress(frame.url());
      },
      get origin() {
        return toAppOrigin(frame.url());
      },
      parent: parent && this.#frame(parent),
    };
    this.#frames.set(frame, made);
    return made;
  }

  /** The path of a `File` of the page, or '' when a script made it: the twin of `webUtils.getPathForFile`. */
  async #pathOf(token: string): Promise<string> {
    const expression = `globalThis[Symbol.for(${JSON.stringify(token)})]`;
    const found = await this.#client?.send('Runtime.evaluate', { expression });
    const objectId = found?.result.objectId;
    if (objectId === undefined) return '';
    const info = await this.#client?.send('DOM.getFileInfo', { objectId });
    await this.#client?.send('Runtime.releaseObject', { objectId });
    return info?.path ?? '';
  }

  /** Asks the app before the page goes elsewhere, then answers from the app's protocol. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && request.frame() === this.#page?.mainFrame()) {
      const expected = request.url() === this.#loading;
      this.#loading = null;
      const url = toAppAddress(request.url());
      const event = preventable({ url, isMainFrame: true, isSameDocument: false });
      if (!expected) this.emit('will-navigate', event);
      if (event.defaultPrevented) return route.abort('aborted');
    }
    await answerRoute(route);
  }

  /** A window that came up although `window.open` was taken over (from a frame, say). There is only one window. */
  #refuse(popup: Page): void {
    if (this.#makesPage) return;
    this.#openHandler({ url: toAppAddress(popup.url()), frameName: '', features: '' });
    popup.close().catch(() => undefined);
  }
}
