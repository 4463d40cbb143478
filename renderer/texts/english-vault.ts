/** What the window says of the app's own copies of files. */
export const vaultTexts = {
  title: 'Copies of files',
  intro:
    'The app keeps a copy of every file it takes in. What drafts and the queue send is kept in any case. Of what was sent before, the newest stay, so that a file the server has lost can be put back.',
  gigabytes: (n: string) => `${n}\u00a0GB`,
  needed: 'Drafts and queue',
  neededSize: (size: string) => `${size}, always kept`,
  past: 'Sent before',
  pastSize: (size: string, limit: string) => `${size} of at most ${limit}`,
  share: 'Room taken by files that were sent before',
  limit: 'Keep at most (GB)',
  limitHint: 'Only files that were sent before count; with 0, none is kept.',
  files: (n: number, shown: string, size: string) => `${shown} ${n === 1 ? 'file' : 'files'} (${size})`,
  question: (limit: string, files: string) =>
    `With ${limit}, the copies of ${files} are deleted, the oldest first. They could not be put back from here any more; what is on the server is not affected.`,
  letThemGo: 'Delete copies',
  keepLimit: (limit: string) => `Keep ${limit}`,
  limitSet: (limit: string) => `Files sent before are kept up to ${limit}.`,
  letGo: (n: number, shown: string) => `Deleted lately: ${shown} ${n === 1 ? 'file' : 'files'}`,
  letGoOf: (version: string, size: string) => `${version}, ${size}`,
  reading: 'Reading…',
  copy: 'Copy of the sent file',
  copyKept: 'Kept',
  copyLetGo: (when: string) => `Deleted to stay within the limit (${when})`,
  copyGone: 'No longer where the app kept it',
  restoresCopy: (name: string) => `Makes a draft that puts the fields and ${name} back.`,
  restoresFields: 'Makes a draft that puts the fields back; the file is not touched.',
  restoresRemoval: 'Makes a draft that puts the fields back and removes the file that was added.',
  restoresNoCopy: (name: string) =>
    `Puts only the fields back: this app has no copy of the earlier file, ${name}.`,
  restoresLetGo: (name: string, when: string) =>
    `Puts only the fields back: the copy of the earlier file, ${name}, was deleted to stay within the limit (${when}).`,
} as const;
