import type { CDPSession } from 'playwright-core';
import type { Chromium } from './chromium.ts';

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** What can be told of a window that was looked at: names of Electron's events. */
type Change = 'resize' | 'move' | 'maximize' | 'unmaximize';

/** Chromium takes a state or a place, not both at once; a window has to be normal before it is moved. */
interface Wanted {
  windowState?: WindowState;
  left?: number;
  top?: number;
  width?: number;
  height?: number;
}

/** Where Chromium's window is and in which state, as it was last seen, over the DevTools protocol. */
export class WindowBounds {
  #client: Promise<{ session: CDPSession; windowId: number }> | null = null;
  #chromium: Promise<Chromium>;
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  #state: WindowState = 'normal';
  readonly #changed: (change: Change) => void;

  constructor(chromium: Promise<Chromium>, bounds: Electron.Rectangle, changed: (change: Change) => void) {
    this.#chromium = chromium;
    this.#bounds = this.#normalBounds = bounds;
    this.#changed = changed;
  }

  get now(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  get normal(): Electron.Rectangle {
    return { ...this.#normalBounds };
  }
  get state(): WindowState {
    return this.#state;
  }

  /** The page is another one now, in a window of its own. */
  follow(chromium: Promise<Chromium>): void {
    this.#chromium = chromium;
    this.#client = null;
  }

  set(bounds: Wanted): void {
    this.#window()
      .then(({ session, windowId }) => session.send('Browser.setWindowBounds', { windowId, bounds }))
      .then(() => this.look())
      .catch(() => undefined);
  }

  /** Reads where the window is and tells what is new. */
  look(): void {
    this.#window()
      .then(({ session, windowId }) => session.send('Browser.getWindowBounds', { windowId }))
      .then(({ bounds }) => {
        const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds;
        const before = this.#bounds;
        const stateBefore = this.#state;
        this.#bounds = { x: left, y: top, width, height };
        this.#state = windowState;
        if (windowState === 'normal') this.#normalBounds = this.#bounds;
        if (before.width !== width || before.height !== height) this.#changed('resize');
        if (before.x !== left || before.y !== top) this.#changed('move');
        if (windowState === 'maximized' && stateBefore !== 'maximized') this.#changed('maximize');
        if (windowState !== 'maximized' && stateBefore === 'maximized') this.#changed('unmaximize');
      })
      .catch(() => undefined);
  }

  #window(): Promise<{ session: CDPSession; windowId: number }> {
    this.#client ??= this.#chromium.then(async ({ context, page }) => {
      const session = await context.newCDPSession(page);
      return { session, windowId: (await session.send('Browser.getWindowForTarget')).windowId };
    });
    return this.#client;
  }
}
