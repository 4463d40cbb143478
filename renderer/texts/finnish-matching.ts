import type { Texts } from './texts.ts';

const files = (n: number, shown: string) => `${shown} ${n === 1 ? 'tiedosto' : 'tiedostoa'}`;
const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;

/** What matching dropped files to releases says of itself, in Finnish. */
export const matchingTexts: Texts['matching'] = {
  title: 'Kohdista tiedostot julkaisuihin',
  titleOf: (product) => `Kohdista tiedostot tuotteen ${product} julkaisuihin`,

  drop: (n, shown) => `Kohdista ${files(n, shown)} julkaisuihin`,
  dropOne: 'Etsi julkaisu, johon tämä tiedosto kuuluu',
  dropHint: (product) => `Version ja nimen perusteella, tuotteen ${product} julkaisuihin`,
  noProduct: 'Valitse ensin tuote, niin sen tiedostot voi kohdistaa.',

  instead: 'Kohdista julkaisuihin…',

  choose: 'Valitse tiedostot…',
  chooseTitle: 'Pudota tähän tiedostoja tai kansio',
  chooseText:
    'Jokainen kohdistetaan julkaisuun tiedostonimen version ja nimen sekä plugin.yml-tiedoston perusteella. Näet kohdistuksen, ennen kuin mitään tehdään.',

  list: 'Tiedostot ja niiden julkaisut',
  columns: { file: 'Tiedosto', release: 'Julkaisu', match: 'Osuvuus' },
  confidence: { sure: 'Varma', likely: 'Todennäköinen', unsure: 'Epävarma', none: 'Ei löytynyt' },
  chooseOne: 'Valitse yksi',
  byHand: 'Itse valittu',
  byHandReason: 'Valitsit sen itse.',
  leftOut: 'Jätetty pois',
  leftOutReason: 'Siitä ei tehdä luonnosta.',
  keys: 'Enter valitsee julkaisun, Delete jättää tiedoston pois.',
  chooseFor: (file, release) => `Julkaisu tiedostolle ${file}: ${release}`,

  shared: (others) => `Myös ${others} on menossa sinne: julkaisulla on yksi tiedosto.`,
  sharedMany: (n, shown) => `Sinne on menossa vielä ${files(n, shown)}: julkaisulla on yksi tiedosto.`,
  useThis: 'Käytä tätä',
  notBoth: (n, shown) =>
    n === 1
      ? 'Samaan julkaisuun on menossa useita tiedostoja: valitse yksi.'
      : `${shown} julkaisuun on menossa useita tiedostoja: valitse kuhunkin yksi.`,
  needsVersion: 'Uusi julkaisu tarvitsee version.',

  finding: 'Käydään läpi, mitä pudotettiin…',
  looking: (done, of) => `Tutkitaan tiedostoja, ${done}/${of}`,
  copying: (done, of) => `Kopioidaan tiedostoja, ${done}/${of}`,
  bytes: (done, of) => `${done} / ${of}`,
  stop: 'Pysäytä',
  stopped: 'Pysäytetty. Mitään ei tehty; kopioituja tiedostoja ei tarvitse kopioida uudelleen.',

  summary: (all, sure, likely, open) =>
    [
      all,
      sure > 0 && `${sure} varmaa`,
      likely > 0 && `${likely} todennäköistä`,
      open > 0 && `${open} tarkistettavaa`,
    ]
      .filter(Boolean)
      .join(' · '),
  files,
  hidden: (n, shown) => `${shown} ${n === 1 ? 'piilotiedosto' : 'piilotiedostoa'}`,
  links: (n, shown) => `${shown} ${n === 1 ? 'linkki muualle' : 'linkkiä muualle'}`,
  special: (n, shown) =>
    `${shown} ${n === 1 ? 'kohde, joka ei ole tiedosto' : 'kohdetta, jotka eivät ole tiedostoja'}`,
  notTaken: (what) => `Ei otettu mukaan: ${what}.`,
  bounded: (most) =>
    `Tiedostoja oli enemmän kuin kerralla kohdistetaan: tässä ovat ensimmäiset ${most}. Pudota loput tämän jälkeen.`,
  unreadable: (name, message) => `${name}: ${message}`,
  nothing: 'Pudotetussa ei ollut tiedostoja',
  nothingText: 'Piilotiedostot, muualle vievät linkit ja se, mitä ei voi lukea, jätetään pois.',

  chooser: (file) => `Valitse julkaisu tiedostolle ${file}`,
  search: 'Etsi julkaisu tai kirjoita uusi versio',
  best: 'Osumat',
  all: 'Julkaisut',
  other: 'Muuten',
  leaveOut: 'Jätä pois',
  newRelease: 'Uusi julkaisu…',
  newVersion: (version) => `Uusi julkaisu ${version}…`,
  first: (shown, all) => `Ensimmäiset ${shown}/${all}. Rajaa kirjoittamalla.`,
  newTitle: 'Uusi julkaisu',
  version: 'Versio',
  branch: 'Haara',
  use: 'Käytä',
  back: 'Takaisin',
  taken: (version) => `Tässä haarassa on jo julkaisu ${version}.`,

  batch: 'Kokoa ne uuteen erään',
  batchName: 'Erän nimi',
  make: (n, shown) => `Tee ${drafts(n, shown)}`,
  makeNone: 'Tee luonnokset',
  problems: (_n, shown) =>
    `Mitään ei vielä tehty: ${shown} tiedostoa ei voitu ottaa, ja syy on rivillä. Muuttunut otetaan sellaisena kuin se on nyt, muut on jätetty pois.`,
  made: (n, shown) => `${drafts(n, shown)} tehty.`,
  madeIn: (n, shown, batch) => `${drafts(n, shown)} tehty erään ”${batch}”.`,
  showDrafts: 'Näytä luonnokset',
  showBatch: 'Näytä erä',
  undone: (n, shown) => `${drafts(n, shown)} peruttu.`,
  notUndone: 'Kaikkea ei voitu kumota.',
};
