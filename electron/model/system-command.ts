/**
 * What the system does with the window and the app. The application menu has these as Electron's roles, with the
 * shortcuts of the system; the palette offers them as well. Accelerators are those that are the same on every system.
 */
export const systemCommands = [
  { name: 'zoom-in', accelerator: 'CmdOrCtrl+Plus' },
  { name: 'zoom-out', accelerator: 'CmdOrCtrl+-' },
  { name: 'actual-size', accelerator: 'CmdOrCtrl+0' },
  { name: 'full-screen', accelerator: null },
  { name: 'minimize', accelerator: null },
  { name: 'close-window', accelerator: 'CmdOrCtrl+W' },
  { name: 'about', accelerator: null },
  { name: 'quit', accelerator: null },
] as const satisfies readonly { name: string; accelerator: string | null }[];

export type SystemCommand = (typeof systemCommands)[number]['name'];
