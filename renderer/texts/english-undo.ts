/** Taking back what was done last. */
export const undoTexts = {
  button: 'Undo',
  nothing: 'There is nothing to undo.',
  /** As the menu names what it would undo. */
  undone: (what: string) => `Undone: ${what}`,
  /** What was done in another team is taken back there. */
  inTeam: (team: string) => `Now showing ${team}, where it was done.`,
  notUndone: (what: string) => `Not undone: ${what}`,
  queuedSince: 'It cannot be undone while the batch is in the queue.',
  changedSince: 'It cannot be undone any more: the batch has been changed since.',
  publishedSince: 'It cannot be undone any more: the batch was published since.',
};
