import { commandLabels, systemLabels } from '../../electron/model/english-commands.ts';
import { backgroundTexts } from './english-background.ts';
import { batchTexts } from './english-batches.ts';
import { bulkTexts } from './english-bulk.ts';
import { commandTexts } from './english-commands.ts';
import { compareTexts, conflictTexts } from './english-compare.ts';
import { connectTexts } from './english-connect.ts';
import { diagnosticTexts } from './english-diagnostics.ts';
import { draftTexts } from './english-drafts.ts';
import { editorTexts, fileTexts, licenseTexts, metadataTexts } from './english-editor.ts';
import { historyTexts } from './english-history.ts';
import { idTexts } from './english-ids.ts';
import { elsewhereTexts, jobTexts, stripTexts } from './english-job.ts';
import { linkTexts } from './english-links.ts';
import { matchingTexts } from './english-matching.ts';
import { paletteTexts } from './english-palette.ts';
import { planTexts } from './english-plans.ts';
import { queueTexts } from './english-queue.ts';
import { addBranchTexts, addProductTexts, releaseTexts } from './english-releases.ts';
import { settingsTexts } from './english-settings.ts';
import { undoTexts } from './english-undo.ts';
import { updateTexts } from './english-updates.ts';
import { vaultTexts } from './english-vault.ts';

/** Every sentence of the interface, in English, by the part of the window that says it. */
export const english = {
  /** Language of the texts and of relative times (BCP 47). */
  locale: 'en-GB',
  appName: 'Lukittu Release Manager',
  windowTitle: (about: string, appName: string) => `${about} – ${appName}`,

  units: {
    bytes: (n: number, shown: string) => `${shown}\u00a0${n === 1 ? 'byte' : 'bytes'}`,
    largerThanBytes: ['KB', 'MB', 'GB', 'TB'],
    perSecond: (size: string) => `${size}/s`,
    percent: (value: number) => `${value}%`,
    justNow: 'just now',
    clock: (time: string) => `${time}`,
    agoAndClock: (ago: string, clock: string) => `${ago}, ${clock}`,
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
    notPasted: (field: string, n: string, most: string) =>
      `Not pasted: it has ${n} characters, and “${field}” takes up to ${most}. Paste a shorter text; what stood here stays.`,
    wholeNumber: (least: string, most: string) =>
      `Type a whole number from ${least} to ${most}, in digits only: no point, comma or space.`,
    none: '—',
    more: (n: string) => `${n} more`,
    andMore: (n: string) => `And ${n} more.`,
    showKey: 'Show the key',
    hideKey: 'Hide the key',
    serverSaid: (details: string) => `The server said: “${details}”`,
    errorCode: (code: string) => `Technical detail: ${code}`,
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
    addProduct: 'Add a product by its ID…',
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

  connect: connectTexts,

  releases: releaseTexts,

  addProduct: addProductTexts,

  addBranch: addBranchTexts,

  status: { PUBLISHED: 'Published', DRAFT: 'Draft', DEPRECATED: 'Deprecated', ARCHIVED: 'Archived' },

  editor: editorTexts,

  file: fileTexts,

  metadata: metadataTexts,

  licenses: licenseTexts,

  compare: compareTexts,

  conflict: conflictTexts,

  job: jobTexts,

  strip: stripTexts,

  elsewhere: elsewhereTexts,

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

  ids: idTexts,

  undo: undoTexts,
  vault: vaultTexts,

  updates: updateTexts,

  settings: settingsTexts,

  commands: {
    labels: commandLabels,
    systemLabels,
    ...commandTexts,
  },

  split: 'Width of the list',
};
