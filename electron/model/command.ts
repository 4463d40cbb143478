/**
 * Every command of the app: the application menu shows them with their shortcuts, the page carries them out.
 * Shortcuts are Electron accelerators; `null` for a command without one. What they are called is beside this file. The
 * one to undo stands with the system's own, which is for text.
 */
export const commands = [
  { name: 'new-release', menu: 'file', accelerator: 'CmdOrCtrl+N' },
  { name: 'attach-file', menu: 'file', accelerator: 'CmdOrCtrl+O' },
  {
    name: 'match-files',
    menu: 'file',
    accelerator: 'CmdOrCtrl+Shift+O',
  },
  { name: 'import', menu: 'file', accelerator: 'CmdOrCtrl+I' },
  { name: 'export-plan', menu: 'file', accelerator: null },
  { name: 'export-plan-files', menu: 'file', accelerator: null },
  { name: 'export-fields', menu: 'file', accelerator: null },
  { name: 'export-history', menu: 'file', accelerator: null },
  { name: 'export-history-table', menu: 'file', accelerator: null },
  { name: 'save-draft', menu: 'file', accelerator: 'CmdOrCtrl+S' },
  { name: 'publish', menu: 'file', accelerator: 'CmdOrCtrl+Enter' },
  { name: 'discard-draft', menu: 'file', accelerator: 'CmdOrCtrl+Shift+Backspace' },
  { name: 'add-connection', menu: 'file', accelerator: 'CmdOrCtrl+Shift+N' },
  { name: 'edit-connection', menu: 'file', accelerator: null },
  { name: 'add-product', menu: 'file', accelerator: null },
  { name: 'undo', menu: 'undo', accelerator: null },
  { name: 'find', menu: 'edit', accelerator: 'CmdOrCtrl+F' },
  { name: 'copy-link', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+L' },
  { name: 'copy-release-id', menu: 'edit', accelerator: null },
  { name: 'copy-product-id', menu: 'edit', accelerator: null },
  {
    name: 'select-all',
    menu: 'edit',
    accelerator: 'CmdOrCtrl+Shift+A',
  },
  { name: 'change-many', menu: 'edit', accelerator: 'CmdOrCtrl+E' },
  { name: 'restore-attempt', menu: 'edit', accelerator: null },
  { name: 'palette', menu: 'view', accelerator: 'CmdOrCtrl+K' },
  { name: 'show-releases', menu: 'view', accelerator: 'CmdOrCtrl+1' },
  { name: 'show-drafts', menu: 'view', accelerator: 'CmdOrCtrl+2' },
  { name: 'show-queue', menu: 'view', accelerator: 'CmdOrCtrl+3' },
  { name: 'show-history', menu: 'view', accelerator: 'CmdOrCtrl+4' },
  { name: 'show-settings', menu: 'view', accelerator: 'CmdOrCtrl+,' },
  { name: 'compare', menu: 'view', accelerator: null },
  { name: 'next-pane', menu: 'view', accelerator: 'F6' },
  { name: 'refresh', menu: 'view', accelerator: 'CmdOrCtrl+R' },
  { name: 'pause-all', menu: 'queue', accelerator: null },
  { name: 'resume-all', menu: 'queue', accelerator: null },
  { name: 'clear-finished', menu: 'queue', accelerator: null },
  { name: 'pause-job', menu: 'job', accelerator: null },
  { name: 'resume-job', menu: 'job', accelerator: null },
  { name: 'cancel-job', menu: 'job', accelerator: null },
  { name: 'retry-job', menu: 'job', accelerator: null },
  { name: 'put-file-back', menu: 'job', accelerator: null },
  { name: 'new-batch', menu: 'batch', accelerator: null },
  { name: 'publish-batch', menu: 'batch', accelerator: null },
  { name: 'pause-batch', menu: 'batch', accelerator: null },
  { name: 'resume-batch', menu: 'batch', accelerator: null },
  { name: 'cancel-batch', menu: 'batch', accelerator: null },
  { name: 'compact-batch', menu: 'batch', accelerator: null },
  { name: 'order-batch', menu: 'batch', accelerator: null },
  { name: 'remove-batch', menu: 'batch', accelerator: null },
  { name: 'open-demo', menu: 'help', accelerator: null },
  { name: 'check-updates', menu: 'help', accelerator: null },
  { name: 'fetch-update', menu: 'help', accelerator: null },
  { name: 'restart-to-update', menu: 'help', accelerator: null },
  { name: 'copy-diagnostics', menu: 'help', accelerator: null },
  { name: 'show-logs', menu: 'help', accelerator: null },
] as const satisfies readonly {
  name: string;
  menu: 'file' | 'undo' | 'edit' | 'view' | 'queue' | 'job' | 'batch' | 'help';
  accelerator: string | null;
}[];

/**
 * Undoes what was done last while the focus is in no text: there, and in the menu, the same keys are the system's, which
 * undo what was typed.
 */
export const undoKeys = 'CmdOrCtrl+Z';

export type CommandName = (typeof commands)[number]['name'];
