const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'draft' : 'drafts'}`;

/** What batches of drafts and plan files say of themselves. */
export const batchTexts = {
  title: 'Batches',
  detail: 'Batch',
  drafts,
  new: 'New batch',
  newOf: (shown: string) => `New batch of ${shown}`,
  newName: (n: number) => `Batch ${n}`,
  created: (name: string) => `“${name}” is made.`,
  addTo: 'Add to',
  added: (name: string, n: number, shown: string) => `${drafts(n, shown)} added to “${name}”.`,
  inBatch: (name: string) => `in ${name}`,
  startsAt: (time: string) => `begins at ${time}`,
  name: 'Name',
  onFailure: 'If one cannot be published',
  policies: { stop: 'Stop the rest', 'go-on': 'Go on with the rest' },
  start: 'Begins',
  starts: { now: 'When you publish it', later: 'At a time' },
  startTime: 'Date and time',
  startPassed: 'This time has passed. Choose a later one.',
  order: 'In this order',
  empty: 'No drafts are left in it',
  emptyText: 'Choose drafts in the list and add them to this batch.',
  place: (place: string, version: string) => `${place}. ${version}`,
  moveUp: (version: string) => `Move ${version} up (Alt+↑)`,
  moveDown: (version: string) => `Move ${version} down (Alt+↓)`,
  moved: (version: string, place: string, of: string) => `${version} is now ${place} of ${of}.`,
  takeOut: (version: string) => `Take ${version} out of the batch`,
  takenOut: (version: string) => `${version} is out of the batch; its draft stays.`,
  openDraft: (version: string) => `Open the draft of ${version}`,
  outcome: {
    published: null,
    nothing: 'Nothing to send: the server would hold it already',
    refused: 'The server would refuse it here',
    blocked: 'Cannot be sent: see what it needs',
  },
  findings: (problems: number, warnings: number) =>
    [
      problems > 0 && `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
      warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    ]
      .filter(Boolean)
      .join(', '),
  sequence: 'What the order brings with it',
  betterOrder: 'Another order is better.',
  useOrder: 'Use this order',
  orderUsed: 'The batch is in its better order.',
  compaction: (slots: string, one: boolean, minutes: string | null) =>
    minutes === null
      ? `Saves ${slots} ${one ? 'slot' : 'slots'}.`
      : `Saves ${slots} ${one ? 'slot' : 'slots'} and ${minutes} min.`,
  dropped: (n: number, shown: string) => `${drafts(n, shown)} ${n === 1 ? 'changes' : 'change'} nothing.`,
  joined: (n: number, shown: string) =>
    `${shown} ${n === 1 ? 'release has' : 'releases have'} several drafts that can be one.`,
  compact: 'Put together',
  compacted: 'The batch has only what changes something.',
  slots: (n: number, shown: string) => `${shown} ${n === 1 ? 'slot' : 'slots'}`,
  doneAbout: (time: string) => `done about ${time}`,
  stopsAt: (version: string) => `Would stop at ${version}`,
  reviewing: 'Checking the order…',
  publish: (updates: number, creates: number) => {
    const parts = [
      updates > 0 && `${updates} ${updates === 1 ? 'update' : 'updates'}`,
      creates > 0 && `${creates} new ${creates === 1 ? 'release' : 'releases'}`,
    ].filter(Boolean);
    return parts.length === 0 ? 'Publish' : `Publish ${parts.join(' and ')}`;
  },
  publishAt: (publish: string, time: string) => `${publish} at ${time}`,
  nothingToSend: 'Nothing in it would be sent',
  underWay: 'It is on its way.',
  showQueue: 'Show queue',
  remove: 'Remove batch',
  removed: (name: string) => `“${name}” is removed; its drafts stay.`,
  exportPlan: 'Export plan…',
};

export const planTexts = {
  import: 'Import plan…',
  file: 'Plan file, JSON or ZIP',
  title: 'Import a plan',
  report: 'What the plan would do',
  reading: (name: string) => `Reading ${name}…`,
  nothing: 'Nothing was made.',
  of: (name: string) => `Plan “${name}”`,
  outcome: {
    change: 'Becomes a draft',
    blocked: 'Becomes a draft that cannot be sent yet',
    nothing: 'The server holds it already',
    refused: 'Refused',
  },
  newRelease: 'New release',
  steps: 'What it would do',
  problems: 'Why it cannot be imported',
  problemAt: (entry: string, version: string | null) =>
    version === null ? `Entry ${entry}` : `Entry ${entry}, ${version}`,
  noChange: 'Changes nothing',
  change: (label: string, value: string) => `${label} → ${value}`,
  takeStale: 'Take what the server holds now as the start',
  make: (n: number, shown: string) => `Make ${drafts(n, shown)}`,
  made: (n: number, shown: string) => `${drafts(n, shown)} made from the plan.`,
};
