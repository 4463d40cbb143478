import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandName, commands } from './model/command.ts';

/** Puts up the application menu: every command of the app, and the system's own for text, window and app. */
export function showMenu(send: (command: CommandName) => void): void {
  const mac = process.platform === 'darwin';
  const of = (menu: (typeof commands)[number]['menu']): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.menu === menu)
      .map(({ name, label, accelerator }) => ({
        id: name,
        label,
        ...(accelerator === null ? {} : { accelerator }),
        click: () => send(name),
      }));
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu', label: app.name } as const] : []),
    {
      label: '&File',
      submenu: [...of('file'), { type: 'separator' }, mac ? { role: 'close' } : { role: 'quit' }],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'delete' },
        { role: 'selectAll' },
        { type: 'separator' },
        ...of('edit'),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...of('view'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu', label: '&Window' },
    { role: 'help', submenu: [...of('help'), { type: 'separator' }, { role: 'about' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
