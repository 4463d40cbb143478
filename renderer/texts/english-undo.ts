/** Taking back what was done last. */
export const undoTexts = {
  button: 'Undo',
  nothing: 'There is nothing to undo.',
  /** As the menu names what it would undo. */
  undone: (what: string) => `Undone: ${what}`,
  changedSince: 'It cannot be undone any more: the batch has been changed since.',
};
