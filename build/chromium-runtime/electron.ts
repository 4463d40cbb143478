import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog, nativeImage, powerMonitor, powerSaveBlocker, screen, shell, Tray } from './desktop.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { autoUpdater, net } from './net.ts';
import { Notification } from './notification.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';

/** What `import … from 'electron'` finds in the main process on this runtime. */
export {
  app,
  autoUpdater,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
};
