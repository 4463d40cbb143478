import type { CommandName } from './command.ts';
import type { SystemCommand } from './system-command.ts';

/** What each command is called, in the application menu and where the window offers it. */
export const commandLabels = {
  'new-release': 'New Release',
  'attach-file': 'Choose Artifact…',
  'match-files': 'Match Files to Releases…',
  import: 'Import Plan or CSV…',
  'export-plan': 'Export Plan…',
  'export-plan-files': 'Export Plan with Files (ZIP)…',
  'export-fields': 'Export Fields as CSV…',
  'save-draft': 'Save Draft',
  publish: 'Publish',
  'discard-draft': 'Discard Draft',
  'add-connection': 'Add Connection…',
  undo: 'Undo Last Action',
  find: 'Find Release',
  'copy-link': 'Copy Link to Release',
  'select-all': 'Choose All in the List',
  'change-many': 'Change Chosen…',
  palette: 'Search or Command…',
  'show-releases': 'Releases',
  'show-drafts': 'Drafts',
  'show-queue': 'Queue',
  'show-history': 'History',
  'show-settings': 'Settings',
  'next-pane': 'Next Pane',
  refresh: 'Read Again from the Server',
  'check-updates': 'Check for Updates…',
  'copy-diagnostics': 'Copy Diagnostics',
  'show-logs': 'Show Log Folder',
} as const satisfies Record<CommandName, string>;

/** What the system's commands are called, in the same places. */
export const systemLabels = {
  'zoom-in': 'Zoom In',
  'zoom-out': 'Zoom Out',
  'actual-size': 'Actual Size',
  'full-screen': 'Toggle Full Screen',
  minimize: 'Minimize',
  'close-window': 'Close Window',
  about: 'About the App',
  quit: 'Quit',
} as const satisfies Record<SystemCommand, string>;
