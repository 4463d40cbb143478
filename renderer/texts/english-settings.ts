/** What the settings say. */
export const settingsTexts = {
  title: 'Settings',
  teams: 'Teams',
  add: 'Add a team',
  edit: 'Edit…',
  remove: 'Remove…',
  editOf: (name: string) => `Edit ${name}`,
  removeOf: (name: string) => `Remove ${name}`,
  server: 'Server',
  teamId: 'Team ID',
  key: 'API key',
  keyIn: {
    keyring: (hint: string) => `•••• ${hint}`.trim().concat(', in the system’s keyring'),
    session: (hint: string) => `•••• ${hint}`.trim().concat(', in memory until the app is closed'),
    none: () => 'Not there: type it again to publish',
  },
  maxFile: 'Largest file',
  rate: 'Rate limit',
  rateOf: (n: number, seconds: number) =>
    seconds % 60 === 0 ? `${n} updates in ${seconds / 60}\u00a0min` : `${n} updates in ${seconds}\u00a0s`,
  systems: { linux: 'Linux', darwin: 'macOS', win32: 'Windows' },
  noRate: 'None',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText:
    'Its API key is deleted from the keyring, and what was read from the server is deleted from this computer. Nothing changes on the server.',
  removeTextWith: (drafts: string) =>
    `Its API key is deleted from the keyring, and ${drafts} and what was read from the server are deleted from this computer. This cannot be undone. Nothing changes on the server.`,
  itsDrafts: 'its unpublished drafts',
  drafts: (n: number, shown: string) => `${shown} unpublished ${n === 1 ? 'draft' : 'drafts'}`,
  removeConfirm: 'Remove team',
  removed: (name: string) => `${name} is removed.`,
  kept: 'Where things are kept',
  keptKeyring:
    'API keys are kept in the system’s keyring. They are never written to a file and never shown again.',
  keptSession:
    'No keyring was found, so API keys are kept in memory until the app is closed. They are never written to a file.',
  dataFolder: 'Data folder',
  keptData:
    'Drafts, their files and what was last read from the server are kept in the app’s data folder on this computer.',
  about: 'About',
  version: 'Version',
  runtime: 'Runs on',
  platform: 'System',
};
