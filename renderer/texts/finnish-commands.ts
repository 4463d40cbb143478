import type { Texts } from './texts.ts';

/** What commands of the menu say, and why one cannot be carried out now, in Finnish. */
export const commandTexts: Omit<Texts['commands'], 'labels' | 'systemLabels'> = {
  openFirst: 'Avaa ensin julkaisu ja valitse sitten sen tiedosto.',
  noDraft: 'Luonnosta ei ole: mitään ei ole muutettu.',
  draftSaved: 'Luonnos on tallessa. Jokainen muutos tallentuu heti.',
  reading: 'Luetaan uudelleen.',
  chooseProduct: 'Valitse ensin tuote.',
  connectFirst: 'Muodosta ensin yhteys tiimiin.',
  leaveFormFirst: 'Muodosta ensin yhteys tiimiin tai sulje sen lomake.',
  formIsOpen: 'Tiimin lomake on jo auki.',
  nothingToChoose: 'Tässä ei ole valittavaa. Näytä ensin julkaisut tai luonnokset.',
  chooseDrafts:
    'Valitse ensin luonnoksia luonnosten luettelosta: ruuduista, vaihtonäppäimellä tai välilyönnillä.',
  showAttempt: 'Valitse ensin yritys historiasta.',
  nothingToCompare: 'Avaa ensin julkaisu ja vertaa sitten sen luonnosta palvelimella olevaan.',
  nothingToPause: 'Jonossa ei ole pysäytettävää.',
  nothingPaused: 'Jonossa ei ole mitään tauolla.',
  nothingFinished: 'Jonossa ei ole mitään valmista.',
  noJob: 'Avaa ensin julkaisu, jota julkaistaan, tai valitse se jonosta.',
  cannotPause: 'Sitä ei voi nyt pysäyttää.',
  notPaused: 'Se ei ole tauolla.',
  cannotCancel: 'Sitä ei voi enää peruuttaa.',
  cannotRetry: 'Ei ole mitään yritettävää uudelleen.',
  noFileLost: 'Siltä ei ole kadonnut tiedostoa, jonka sovellus voisi palauttaa.',
  showBatch: 'Näytä ensin erä.',
  batchUnderWay: 'Erä on matkalla.',
  batchNotUnderWay: 'Erä ei ole matkalla.',
  nothingToCompact: 'Erässä ei ole pois jätettävää eikä yhdistettävää.',
  orderIsGood: 'Erä on niin hyvässä järjestyksessä kuin löytyi.',
  fetchFirst: 'Lataa ensin uudempi versio.',
  noUpdate: 'Uudempaa versiota ei tunneta. Etsi ensin päivityksiä.',
};
