/** Taking back what was done last. */
export const undoTexts = {
  button: 'Undo',
  nothing: 'There is nothing to undo.',
  undone: 'Undone.',
  changedSince: 'It cannot be undone any more: the batch has been changed since.',
};
