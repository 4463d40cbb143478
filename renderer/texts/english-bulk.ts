import type { BulkUndone } from '../../electron/model/bulk-change.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'draft' : 'drafts'}`;
const releases = (n: number, shown: string) => `${shown} ${n === 1 ? 'release' : 'releases'}`;
const all = (n: number, shown: string) => (n === 2 ? 'Both' : `All ${shown}`);

type Numbers = {
  readonly made: number;
  readonly changed: number;
  readonly shownMade: string;
  readonly shownChanged: string;
};

/** How many a change would change, leave as they are and refuse. */
type Outcomes = Readonly<Record<'changed' | 'same' | 'refused', number>>;

/** What changing many at once says of itself. */
export const bulkTexts = {
  chosen: (n: number, shown: string) => `${releases(n, shown)} chosen`,
  ofChosen: 'What to do with the chosen releases',
  chooseAll: 'Choose all releases shown',
  change: 'Change…',
  changeDrafts: (n: number, shown: string) => `Change ${drafts(n, shown)} together…`,
  clear: 'Clear',
  chooseFirst: 'Choose releases in the list first: with their boxes, Shift, or Space.',
  title: (n: number, shown: string) => `Change ${releases(n, shown)}`,
  titleDrafts: (n: number, shown: string) => `Change ${drafts(n, shown)}`,
  what: 'What to change',
  choose: 'Choose…',
  kinds: {
    status: 'Status',
    branch: 'Branch',
    'metadata-add': 'Add metadata where missing',
    'metadata-set': 'Set metadata',
    'metadata-remove': 'Remove metadata',
    'licenses-add': 'Add licenses',
    'licenses-remove': 'Remove licenses',
    'latest-set': 'Set as latest',
    'latest-take': 'Take “latest” away',
  },
  severalProducts: 'A branch and a license belong to one product, and these are of several.',
  status: 'New status',
  branch: 'New branch',
  key: 'Key',
  value: 'Value',
  lock: 'Locked',
  locks: { keep: 'As it is', on: 'Locked', off: 'Not locked' },
  keysUsed: 'Keys the chosen ones have',
  keyUsed: (shown: string) => `in ${shown}`,
  licenses: 'Licenses',
  noLicense: 'None chosen',
  manyLicenses: (n: number, shown: string) => `${shown} ${n === 1 ? 'license' : 'licenses'}`,
  noneRestricted: 'None of them is restricted to licenses.',
  preview: 'What would change',
  release: 'Release',
  prompt: 'Choose what to change',
  promptText: 'What it does to each stands here before anything is done.',
  looking: 'Working out what changes…',
  from: 'from',
  to: 'to',
  stays: 'Stays as it is.',
  refused: 'Not changed.',
  onDraft: 'Has a draft: the change goes on top',
  views: (n: Readonly<Record<'all' | 'changed' | 'same' | 'refused', string>>) => ({
    all: `All ${n.all}`,
    changed: `${n.changed} ${n.changed === '1' ? 'changes' : 'change'}`,
    same: `${n.same} ${n.same === '1' ? 'stays' : 'stay'}`,
    refused: `${n.refused} refused`,
  }),
  only: {
    changed: (n: number, shown: string) => (n === 1 ? 'It changes.' : `${all(n, shown)} change.`),
    same: (n: number, shown: string) =>
      n === 1 ? 'It stays as it is.' : `${all(n, shown)} stay as they are.`,
    refused: (n: number, shown: string) => (n === 1 ? 'It is refused.' : `${all(n, shown)} are refused.`),
  },
  viewsLabel: 'Which ones to show',
  summary: (n: Outcomes, shown: Readonly<Record<keyof Outcomes, string>>) => {
    const parts = [
      n.changed > 0 && `${shown.changed} would change`,
      n.same > 0 && `${shown.same} ${n.same === 1 ? 'stays as it is' : 'stay as they are'}`,
      n.refused > 0 && `${shown.refused} ${n.refused === 1 ? 'is' : 'are'} refused`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? '' : `${parts.join(', ')}.`;
  },
  gone: (n: number, shown: string) =>
    n === 1 ? 'One of them is no longer there.' : `${shown} of them are no longer there.`,
  batch: 'Batch',
  noBatch: 'None',
  sameBatch: 'As it is',
  newBatch: (name: string) => `New, “${name}”`,
  leavesBatch: (n: number, shown: string) =>
    n === 1 ? 'One of them leaves the batch it is in.' : `${shown} of them leave the batches they are in.`,
  make: 'Make drafts',
  nothing: 'Nothing to change',
  apply: ({ made, changed, shownMade, shownChanged }: Numbers) => {
    if (changed === 0) return `Make ${drafts(made, shownMade)}`;
    if (made === 0) return `Change ${drafts(changed, shownChanged)}`;
    return `Change ${drafts(changed, shownChanged)} and make ${shownMade}`;
  },
  applying: 'Making the drafts…',
  done: ({ made, changed, shownMade, shownChanged }: Numbers) => {
    if (changed === 0) return `${drafts(made, shownMade)} made.`;
    if (made === 0) return `${drafts(changed, shownChanged)} changed.`;
    return `${drafts(changed, shownChanged)} changed, ${shownMade} made.`;
  },
  doneIn: (done: string, batch: string) => `${done} They are in “${batch}”.`,
  showDrafts: 'Show drafts',
  showBatch: 'Show batch',
  undone: (n: number, shown: string) => `Undone for ${drafts(n, shown)}.`,
  undoneInPart: (n: string, of: string) => `Undone for ${n} of ${of} drafts. The others stay.`,
  left: (version: string, why: BulkUndone['left'][number]['why']) =>
    `${version} ${{ edited: 'was edited since', publishing: 'is being published', gone: 'was published or discarded' }[why]}`,
  leftSome: (names: readonly string[], more: number) =>
    `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
} as const;
