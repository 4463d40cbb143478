const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'draft' : 'drafts'}`;

/** What batches of drafts say of themselves. */
export const batchTexts = {
  title: 'Batches',
  detail: 'Batch',
  drafts,
  new: 'New batch',
  newOf: (shown: string) => `New batch of ${shown}`,
  newName: (n: number) => `Batch ${n}`,
  created: (name: string) => `“${name}” is made.`,
  addTo: 'Add to',
  inIt: (name: string, n: number) => `${n === 1 ? 'It is' : 'They are'} in “${name}” already.`,
  added: (name: string, n: number, shown: string) => `${drafts(n, shown)} added to “${name}”.`,
  name: 'Name of the batch',
  rename: 'Rename the batch',
  onFailure: 'If one cannot be published',
  policies: { stop: 'Stop at the first failure', 'go-on': 'Go on after a failure' },
  start: 'When it begins',
  starts: { now: 'Begin when I publish', later: 'Begin at a time' },
  startTime: 'Date and time',
  startPassed: 'This time has passed. Choose a later one.',
  order: 'Drafts in their order',
  empty: 'No drafts are left in this batch',
  emptyText: 'Choose drafts in the list and add them, or remove the batch.',
  orderHelp: 'Alt with an arrow key moves what is chosen, Delete takes it out, Enter opens the draft.',
  drag: (version: string) => `Drag ${version}`,
  moveUp: (version: string) => `Move ${version} up (Alt+↑)`,
  moveDown: (version: string) => `Move ${version} down (Alt+↓)`,
  moved: (version: string, place: string, of: string) => `${version} is now ${place} of ${of}.`,
  renamed: (name: string, next: string) => `“${name}” is called “${next}” now.`,
  changedTime: (name: string) => `When “${name}” begins is changed.`,
  changedPolicy: (name: string) => `What “${name}” does after a failure is changed.`,
  takeOut: (version: string) => `Take ${version} out of the batch`,
  takenOut: (n: number, shown: string, version: string) =>
    n === 1
      ? `${version} is out of the batch; its draft stays.`
      : `${shown} drafts are out of the batch; they stay drafts.`,
  goesAt: (time: string) => `at ${time}`,
  outcome: {
    published: null,
    nothing: 'Nothing to send: the server would hold it already',
    refused: 'The server would refuse it here',
    blocked: 'Cannot be sent yet',
  },
  becomesLatest: (branch: string | null) =>
    branch === null ? 'Becomes the latest' : `Becomes the latest of ${branch}`,
  leavesNoLatest: (branch: string | null) =>
    branch === null ? 'Leaves the product without a latest' : `Leaves ${branch} without a latest`,
  better: (n: number) =>
    n === 1 ? 'Another order is better:' : 'Another order is better, for these reasons:',
  moreReasons: (shown: string) => `and ${shown} more`,
  useOrder: 'Use that order',
  orderUsed: 'The batch is in its better order.',
  noOrder: 'No order fixes what is marked: change or take out the drafts.',
  dropped: (n: number, shown: string) =>
    `${drafts(n, shown)} ${n === 1 ? 'changes' : 'change'} nothing and can be left out.`,
  joined: (n: number, shown: string) =>
    `${shown} ${n === 1 ? 'release has several drafts that' : 'releases have several drafts each that'} can be put together.`,
  saves: (slots: number, shownSlots: string, minutes: number, shownMinutes: string) =>
    `Saves ${[
      slots > 0 && `${shownSlots} ${slots === 1 ? 'slot' : 'slots'}`,
      minutes > 0 && `${shownMinutes}\u00a0min`,
    ]
      .filter(Boolean)
      .join(' and ')}.`,
  compact: 'Compact',
  compactedAway: (name: string) => `Nothing in “${name}” changed anything: it is gone with its drafts.`,
  compacted: 'The batch has only what changes something.',
  slots: (n: number, shown: string) => `${shown} ${n === 1 ? 'slot' : 'slots'}`,
  waits: (n: number, shown: string) => (n === 1 ? 'Waits once for slots' : `Waits ${shown} times for slots`),
  wouldBeDone: (time: string) => `Done about ${time}`,
  doneAbout: (time: string) => `done about ${time}`,
  doneOnceOnline: (ahead: string) => `Done ${ahead} once the network is back`,
  reviewing: 'Checking the order…',
  stopsAt: (version: string) => `Stops at ${version}: fix it, or go on after a failure`,
  asksAt: (version: string) => `Stops at ${version} until you decide what others changed`,
  leavesOut: (n: number, shown: string) => `${drafts(n, shown)} cannot be sent and would stay here`,
  publish: (updates: number, creates: number, shown: string) => {
    if (updates + creates === 0) return 'Publish';
    if (creates === 0) return `Publish ${shown} ${updates === 1 ? 'update' : 'updates'}`;
    const one = updates + creates === 1;
    return updates === 0
      ? `Create ${shown} ${one ? 'release' : 'releases'}`
      : `Publish ${shown} ${one ? 'release' : 'releases'}`;
  },
  publishAt: (publish: string, time: string) => `${publish} at ${time}`,
  publishing: 'Queueing…',
  nothingToSend: 'Nothing in it would be sent',
  remove: 'Remove batch',
  removed: (name: string) => `“${name}” is removed; its drafts stay.`,

  jobs: 'Releases of the batch',
  verified: (done: string, all: string) => `${done} of ${all} verified`,
  phase: {
    paused: 'paused',
    stopped: (version: string) => `stopped at ${version}`,
    scheduled: (time: string) => `begins at ${time}`,
  },
  end: {
    all: (shown: string) => `Published: all ${shown} are verified`,
    verified: (shown: string) => `${shown} verified`,
    failed: (shown: string) => `${shown} failed`,
    cancelled: (shown: string) => `${shown} cancelled`,
  },
  needYou: (n: number, shown: string) => `${shown} ${n === 1 ? 'needs' : 'need'} you`,
  progress: (name: string) => `Publishing “${name}”`,
  pause: 'Pause',
  resume: 'Resume',
  beginNow: 'Begin now',
  cancel: 'Cancel the rest',
  cancelled: (name: string, n: number, shown: string) =>
    `“${name}”: ${shown} ${n === 1 ? 'release is cancelled; its draft stays' : 'releases are cancelled; their drafts stay'} in the batch.`,
  settles: (name: string) => `“${name}” stops: what is being sent settles first.`,
};
