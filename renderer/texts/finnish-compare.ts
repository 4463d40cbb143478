import type { Texts } from './texts.ts';

/** What is shown side by side, and to choose from, in Finnish. */
export const compareTexts: Texts['compare'] = {
  title: 'Vertailu',
  field: 'Kenttä',
  server: 'Palvelimella nyt',
  draft: 'Luonnoksesi',
  result: 'Tulos',
  onlyChanges: 'Vain muuttuva',
  nothing: 'Ei vielä vertailtavaa',
  nothingText: 'Muuta kenttää tai lisää tiedosto, niin palvelin, luonnos ja tulos näkyvät tässä rinnakkain.',
  allSame: 'Palvelimen ja luonnoksesi välillä ei ole eroa.',
  change: {
    unchanged: 'Ennallaan',
    mine: 'Muutettu täällä',
    theirs: 'Muutettu palvelimella',
    both: 'Muutettu samoin täällä ja palvelimella',
    merged: 'Muutettu täällä ja palvelimella; molemmat jäävät voimaan',
    conflict: 'Muutettu palvelimella toisin',
  },
};

export const conflictTexts: Texts['conflict'] = {
  title: 'Palvelin muuttui sillä välin',
  text: 'Tämän luonnoksen aloittamisen jälkeen joku on muuttanut samoja kenttiä palvelimella. Valitse, mikä jää voimaan; luonnoksen muu sisältö säilyy.',
  field: 'Kenttä',
  base: 'Kun aloitit',
  theirs: 'Palvelimella nyt',
  mine: 'Luonnoksesi',
  choose: (label) => `Mikä jää voimaan: ${label}`,
  allMine: 'Pidä kaikki omat',
  allTheirs: 'Pidä kaikki palvelimen',
  goOn: 'Jatka julkaisemista',
  byItself: 'Yhdistyy itsestään',
  byItselfText: 'Näissä ei ole valittavaa: tulos lähetetään yllä tekemiesi valintojen kanssa.',
  left: (n) => `${n} ${n === 1 ? 'kenttä' : 'kenttää'} valitsematta`,
  stop: 'Lopeta julkaiseminen',
};
