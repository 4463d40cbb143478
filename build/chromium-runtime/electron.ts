import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog, nativeImage, powerMonitor, powerSaveBlocker, screen, shell, Tray } from './desktop.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { Notification } from './notification.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';

/** What `import … from 'electron'` finds in the main process on this runtime. */
export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
};
