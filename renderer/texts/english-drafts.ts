/** What drafts and their list say of themselves. */
export const draftTexts = {
  title: 'Drafts',
  loading: 'Reading the drafts…',
  none: 'No drafts',
  noneText: 'Edit a release or drop a file on it: every change is saved as a draft at once, also offline.',
  toReleases: 'Go to releases',
  new: 'New release',
  change: (part: string, value: string) => `${part} → ${value}`,
  ofKeys: (part: string, keys: string) => `${part} (${keys})`,
  noFile: 'no file',
  yes: 'yes',
  no: 'no',
  changesNothing: 'Changes nothing',
  creates: (status: string) => `New release, ${status}`,
  problems: (n: number) => `${n} ${n === 1 ? 'problem' : 'problems'}`,
  warnings: (n: number) => `${n} ${n === 1 ? 'warning' : 'warnings'}`,
  inQueue: 'In the queue',
  columns: {
    release: 'Release',
    product: 'Product',
    changes: 'What it changes',
    batch: 'Batch',
    saved: 'Saved',
  },
  search: 'Find a draft',
  noMatch: 'No draft matches',
  noMatchText: 'Search looks in versions, products, batches and what changes.',
  showAll: 'Show all drafts',
  count: (shown: string, all: string, n: number) =>
    `${shown === all ? all : `${shown} of ${all}`} ${n === 1 ? 'draft' : 'drafts'}`,
  countInQueue: (drafts: string, sent: string) => `${drafts}, ${sent} in the queue`,
  chooseSome: 'choose some for a batch',
  chosen: (n: string, of: string) => `${n} of ${of} chosen`,
  chooseAll: 'Choose all drafts shown',
  chooseNone: 'Choose none',
  ofChosen: 'What to do with the chosen drafts',
  discard: (version: string) => `Discard the draft of ${version}`,
  discarded: (version: string) => `The draft of ${version} is discarded.`,
  discardedNew: 'The draft of the new release is discarded.',
  discardChosen: (n: number, shown: string) => `Discard ${shown} ${n === 1 ? 'draft' : 'drafts'}`,
  discardedMany: (n: number, shown: string) => `${shown} ${n === 1 ? 'draft is' : 'drafts are'} discarded.`,
  notDiscarded: (n: number, shown: string) =>
    `Nothing was discarded: ${shown} of them ${n === 1 ? 'is' : 'are'} being published.`,
  batchGone: (name: string, more: number, shownMore: string) =>
    more === 0
      ? `The batch “${name}” went with its last draft.`
      : `The batch “${name}” and ${shownMore} more went with their last drafts.`,
  batchEmptied: (name: string, more: number, shownMore: string) =>
    more === 0
      ? `The batch “${name}” was left without a draft and is gone.`
      : `The batch “${name}” and ${shownMore} more were left without a draft and are gone.`,
  notRestored: (n: number, shown: string) =>
    `${shown} ${n === 1 ? 'draft' : 'drafts'} could not be had back.`,
  select: 'Select a draft',
  selectText: 'What it changes shows here, ready to be edited or published.',
  unnamed: 'No version yet',
};
