/** What the page's side of the bridge and the main process say to each other, over one Playwright binding. */

/** A shortcut of an application menu item, taken apart for comparison with a `keydown`. */
export interface Shortcut {
  /** Names the menu item on the main process's side. */
  item: number;
  /** `KeyboardEvent.key`, in lower case. */
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  meta: boolean;
}

export interface WindowReport {
  x: number;
  y: number;
  width: number;
  height: number;
  dark: boolean;
  focused: boolean;
}

/** What the page is to ask, with everything decided. */
export interface MessageBox {
  message: string;
  detail: string;
  buttons: string[];
  defaultId: number;
  cancelId: number;
  checkboxLabel: string | null;
  checkboxChecked: boolean;
}

export type FromPage =
  /** A document has been made: what waited for the one before it is void. */
  | { type: 'hello'; window: WindowReport }
  /** Asks for the next messages; answered as soon as there are some. */
  | { type: 'next' }
  | { type: 'invoke'; channel: string; args: unknown[] }
  /** Asks for the path of the `File` that lies under `Symbol.for(token)`. */
  | { type: 'path'; token: string }
  | { type: 'shortcut'; item: number }
  | { type: 'window-open'; url: string; frameName: string; features: string }
  | { type: 'window'; window: WindowReport };

export type ToPage =
  | { type: 'event'; channel: string; args: unknown[] }
  | { type: 'shortcuts'; shortcuts: Shortcut[] }
  /** Whether closing the window has to be asked for. */
  | { type: 'guard-close'; on: boolean }
  /** How large everything is to be drawn. */
  | { type: 'zoom'; factor: number };

export type InvokeAnswer = { ok: true; value: unknown } | { ok: false; message: string };

/** Those that nothing waits for. */
export type Forgotten = { type: 'shortcut' | 'window-open' | 'window' };

/**
 * What the binding is in the page. What the app says comes as JSON, an `InvokeAnswer` or `ToPage[]`: the binding takes an
 * object apart piece by piece, and for a list of 10,000 that takes seconds. A text it hands over as it is.
 */
export interface Bridge {
  (message: Extract<FromPage, { type: 'invoke' | 'next' }>): Promise<string>;
  (message: Extract<FromPage, { type: 'path' }>): Promise<string>;
  (message: Extract<FromPage, { type: 'hello' } | Forgotten>): Promise<null>;
}
