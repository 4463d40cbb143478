import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { sendToPage } from './ipc.ts';
import { commands } from './model/command.ts';
import type { SystemCommand } from './model/system-command.ts';
import { words } from './texts/words.ts';

/**
 * Puts up the application menu: every command of the app, and the system's own for text, window and app.
 *
 * @param undo what the command to undo would take back, as a sentence; null for nothing
 */
export function showMenu(window: () => BrowserWindow | null, undo: string | null): void {
  const mac = process.platform === 'darwin';
  const said = words().desktop.menu;
  const of = (menu: (typeof commands)[number]['menu']): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.menu === menu)
      .map(({ name, accelerator }) => ({
        id: name,
        label: name === 'undo' && undo !== null ? said.undoWhat(inMenu(undo)) : said.commands[name],
        enabled: name !== 'undo' || undo !== null,
        ...(accelerator === null ? {} : { accelerator }),
        click: () => sendToPage(window(), 'menu.command', { command: name }),
      }));
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ label: app.name, submenu: appItems() }] : []),
    {
      label: said.file,
      submenu: [
        ...of('file'),
        separator,
        mac ? item('close', said.roles.close) : item('quit', said.roles.leave),
      ],
    },
    {
      label: said.edit,
      submenu: [
        ...items('undo', 'redo'),
        separator,
        ...of('undo'),
        separator,
        ...items('cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll'),
        separator,
        ...of('edit'),
      ],
    },
    {
      label: said.view,
      submenu: [
        ...of('view'),
        separator,
        ...items('resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'),
        ...(app.isPackaged ? [] : items('toggleDevTools')),
      ],
    },
    {
      label: said.queue,
      submenu: [...of('queue'), separator, ...of('job'), separator, ...of('batch')],
    },
    {
      role: 'windowMenu',
      label: said.window,
      submenu: mac
        ? [...items('minimize', 'zoom'), separator, ...items('front')]
        : items('minimize', 'close'),
    },
    {
      role: 'help',
      label: said.help,
      submenu: [...of('help'), separator, item('about', said.roles.about(app.name))],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Does what the menu's roles do, for the page, which cannot choose an item. Without a window only the app is reached. */
export function doInWindow(command: SystemCommand, window: BrowserWindow | null): void {
  doings[command](window);
}

const doings: Readonly<Record<SystemCommand, (window: BrowserWindow | null) => void>> = {
  'zoom-in': (window) => zoom(window, (level) => level + zoomStep),
  'zoom-out': (window) => zoom(window, (level) => level - zoomStep),
  'actual-size': (window) => zoom(window, () => 0),
  'full-screen': (window) => window?.setFullScreen(!window.isFullScreen()),
  minimize: (window) => window?.minimize(),
  'close-window': (window) => window?.close(),
  about: () => app.showAboutPanel(),
  quit: () => app.quit(),
};

function zoom(window: BrowserWindow | null, to: (level: number) => number): void {
  if (window !== null) window.webContents.setZoomLevel(to(window.webContents.getZoomLevel()));
}

/** As large as that of the roles. */
const zoomStep = 0.5;

/** Short enough for a menu, in which `&` would mark a letter. */
function inMenu(sentence: string): string {
  const short = sentence.length > mostInMenu ? `${sentence.slice(0, mostInMenu - 1).trimEnd()}…` : sentence;
  return short.replaceAll('&', '&&');
}

const mostInMenu = 60;

const separator = { type: 'separator' } as const;

/** What macOS has under the app's own name. */
function appItems(): MenuItemConstructorOptions[] {
  const { roles } = words().desktop.menu;
  return [
    item('about', roles.about(app.name)),
    separator,
    ...items('services'),
    separator,
    item('hide', roles.hide(app.name)),
    ...items('hideOthers', 'unhide'),
    separator,
    item('quit', roles.quit(app.name)),
  ];
}

/** Roles that Electron calls by an English name, whatever the language. */
type PlainRole = Exclude<
  keyof ReturnType<typeof words>['desktop']['menu']['roles'],
  'about' | 'hide' | 'quit' | 'leave'
>;

function items(...roles: readonly PlainRole[]): MenuItemConstructorOptions[] {
  return roles.map((role) => item(role, words().desktop.menu.roles[role]));
}

function item(
  role: NonNullable<MenuItemConstructorOptions['role']>,
  label: string,
): MenuItemConstructorOptions {
  return { role, label };
}
