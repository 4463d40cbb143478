import { commandLabels } from '../../electron/model/english-commands.ts';
import { backgroundTexts } from './english-background.ts';
import { batchTexts } from './english-batches.ts';
import { bulkTexts } from './english-bulk.ts';
import { diagnosticTexts } from './english-diagnostics.ts';
import { draftTexts } from './english-drafts.ts';
import { historyTexts } from './english-history.ts';
import { linkTexts } from './english-links.ts';
import { matchingTexts } from './english-matching.ts';
import { paletteTexts } from './english-palette.ts';
import { planTexts } from './english-plans.ts';
import { queueTexts } from './english-queue.ts';
import { updateTexts } from './english-updates.ts';
import { vaultTexts } from './english-vault.ts';

/** Every sentence of the interface, in English, by the part of the window that says it. */
export const english = {
  /** Language of dates and relative times (BCP 47). */
  locale: 'en-GB',
  appName: 'Lukittu Release Manager',
  windowTitle: (about: string, appName: string) => `${about} – ${appName}`,

  units: {
    bytes: (n: number, shown: string) => `${shown} ${n === 1 ? 'byte' : 'bytes'}`,
    largerThanBytes: ['KB', 'MB', 'GB', 'TB'],
    perSecond: (size: string) => `${size}/s`,
    percent: (value: number) => `${value} %`,
    justNow: 'just now',
    underAMinute: 'in under a minute',
    clockAhead: (clock: string, ahead: string) => `${clock}, ${ahead}`,
  },

  common: {
    cancel: 'Cancel',
    close: 'Close',
    dismiss: 'Dismiss',
    tryAgain: 'Try again',
    editTeam: 'Edit the team…',
    copy: (what: string) => `Copy ${what}`,
    copied: 'Copied',
    none: '—',
    more: (n: string) => `${n} more`,
    showKey: 'Show the key',
    hideKey: 'Hide the key',
    serverSaid: (details: string) => `The server said: “${details}”`,
    errorCode: (code: string) => `For those who look into it: ${code}`,
    noMatch: 'Nothing matches.',
    widthOf: (column: string) => `Width of ${column}`,
    clear: 'Clear',
    bridgeFailed: 'The app could not carry this out.',
    bridgeRemedy: 'Try again; if it happens again, restart the app. Your drafts are saved.',
  },

  crash: diagnosticTexts,

  start: {
    failed: 'The app could not start',
  },

  landmarks: {
    places: 'Places',
    notices: 'Notices',
    sending: 'Sending',
  },

  bar: {
    team: 'Team',
    product: 'Product',
    chooseProduct: 'Choose a product',
    noProduct: 'No product yet',
    addTeam: 'Add a team…',
    manageTeams: 'Manage teams…',
    addProduct: 'Add a product by its id…',
    refreshProducts: 'Look for products again',
    findProduct: 'Find a product',
    findTeam: 'Find a team',
    demo: 'Demo',
    online: 'Online',
    offline: 'Offline',
    offlineHint: 'Drafts can be edited; what is published waits for the network.',
  },

  places: {
    releases: 'Releases',
    drafts: 'Drafts',
    queue: 'Queue',
    history: 'History',
    settings: 'Settings',
    draftCount: (n: number) => `${n} ${n === 1 ? 'draft' : 'drafts'}`,
    jobCount: (n: number) => `${n} open ${n === 1 ? 'job' : 'jobs'}`,
  },

  connect: {
    sentence:
      'Prepare, review and publish releases of your Lukittu‑licensed software, even while you are offline.',
    title: 'Connect your team',
    addTitle: 'Add a team',
    editTitle: (name: string) => `Edit ${name}`,
    intro: 'You find the team id and an API key in Lukittu under Team settings.',
    name: 'Name',
    namePlaceholder: 'My team',
    serverUrl: 'Server URL',
    teamId: 'Team id',
    teamIdPlaceholder: '00000000-0000-0000-0000-000000000000',
    apiKey: 'API key',
    apiKeyHint: 'Kept in the system’s keyring; never written to a file.',
    apiKeySession: 'Kept in memory until the app is closed: no keyring was found.',
    apiKeyKept: (hint: string) =>
      `Leave empty to keep the stored key${hint === '' ? '' : `, which ends in ${hint}`}.`,
    advanced: 'Limits of the server',
    maxFile: 'Largest file (MB)',
    maxFileHint: 'The hosted server takes 10 MB. Self-hosted servers may take more.',
    limited: 'The server limits updates',
    limitedHint: 'The hosted server takes 5 updates and 5 new releases in 300 seconds.',
    limitCount: 'Requests',
    limitSeconds: 'In seconds',
    connect: 'Connect',
    save: 'Save',
    testing: 'Asking the server…',
    connected: (name: string) => `${name} is connected`,
    saved: (name: string) => `${name} is saved`,
    go: 'Open releases',
    done: 'Done',
    noKeyring: 'There is no keyring on this computer',
    noKeyringText:
      'The API key will be kept in memory until the app is closed, and asked for again next time. It is never written to a file.',
    sessionOnly: 'The key is kept for this session only: no keyring was found.',
    missing: {
      name: 'Give the team a name.',
      serverUrl: 'Type the address of the server.',
      teamId: 'Type the team id.',
      apiKey: 'Paste the API key.',
      maxFile: 'Type a size of at least 1 MB.',
      rateLimit: 'Type how many requests in how many seconds.',
    },
    demoTitle: 'Explore the demo team',
    demoText:
      'A complete team on a small server inside the app: products, releases, licenses. Nothing leaves this computer, and nothing you do there matters to anybody.',
    demoPoints: [
      'Edit and publish as you would with your own team',
      'See what a refused file looks like',
      'No account and no key needed',
    ],
    demo: 'Explore the demo team',
    demoStarting: 'Starting the demo team…',
  },

  releases: {
    title: (product: string) => `Releases of ${product}`,
    list: 'Releases',
    detail: 'Release',
    search: 'Find a release',
    status: 'Status',
    anyStatus: 'Any status',
    branch: 'Branch',
    anyBranch: 'Any branch',
    noBranch: 'No branch',
    new: 'New',
    newRelease: 'New release',
    refresh: 'Read again from the server',
    columns: {
      version: 'Version',
      status: 'Status',
      branch: 'Branch',
      file: 'File',
      updated: 'Updated',
      created: 'Created',
      licenses: 'Licenses',
    },
    columnMenu: { title: 'Columns', noRoom: 'no room now', reset: 'Usual columns and widths' },
    everyLicense: 'All',
    count: (shown: string, all: string) =>
      shown === all ? `${all} releases` : `${shown} of ${all} releases`,
    one: '1 release',
    readAt: (time: string) => `Read ${time}`,
    reading: 'Reading…',
    latest: 'Latest',
    hasDraft: 'Has a draft',
    noFile: 'No file',
    loading: 'Reading the releases…',
    none: 'No releases yet',
    noneText: 'Make the first release of this product: give it a version and drop its file on it.',
    noMatch: 'No release matches',
    noMatchText: 'Search looks in versions, branches and file names.',
    clearFilter: 'Show all releases',
    noProduct: 'No product found yet',
    noProductText:
      'The server has no list of products. The app finds them in your licenses and statistics, and takes any you add by its id, which Lukittu shows on the product’s page.',
    offlineSince: (time: string) => `Offline. What is shown is from ${time}.`,
    never: 'Not read yet',
    offlineNever: 'There is no network, and the releases of this product have not been read yet.',
    staleSince: (time: string) => `What is shown is from ${time}.`,
    select: 'Select a release',
    selectText:
      'Its fields, its file and what would change show here. Drop a file on a row to replace its file, or several on the list to match them to releases.',
    dropOnRow: (version: string) => `Replace the file of ${version}`,
  },

  addProduct: {
    title: 'Add a product',
    text: 'The product’s id is shown on its page in Lukittu. The server is asked for its releases before it is added.',
    id: 'Product id',
    name: 'Name',
    add: 'Add product',
    adding: 'Asking the server…',
    missingId: 'Paste the product’s id.',
    missingName: 'Give the product a name.',
  },

  addBranch: {
    title: 'Use another branch',
    text: 'The server has no list of branches. The app knows those of the releases it has seen, and takes any you add by its id.',
    id: 'Branch id',
    name: 'Name',
    add: 'Use branch',
    missingId: 'Paste the branch’s id.',
    missingName: 'Give the branch a name.',
  },

  status: { PUBLISHED: 'Published', DRAFT: 'Draft', DEPRECATED: 'Deprecated', ARCHIVED: 'Archived' },

  editor: {
    back: 'Back to the list',
    newRelease: 'New release',
    view: 'View',
    edit: 'Edit',
    compare: 'Compare',
    releaseId: 'release id',
    updated: (time: string) => `Updated ${time}`,
    notOnServer: 'Not on the server yet',
    gone: 'This release is not among those the app knows',
    goneText: 'It may have been removed on the server. Read the releases again to be sure.',
    loading: 'Reading the release…',
    locked: 'It is being published. To edit it, cancel that first.',
    lockedWaiting: 'It is in the queue. To edit it, cancel that first.',
    changes: 'What changes',
    noChanges: 'Nothing yet. Edit a field or drop a file; every change is saved as a draft at once.',
    makes: (version: string, file: string | null) =>
      version === ''
        ? 'Makes a new release. Give it a version, and a file if it has one.'
        : `Makes release ${version}, ${file === null ? 'without a file' : `with ${file}`}.`,
    from: 'now',
    to: 'becomes',
    fields: 'Fields',
    version: 'Version',
    versionHint: '3 to 255 characters, without spaces.',
    status: 'Status',
    latest: 'Latest',
    setAsLatest: 'Set as latest',
    latestHint: (branch: string | null) =>
      branch === null
        ? 'Takes “latest” from the other releases without a branch.'
        : `Takes “latest” from the other releases of ${branch}.`,
    branch: 'Branch',
    noBranch: 'No branch',
    otherBranch: 'Another branch by its id…',
    unknownBranch: (id: string) => `Branch ${id}`,
    saved: (time: string) => `Draft saved ${time}`,
    saving: 'Saving…',
    notSaved: 'The last change is not saved',
    saveAgain: 'Save again',
    noDraft: 'No changes',
    discard: 'Discard draft',
    publish: 'Publish',
    publishNew: 'Create release',
    withWarnings: (publish: string, n: number) => `${publish} with ${n} ${n === 1 ? 'warning' : 'warnings'}`,
    starting: 'Queueing…',
    offlineNote: 'Offline: it will wait in the queue for the network.',
    whyNot: {
      'nothing-open': 'Open a release first.',
      'no-change': 'Nothing to publish yet',
      blocked: 'Solve the problems first',
      'under-way': 'It is on its way already',
      'not-saved': 'The last change is not saved yet',
      'no-version': 'Give it a version first',
    },
    findings: (problems: number, warnings: number) =>
      [
        problems > 0 && `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
        warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      ]
        .filter(Boolean)
        .join(', '),
    beforePublishing: 'Before publishing',
    severity: { blocks: 'Problem', warns: 'Warning', tells: 'Note' },
    parts: {
      version: 'Version',
      status: 'Status',
      latest: 'Latest',
      branch: 'Branch',
      metadata: 'Metadata',
      licenses: 'Licenses',
      file: 'File',
      release: 'Release',
    },
  },

  file: {
    title: 'File',
    stays: 'Stays as it is.',
    replaces: (old: string) => `Replaces ${old} when you publish.`,
    added: (name: string) => `${name} is added to the draft.`,
    first: 'Becomes the file of this release when you publish.',
    willBeRemoved: 'Will be deleted from the server when you publish.',
    none: 'No file',
    noneText: 'Drop a file here, choose one, or paste it.',
    choose: 'Choose file…',
    replace: 'Replace…',
    another: 'Choose another…',
    keep: 'Keep the present file',
    without: 'Leave without a file',
    remove: 'Remove…',
    removeTitle: (version: string) => `Remove the file of ${version}?`,
    removeText: (name: string, size: string) =>
      `${name} (${size}) will be deleted from the server when you publish. Lukittu keeps no copy, and it cannot be downloaded through this app first.`,
    removeConfirm: 'Remove file',
    copying: (name: string) => `Copying and checking ${name}…`,
    notTaken: (name: string) => (name === '' ? 'Nothing was taken' : `${name} was not taken`),
    mainClass: 'Main class',
    plugin: 'Plugin',
    pluginVersion: (name: string, version: string) => `${name} ${version}`,
    md5: 'MD5',
    sha256: 'SHA-256',
    noChecksum: 'not recorded',
    changedOnDisk: (name: string) =>
      `${name} has changed on disk since you added it. The copy you added is what will be sent.`,
    useNewer: 'Use the newer file',
    sourceGone: 'The original is no longer where it was. The copy kept by the app is what will be sent.',
    dropReplace: (version: string) => `Replace the file of ${version}`,
    dropFirst: (version: string) => `Add the file of ${version}`,
    dropNew: 'Add the file of the new release',
    dropLocked: 'On its way to the server: no file can be added now',
    dropHint: 'Let go anywhere here',
    folder: 'A folder cannot be a release’s file.',
    folderRemedy: 'Drop the file itself.',
    several: (n: number) => `A release has one file, and ${n} were dropped.`,
    severalRemedy: 'Drop one file.',
    noFile: 'There was no file in what was dropped.',
    noFileRemedy: 'Drop a file from your file manager, or choose one.',
  },

  metadata: {
    title: 'Metadata',
    none: 'No metadata.',
    add: 'Add entry',
    key: (row: number) => `Key ${row}`,
    value: (row: number) => `Value ${row}`,
    keyHead: 'Key',
    valueHead: 'Value',
    lock: (key: string) => `Lock ${key}`,
    unlock: (key: string) => `Unlock ${key}`,
    locked: 'Locked',
    remove: (key: string) => `Remove ${key}`,
    move: (key: string, row: number, of: number) => `Move ${key}, ${row} of ${of}. Arrow keys move it.`,
    moved: (key: string, row: number, of: number) => `${key} is now ${row} of ${of}.`,
    removed: (key: string) => `${key} removed.`,
    entry: (row: number) => `entry ${row}`,
    count: (n: number) => `${n} of 20`,
  },

  licenses: {
    title: 'Licenses',
    none: 'All licenses of the product get this release.',
    some: (n: number) => `Only ${n === 1 ? 'this license gets' : `these ${n} licenses get`} this release.`,
    add: 'Choose licenses…',
    choose: 'Choose licenses',
    search: 'Find a customer or license id',
    chosen: 'Chosen licenses',
    remove: (name: string) => `Remove ${name}`,
    unnamed: 'No customer',
    suspended: 'Suspended',
    expired: (date: string) => `Expired ${date}`,
    unknown: 'Not among the licenses read',
    loading: 'Reading the licenses…',
    noneKnown: 'No licenses of this product are known.',
    first: (shown: string, all: string) => `The first ${shown} of ${all}. Type to narrow them down.`,
    done: 'Done',
    count: (n: number) => `${n} of at most 30 chosen`,
  },

  compare: {
    title: 'Comparison',
    field: 'Field',
    server: 'Server now',
    draft: 'Your draft',
    result: 'Result',
    onlyChanges: 'Only what changes',
    nothing: 'Nothing to compare yet',
    nothingText:
      'Change a field or add a file, and the server, your draft and the result stand here side by side.',
    allSame: 'Nothing differs between the server and your draft.',
    change: {
      unchanged: 'Unchanged',
      mine: 'Changed here',
      theirs: 'Changed on the server',
      both: 'Changed here and on the server alike',
      conflict: 'Changed differently on the server',
    },
  },

  conflict: {
    title: 'The server changed meanwhile',
    text: 'Since this draft began, someone changed the same fields on the server. Choose what shall stand; the rest of the draft is kept.',
    field: 'Field',
    base: 'When you began',
    theirs: 'Server now',
    mine: 'Your draft',
    choose: (label: string) => `What shall stand for ${label}`,
    allMine: 'Keep all of mine',
    allTheirs: 'Keep all of the server’s',
    goOn: 'Go on publishing',
    left: (n: number) => `${n} ${n === 1 ? 'field' : 'fields'} left to choose`,
    stop: 'Stop publishing',
  },

  job: {
    waiting: {
      slot: (until: string | null) =>
        until === null ? 'Waiting for a free slot' : `Waiting for a free slot until ${until}`,
      turn: (_until: string | null) => 'Waiting for its turn',
      network: (_until: string | null) => 'Waiting for the network',
      backoff: (until: string | null) => (until === null ? 'Trying again soon' : `Trying again at ${until}`),
      key: (_until: string | null) => 'Waiting for the API key',
    },
    reading: 'Reading the release',
    merging: 'Merging with the server',
    sending: (percent: string, speed: string | null) =>
      speed === null ? `Sending ${percent}` : `Sending ${percent}, ${speed}`,
    sendingFields: 'Sending',
    answering: 'The server is working',
    verifying: 'Reading back what the server holds',
    unknown: 'The connection broke; reading what the server holds',
    lookingAgain: (what: string, time: string) => `${what}: trying again at ${time}`,
    verified: (time: string) => `Verified at ${time}`,
    verifiedText: 'Every field and the file’s checksum were read back and match.',
    verifiedFields: 'Every field was read back and matches.',
    checksum: 'MD5',
    blocked: 'Stopped by a check',
    conflict: 'Needs your choice',
    failed: 'Not published',
    paused: 'Paused',
    cancelled: 'Cancelled',
    cancelledText: 'Nothing was changed on the server. The draft is kept.',
    attempts: (n: number) => `attempt ${n}`,
    enterKey: 'Enter the key…',
    pause: 'Pause',
    resume: 'Resume',
    pausedText: 'It stays in the queue until you resume it.',
    cancel: 'Cancel',
    cancelOf: (version: string) => `Cancel publishing ${version}`,
    retry: 'Try again',
    dismiss: 'Dismiss',
    show: 'Show',
    putBack: 'Put the old file back',
    lostInVault: (name: string) =>
      `The refused update cost the release its file, ${name}. The app has a copy and can put it back.`,
    lost: (name: string) =>
      `The refused update cost the release its file, ${name}. The app has no copy: send the file again.`,
    merged: 'Taken over from the server',
    progress: (version: string) => `Publishing ${version}`,
    fieldsOnly: 'fields only',
  },

  strip: {
    more: (n: number) => `and ${n} more`,
    batch: (name: string, words: string) => `${name}: ${words}`,
    pauseBatch: (name: string) => `Pause “${name}”`,
    resumeBatch: (name: string) => `Resume “${name}”`,
  },

  announce: {
    waiting: (version: string) => `${version} is waiting to be published.`,
    started: (version: string) => `Publishing ${version} has begun.`,
    quarter: (version: string, quarter: 1 | 2 | 3) =>
      `${version}: ${quarter === 1 ? 'a quarter' : quarter === 2 ? 'half' : 'three quarters'} of the file is sent.`,
    answering: (version: string) => `${version} is sent; the server is working.`,
    verified: (version: string) => `${version} is published and verified.`,
    cancelled: (version: string) => `Publishing ${version} was cancelled.`,
    unknown: (version: string) =>
      `The connection broke while publishing ${version}; the server is being asked what it holds.`,
    failed: (version: string, message: string) => `${version} was not published. ${message}`,
    needsYou: (version: string) => `Publishing ${version} needs you.`,
  },

  drafts: draftTexts,

  batches: batchTexts,

  bulk: bulkTexts,

  plans: planTexts,

  matching: matchingTexts,
  palette: paletteTexts,

  queue: queueTexts,

  history: historyTexts,

  background: backgroundTexts,

  links: linkTexts,

  vault: vaultTexts,

  updates: updateTexts,

  settings: {
    title: 'Settings',
    teams: 'Teams',
    add: 'Add a team',
    edit: 'Edit',
    remove: 'Remove…',
    editOf: (name: string) => `Edit ${name}`,
    removeOf: (name: string) => `Remove ${name}`,
    server: 'Server',
    teamId: 'Team id',
    key: 'API key',
    keyIn: {
      keyring: (hint: string) => `•••• ${hint}`.trim().concat(', in the system’s keyring'),
      session: (hint: string) => `•••• ${hint}`.trim().concat(', in memory until the app is closed'),
      none: () => 'Not there: type it again to publish',
    },
    maxFile: 'Largest file',
    rate: 'Rate limit',
    rateOf: (n: number, seconds: number) =>
      seconds % 60 === 0 ? `${n} updates in ${seconds / 60} min` : `${n} updates in ${seconds} s`,
    systems: { linux: 'Linux', darwin: 'macOS', win32: 'Windows' },
    noRate: 'None',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: (drafts: number) =>
      drafts === 0
        ? 'Its API key is deleted from the keyring, and what was read from the server is deleted from this computer. Nothing changes on the server.'
        : `Its API key is deleted from the keyring, and ${drafts} unpublished ${drafts === 1 ? 'draft' : 'drafts'} and what was read from the server are deleted from this computer. This cannot be undone. Nothing changes on the server.`,
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
  },

  commands: {
    labels: commandLabels,
    openFirst: 'Open a release first, then choose its file.',
    noDraft: 'There is no draft: nothing has been changed.',
    draftSaved: 'The draft is saved. Every change is saved at once.',
    reading: 'Reading again.',
  },

  split: 'Width of the list',
};
