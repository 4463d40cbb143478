/**
 * Every command of the app: the application menu shows them with their shortcuts, the page carries them out.
 * Shortcuts are Electron accelerators; `null` for a command without one.
 */
export const commands = [
  { name: 'new-release', menu: 'file', label: 'New Release', accelerator: 'CmdOrCtrl+N' },
  { name: 'attach-file', menu: 'file', label: 'Choose Artifact…', accelerator: 'CmdOrCtrl+O' },
  {
    name: 'match-files',
    menu: 'file',
    label: 'Match Files to Releases…',
    accelerator: 'CmdOrCtrl+Shift+O',
  },
  { name: 'save-draft', menu: 'file', label: 'Save Draft', accelerator: 'CmdOrCtrl+S' },
  { name: 'publish', menu: 'file', label: 'Publish', accelerator: 'CmdOrCtrl+Enter' },
  { name: 'discard-draft', menu: 'file', label: 'Discard Draft', accelerator: 'CmdOrCtrl+Shift+Backspace' },
  { name: 'add-connection', menu: 'file', label: 'Add Connection…', accelerator: 'CmdOrCtrl+Shift+N' },
  { name: 'find', menu: 'edit', label: 'Find Release', accelerator: 'CmdOrCtrl+F' },
  { name: 'copy-link', menu: 'edit', label: 'Copy Link to Release', accelerator: 'CmdOrCtrl+Shift+L' },
  {
    name: 'select-all',
    menu: 'edit',
    label: 'Choose All in the List',
    accelerator: 'CmdOrCtrl+Shift+A',
  },
  { name: 'change-many', menu: 'edit', label: 'Change Chosen…', accelerator: 'CmdOrCtrl+E' },
  { name: 'palette', menu: 'view', label: 'Search or Command…', accelerator: 'CmdOrCtrl+K' },
  { name: 'show-releases', menu: 'view', label: 'Releases', accelerator: 'CmdOrCtrl+1' },
  { name: 'show-drafts', menu: 'view', label: 'Drafts', accelerator: 'CmdOrCtrl+2' },
  { name: 'show-queue', menu: 'view', label: 'Queue', accelerator: 'CmdOrCtrl+3' },
  { name: 'show-history', menu: 'view', label: 'History', accelerator: 'CmdOrCtrl+4' },
  { name: 'show-settings', menu: 'view', label: 'Settings', accelerator: 'CmdOrCtrl+,' },
  { name: 'next-pane', menu: 'view', label: 'Next Pane', accelerator: 'F6' },
  { name: 'refresh', menu: 'view', label: 'Read Again from the Server', accelerator: 'CmdOrCtrl+R' },
  { name: 'check-updates', menu: 'help', label: 'Check for Updates…', accelerator: null },
  { name: 'copy-diagnostics', menu: 'help', label: 'Copy Diagnostics', accelerator: null },
  { name: 'show-logs', menu: 'help', label: 'Show Log Folder', accelerator: null },
] as const satisfies readonly {
  name: string;
  menu: 'file' | 'edit' | 'view' | 'help';
  label: string;
  accelerator: string | null;
}[];

export type CommandName = (typeof commands)[number]['name'];
