const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'draft' : 'drafts'}`;

/** How many drafts an import has made, has changed, and has found to say the same already. */
type Numbers = Readonly<Record<'made' | 'changed' | 'there', number>>;
type Shown = Readonly<Record<keyof Numbers, string>>;

const wereThere = (n: number, shown: string) =>
  `${drafts(n, shown)} ${n === 1 ? 'was' : 'were'} there already`;

/** What plan files and CSV files say of themselves, on their way out and in. */
export const planTexts = {
  export: 'Export',
  exportPlan: 'Plan file (JSON)…',
  exportZip: 'Plan with its files (ZIP)…',
  exportCsv: 'Fields for a spreadsheet (CSV)…',
  exportDrafts: (n: number, shown: string) => `Export ${drafts(n, shown)}`,
  exportReleases: 'Export CSV…',
  noPlanToExport: 'Show a batch, or choose the drafts you want in a plan, then export it.',
  nothingToExport: 'Show the releases or drafts whose fields you want, then export them.',
  writing: (name: string) => `Writing ${name}…`,
  saved: (name: string) => `${name} is saved.`,
  stopped: 'Nothing was saved.',
  show: 'Show in folder',

  import: 'Import…',
  title: 'Import a plan or CSV file',
  titleOf: (name: string) => `Import ${name}`,
  choose: 'Choose file…',
  chooseTitle: 'Drop a plan or CSV file here',
  chooseText:
    'A plan (JSON or ZIP) brings a batch with its drafts. A CSV file brings fields of releases, edited in a spreadsheet. You see what it does before anything is made.',
  drop: 'Import a plan or CSV file',
  dropHint: 'You see what it does before anything is made.',
  onlyOne: 'Drop one file at a time: a plan (JSON or ZIP) or a CSV file.',

  reading: 'Reading the file…',
  looking: (done: string, of: string) => `Looking at ${done} of ${of} entries`,
  checking: 'Comparing with what the server holds…',
  making: 'Making the drafts…',

  of: (name: string) => `Batch “${name}”`,
  begins: (time: string) => `Begins at ${time}`,
  list: 'What it would do',
  columns: { plan: 'Entry', csv: 'Row', release: 'Release', does: 'What it does', wrong: 'What is wrong' },
  place: { plan: (n: string) => `Entry ${n}`, csv: (n: string) => `Row ${n}` },
  viewsLabel: 'Which are shown',
  views: {
    all: (n: string) => `All ${n}`,
    look: (n: string) => `To look at ${n}`,
    nothing: (n: string) => `Change nothing ${n}`,
    refused: (n: string) => `Refused ${n}`,
  },
  summary: (makes: string, there: number, shownThere: string, nothing: number, shownNothing: string) =>
    [
      makes,
      there > 0 && `${shownThere} ${there === 1 ? 'is' : 'are'} there already`,
      nothing > 0 && `${shownNothing} ${nothing === 1 ? 'changes' : 'change'} nothing`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  there: 'There is a draft that says this already.',
  becomes: (n: number, shown: string) => (n === 0 ? 'No new draft' : drafts(n, shown)),
  nothing: 'Changes nothing: the server holds it already.',
  nothingOnDraft: 'Changes nothing.',
  likeServer: 'The draft then says what the server holds already.',
  blocked: 'Becomes a draft that cannot be sent yet.',
  onlyOrder: 'Changes something only in this order.',
  moreChanges: (shown: string) => `and ${shown} more changes`,
  emptyValue: 'none',

  refused: (n: number, shown: string) =>
    `Nothing was imported: ${shown} ${n === 1 ? 'problem was' : 'problems were'} found.`,
  ofField: (field: string) => `${field}:`,
  mend: 'A file is taken whole or not at all.',
  stale: (n: number, shown: string) =>
    `Others have changed what ${n === 1 ? 'one release of it changes' : `${shown} releases of it change`}.`,
  staleText:
    'Plan them again from what the server holds now, or import it all the same: the app asks whose value counts before it sends them.',
  takeStale: 'Import all the same',
  taken: 'What others changed meanwhile is asked about before it is sent.',

  batch: 'Put them in a new batch',
  batchName: 'Name of the batch',
  stop: 'Stop',
  again: 'Choose another file…',
  make: (n: number, shown: string) => `Make ${drafts(n, shown)}`,
  makeBatch: 'Make the batch',
  makeNone: 'Nothing to make',
  done: ({ made, changed, there }: Numbers, shown: Shown, batch: string | null) => {
    if (made + changed === 0) {
      const are = there === 1 ? 'is' : 'are';
      const rest = batch === null ? ': nothing is made' : `, and ${are} the batch “${batch}” now`;
      return `${wereThere(there, shown.there)}${rest}.`;
    }
    const into = batch === null ? '' : `, in the batch “${batch}”`;
    const done = [
      made > 0 && `${drafts(made, shown.made)} made`,
      changed > 0 && `${drafts(changed, shown.changed)} changed`,
    ].filter((part) => part !== false);
    return `${done.join(', ')}${into}.${there > 0 ? ` ${wereThere(there, shown.there)}.` : ''}`;
  },
  undone: 'The import is undone.',
  notUndone: (n: number, shown: string) =>
    `${drafts(n, shown)} could not be put back as ${n === 1 ? 'it was' : 'they were'}.`,
};
