/** What is said when something in the window failed, and of what can be told to others about it. */
export const diagnosticTexts = {
  title: 'The window stopped',
  text: 'Something in the window failed. Your drafts and the queue are kept by the app and are not touched by this.',
  reload: 'Load the window again',
  copy: 'Copy diagnostics',
  copied: 'Copied',
  copiedAll: 'Diagnostics copied',
  copiedDetail:
    'Versions, settings, counts, the last errors and the end of the log: no keys, no names of your own.',
  notCopied: 'The diagnostics could not be put on the clipboard.',
  notCopiedRemedy: 'Click into the window and try again, or look at the log: Help, Show Log Folder.',
} as const;
