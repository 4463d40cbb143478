import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandName, commands } from './model/command.ts';
import { words } from './texts/words.ts';

/** Puts up the application menu: every command of the app, and the system's own for text, window and app. */
export function showMenu(send: (command: CommandName) => void): void {
  const mac = process.platform === 'darwin';
  const said = words().desktop.menu;
  const of = (menu: (typeof commands)[number]['menu']): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.menu === menu)
      .map(({ name, accelerator }) => ({
        id: name,
        label: said.commands[name],
        ...(accelerator === null ? {} : { accelerator }),
        click: () => send(name),
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
