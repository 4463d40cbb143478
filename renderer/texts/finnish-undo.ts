import type { Texts } from './texts.ts';

/** Taking back what was done last, in Finnish. */
export const undoTexts: Texts['undo'] = {
  button: 'Kumoa',
  nothing: 'Ei mitään kumottavaa.',
  undone: (what) => `Kumottu: ${what}`,
  changedSince: 'Sitä ei voi enää kumota: erää on muutettu sen jälkeen.',
};
