const files = (n: number, shown: string) => `${shown} ${n === 1 ? 'file' : 'files'}`;
const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'draft' : 'drafts'}`;

/** What matching dropped files to releases says of itself. */
export const matchingTexts = {
  title: 'Match files to releases',
  titleOf: (product: string) => `Match files to releases of ${product}`,

  drop: (n: number, shown: string) => `Match ${files(n, shown)} to releases`,
  dropOne: 'Find the release this file is for',
  dropHint: (product: string) => `By version and name, to releases of ${product}`,
  noProduct: 'Choose a product first; then its files can be matched.',

  instead: 'Match to releases…',

  choose: 'Choose files…',
  chooseTitle: 'Drop files or a folder here',
  chooseText:
    'Each is matched to a release by the version and the name in its file name, and by its plugin.yml. You see the matches before anything is made.',

  list: 'Files and their releases',
  columns: { file: 'File', release: 'Release', match: 'Match' },
  confidence: { sure: 'Sure', likely: 'Likely', unsure: 'Unsure', none: 'No match' },
  chooseOne: 'Choose one',
  byHand: 'By hand',
  byHandReason: 'You chose it.',
  leftOut: 'Left out',
  leftOutReason: 'No draft is made of it.',
  keys: 'Enter chooses a release, Delete leaves a file out.',
  chooseFor: (file: string, release: string) => `Release for ${file}: ${release}`,

  shared: (others: string) => `${others} is meant for it too: a release has one file.`,
  sharedMany: (n: number, shown: string) =>
    `${files(n, shown)} more are meant for it: a release has one file.`,
  useThis: 'Use this one',
  notBoth: (n: number, shown: string) =>
    n === 1
      ? 'Several files are meant for one release: choose one.'
      : `Several files each are meant for ${shown} releases: choose one for each.`,
  needsVersion: 'A new release needs a version.',

  finding: 'Looking through what was dropped…',
  looking: (done: string, of: string) => `Looking at ${done} of ${of} files`,
  copying: (done: string, of: string) => `Copying ${done} of ${of} files`,
  bytes: (done: string, of: string) => `${done} of ${of}`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was made; what was copied need not be copied again.',

  summary: (all: string, sure: number, likely: number, open: number) =>
    [all, sure > 0 && `${sure} sure`, likely > 0 && `${likely} likely`, open > 0 && `${open} to look at`]
      .filter(Boolean)
      .join(' · '),
  files,
  hidden: (n: number, shown: string) => `${shown} hidden ${n === 1 ? 'file' : 'files'}`,
  links: (n: number, shown: string) => `${shown} ${n === 1 ? 'link to elsewhere' : 'links to elsewhere'}`,
  special: (n: number, shown: string) => `${shown} ${n === 1 ? 'thing that is' : 'things that are'} no file`,
  notTaken: (what: string) => `Not taken: ${what}.`,
  bounded: (most: string) =>
    `There was more than is matched at once: these are the first ${most} files. Drop the rest afterwards.`,
  unreadable: (name: string, message: string) => `${name}: ${message}`,
  nothing: 'There are no files in what was dropped',
  nothingText: 'Hidden files, links to elsewhere and what cannot be read are left out.',

  chooser: (file: string) => `Choose a release for ${file}`,
  search: 'Find a release, or type a new version',
  best: 'Matches',
  all: 'Releases',
  other: 'Otherwise',
  leaveOut: 'Leave out',
  newRelease: 'New release…',
  newVersion: (version: string) => `New release ${version}…`,
  first: (shown: string, all: string) => `The first ${shown} of ${all}. Type to narrow them down.`,
  newTitle: 'New release',
  version: 'Version',
  branch: 'Branch',
  use: 'Use',
  back: 'Back',
  taken: (version: string) => `There is a release ${version} in this branch already.`,

  batch: 'Put them in a new batch',
  batchName: 'Name of the batch',
  make: (n: number, shown: string) => `Make ${drafts(n, shown)}`,
  makeNone: 'Make drafts',
  problems: (n: number, shown: string) =>
    `Nothing was made yet: ${files(n, shown)} could not be taken, and why stands beside ${n === 1 ? 'it' : 'each'}. What changed is taken as it is now, the rest is left out.`,
  made: (n: number, shown: string) => `${drafts(n, shown)} made.`,
  madeIn: (n: number, shown: string, batch: string) => `${drafts(n, shown)} made, in the batch “${batch}”.`,
  showDrafts: 'Show drafts',
  showBatch: 'Show batch',
  undone: (n: number, shown: string) => `${drafts(n, shown)} taken back.`,
  notUndone: 'Not everything could be taken back.',
} as const;
