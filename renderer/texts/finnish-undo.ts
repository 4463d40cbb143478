import type { Texts } from './texts.ts';

/** Taking back what was done last, in Finnish. */
export const undoTexts: Texts['undo'] = {
  button: 'Kumoa',
  nothing: 'Ei mitään kumottavaa.',
  undone: (what) => `Kumottu: ${what}`,
  inTeam: (team) => `Nyt näkyy ${team}, jossa se tehtiin.`,
  notUndone: (what) => `Ei kumottu: ${what}`,
  queuedSince: 'Sitä ei voi kumota, kun erä on jonossa.',
  changedSince: 'Sitä ei voi enää kumota: erää on muutettu sen jälkeen.',
  publishedSince: 'Sitä ei voi enää kumota: erä on julkaistu sen jälkeen.',
};
