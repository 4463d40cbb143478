import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron';
import type {
  Bridge,
  Forgotten,
  FromPage,
  InvokeAnswer,
  Shortcut,
  ToPage,
  WindowReport,
} from './messages.ts';

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;
type IpcListener = (event: Pick<IpcRendererEvent, 'ports'>, ...args: unknown[]) => void;

/**
 * Runs the app's preload bundle in a new document, with the `require('electron')` of a sandboxed preload.
 * Sent to the page as text, before any script of the page: it may use nothing from outside its own body.
 */
export function hostPreload(settings: { binding: string; origins: string[]; preload: Preload | null }): void {
  const tell: Bridge = Reflect.get(window, settings.binding);
  Reflect.deleteProperty(window, settings.binding);
  if (window !== window.top || !settings.origins.includes(window.location.origin)) return;

  const forget = (message: Extract<FromPage, Forgotten>): void => {
    tell(message).catch(() => undefined);
  };

  // ipcRenderer
  const listeners = new Map<string, Set<IpcListener>>();
  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    const answer: InvokeAnswer = JSON.parse(await tell({ type: 'invoke', channel, args }));
    if (answer.ok) return answer.value;
    throw new Error(`Error invoking remote method '${channel}': ${answer.message}`);
  };
  const ipcRenderer = {
    invoke,
    on(channel: string, listener: IpcListener) {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: IpcListener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: IpcListener) {
      return ipcRenderer.off(channel, listener);
    },
  } satisfies Pick<IpcRenderer, 'invoke'> & Record<'on' | 'off' | 'removeListener', unknown>;
  const deliver = (channel: string, args: unknown[]): void => {
    for (const listener of [...(listeners.get(channel) ?? [])]) {
      try {
        listener({ ports: [] }, ...args);
      } catch (error) {
        reportError(error);
      }
    }
  };

  // contextBridge
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      const freeze = (value: unknown): unknown => {
        if (typeof value !== 'object' || value === null) return value;
        for (const part of Object.values(value)) freeze(part);
        return Object.freeze(value);
      };
      Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
    },
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>;

  // webUtils: the path has to be asked for, so the twin of the synchronous call answers with a promise
  let files = 0;
  const webUtils = {
    async getPathForFile(file: File): Promise<string> {
      const token = `${settings.binding}:${++files}`;
      const place = Symbol.for(token);
      Object.defineProperty(window, place, { value: file, configurable: true });
      try {
        return await tell({ type: 'path', token });
      } finally {
        Reflect.deleteProperty(window, place);
      }
    },
  };

  // the application menu's shortcuts: a page that handles the key itself comes first, as in Electron
  let shortcuts: Shortcut[] = [];
  window.addEventListener(
    'keydown',
    (event) => {
      const shortcut = shortcuts.find(
        (one) =>
          (one.key === event.key.toLowerCase() || event.code.toLowerCase() === `key${one.key}`) &&
          one.ctrl === event.ctrlKey &&
          one.shift === event.shiftKey &&
          one.alt === event.altKey &&
          one.meta === event.metaKey,
      );
      if (!shortcut || event.repeat) return;
      // Chromium's own meaning of the keys must go at once; whether the page took them is known only later.
      let taken = false;
      event.preventDefault();
      Object.defineProperty(event, 'defaultPrevented', { get: () => taken });
      event.preventDefault = () => {
        taken = true;
      };
      setTimeout(() => {
        if (!taken) forget({ type: 'shortcut', item: shortcut.item });
      });
    },
    true,
  );

  // new windows
  const openWindow = (url: string | URL | undefined, frameName: string, features: string): void => {
    const target = new URL(url ?? 'about:blank', document.baseURI).href;
    forget({ type: 'window-open', url: target, frameName, features });
  };
  window.open = (url, target, features) => {
    openWindow(url, target ?? '', features ?? '');
    return null;
  };
  const openLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href !== '');
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    const elsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!elsewhere && (link.target === '' || link.target === '_self')) return;
    event.preventDefault();
    openWindow(link.href, link.target, '');
  };
  window.addEventListener('click', openLink);
  window.addEventListener('auxclick', openLink);

  // the window's place and the system's theme
  const darkness = matchMedia('(prefers-color-scheme: dark)');
  const look = (): WindowReport => ({
    x: window.screenX,
    y: window.screenY,
    width: window.outerWidth,
    height: window.outerHeight,
    dark: darkness.matches,
    focused: document.hasFocus(),
  });
  let last = '';
  const report = (): void => {
    const now = JSON.stringify(look());
    if (now !== last) forget({ type: 'window', window: look() });
    last = now;
  };
  // No event tells that a window was moved; the pointer has to leave the page to move it.
  for (const name of ['resize', 'focus', 'blur', 'mouseover', 'mouseout'])
    window.addEventListener(name, report, { passive: true });
  darkness.addEventListener('change', report);

  // closing
  let guarded = false;
  let leavingPage = false;
  Reflect.get(window, 'navigation')?.addEventListener('navigate', (event: NavigateEvent) => {
    // A download leaves the page where it is.
    if (event.downloadRequest !== null) return;
    // Addresses that are not asked for over the network pass by the app's `will-navigate`: none is let through.
    if (!event.destination.sameDocument && !event.destination.url.startsWith('http')) event.preventDefault();
    leavingPage = true;
    setTimeout(() => {
      leavingPage = false;
    }, 1000);
  });
  window.addEventListener('beforeunload', (event) => {
    if (guarded && !leavingPage) event.preventDefault();
  });

  const listen = async (): Promise<void> => {
    await tell({ type: 'hello', window: look() });
    for (;;) {
      const messages: ToPage[] = JSON.parse(await tell({ type: 'next' }));
      for (const message of messages) {
        if (message.type === 'event') deliver(message.channel, message.args);
        else if (message.type === 'shortcuts') shortcuts = message.shortcuts;
        else if (message.type === 'zoom') document.documentElement.style.zoom = String(message.factor);
        else guarded = message.on;
      }
    }
  };
  listen().catch(() => undefined);

  const modules = new Map<string, unknown>([['electron', { ipcRenderer, contextBridge, webUtils }]]);
  const requireModule = (name: string): unknown => {
    if (modules.has(name)) return modules.get(name);
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  settings.preload?.(requireModule, module, module.exports);
}
