/** What is shown side by side, and to choose from. */
export const compareTexts = {
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
    merged: 'Changed here and on the server; both stand',
    conflict: 'Changed differently on the server',
  },
};

export const conflictTexts = {
  title: 'The server changed meanwhile',
  text: 'Since this draft began, someone changed the same fields on the server. Choose which to keep; the rest of the draft stays.',
  field: 'Field',
  base: 'When you began',
  theirs: 'Server now',
  mine: 'Your draft',
  choose: (label: string) => `Which to keep for ${label}`,
  allMine: 'Keep all of mine',
  allTheirs: 'Keep all of the server’s',
  goOn: 'Go on publishing',
  byItself: 'Merges by itself',
  byItselfText: 'Nobody has to choose here: the result is what will be sent with your choices above.',
  left: (n: number) => `${n} ${n === 1 ? 'field' : 'fields'} left to choose`,
  stop: 'Stop publishing',
};
