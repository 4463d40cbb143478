/** What is told without being asked for: of the queue, of the app's own store, and of what it deletes. */
export const noticeTexts = {
  goesOn: 'Publishing goes on.',
  standsStill: (why: string) => `Publishing stands still. ${why}`,
  lostFile: (name: string, version: string, inVault: boolean) =>
    inVault
      ? `The server has lost ${name}, the file of ${version}, while refusing the new one. This app still has it and can put it back: see the queue.`
      : `The server has lost ${name}, the file of ${version}, while refusing the new one, and this app has no copy of it. The new one is sent again where that can help: see the queue.`,
  addressShared:
    'The server’s limit was used up by others at this network address. Publishing goes on by itself as soon as it can.',
  limitUnknown:
    'The server has a limit, though the settings of the team say it has none: enter it there. Publishing goes on by itself as soon as it can.',
  keyRefused:
    'The server refuses the API key. Publishing waits until a valid key is entered in the settings.',
  notWritten: (news: string, why: string, version: string) =>
    `${news}, but that could not be written down. ${why} The app keeps trying; if it ends before, the next start goes on with ${version} from where it was.`,
  news: {
    verified: (version: string) => `${version} is published`,
    cancelled: (version: string) => `Publishing ${version} is cancelled`,
    paused: (version: string) => `Publishing ${version} is paused`,
    further: (version: string) => `Publishing ${version} has come further`,
  },
  missedStart: (batch: string) => `“${batch}” was to begin while the app was closed. Resume it in the queue.`,
  batchStopped: (batch: string) =>
    `“${batch}” is stopped, because one of its releases could not be published. Nothing more is sent until you resume it.`,
  updatePutOff: (version: string) =>
    `Version ${version} of the app was not put in place when you quit, because another run of the app was publishing. It is offered again.`,
  backedUpAgain: 'The app’s database is backed up again.',
  noBackup: (why: string) => `The hourly backup of the app’s database could not be made. ${why}`,
  database: {
    disappeared: 'The app’s database had disappeared.',
    damaged: (aside: string) =>
      `The app’s database was damaged. It was set aside, in the app’s data folder, as “${aside}”.`,
    fromBackup: (happened: string, madeAt: string) =>
      `${happened} The backup of ${madeAt} is used instead: drafts changed since then may be missing. Releases on the server are not affected.`,
    empty: (happened: string) =>
      `${happened} No backup could be read, so an empty one was started: teams and drafts have to be made again. Releases on the server are not affected.`,
  },
  letGo: (n: number, names: readonly string[], limit: string | null) => {
    const more = n - names.length;
    const all = more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
    const copies = n === 1 ? 'copy of a file' : `copies of ${n} files`;
    const why = limit === null ? 'As nothing is to be kept of the past' : `To stay within ${limit}`;
    return `${why}, the app has deleted its ${copies} sent before: ${all}. ${n === 1 ? 'It' : 'They'} can no longer be put back from here. See the settings.`;
  },
};
