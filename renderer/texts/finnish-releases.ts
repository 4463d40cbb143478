import type { Texts } from './texts.ts';

/** What the list of releases and the ways into it say, in Finnish. */
export const releaseTexts: Texts['releases'] = {
  title: (product) => `Julkaisut: ${product}`,
  list: 'Julkaisut',
  detail: 'Julkaisu',
  search: 'Etsi julkaisua',
  status: 'Tila',
  anyStatus: 'Kaikki tilat',
  branch: 'Haara',
  anyBranch: 'Kaikki haarat',
  noBranch: 'Ei haaraa',
  new: 'Uusi',
  newRelease: 'Uusi julkaisu',
  refresh: 'Lue uudelleen palvelimelta',
  columns: {
    version: 'Versio',
    status: 'Tila',
    branch: 'Haara',
    file: 'Tiedosto',
    updated: 'Päivitetty',
    created: 'Luotu',
    licenses: 'Lisenssit',
  },
  columnMenu: {
    title: 'Sarakkeet',
    noRoom: 'ei mahdu nyt',
    noBranches: 'ei haaroja tässä',
    reset: 'Palauta sarakkeet',
  },
  everyLicense: 'Kaikki',
  count: (shown, all) => (shown === all ? `${all} julkaisua` : `${shown}/${all} julkaisua`),
  countWithNew: (releases, n, shown) =>
    `${releases}, ${shown} ${n === 1 ? 'uusi luonnos' : 'uutta luonnosta'}`,
  one: '1 julkaisu',
  readAt: (time) => `Luettu ${time}`,
  lastRead: (time) => `Luettu viimeksi: ${time}`,
  reading: 'Luetaan…',
  latest: 'Uusin',
  hasDraft: 'On luonnos',
  noFile: 'Ei tiedostoa',
  loading: 'Luetaan julkaisuja…',
  none: 'Ei vielä julkaisuja',
  noneText: 'Tee tuotteen ensimmäinen julkaisu: anna sille versio ja pudota siihen tiedosto.',
  noMatch: 'Mikään julkaisu ei vastaa hakua',
  noMatchText:
    'Haku kattaa versiot, haarat ja tiedostojen nimet. <2.0 löytää versiota 2.0 vanhemmat, 2.x kaikki 2-alkuiset.',
  clearFilter: 'Näytä kaikki julkaisut',
  noProduct: 'Tuotteita ei ole vielä löytynyt',
  noProductText:
    'Palvelimella ei ole luetteloa tuotteista. Sovellus löytää ne lisensseistä ja tilastoista, ja ottaa minkä tahansa, jonka lisäät tunnuksella. Lukittu näyttää tunnuksen tuotteen sivulla.',
  offlineSince: (time) => `Ei yhteyttä. Näkyvissä on tilanne ${time}.`,
  never: 'Ei vielä luettu',
  offlineNever: 'Verkkoa ei ole, eikä tämän tuotteen julkaisuja ole vielä luettu.',
  staleSince: (time) => `Näkyvissä on tilanne ${time}.`,
  select: 'Valitse julkaisu',
  selectText:
    'Sen kentät, tiedosto ja muutokset näkyvät tässä. Pudota tiedosto riville, niin se korvaa julkaisun tiedoston, tai useita luetteloon, niin ne kohdistetaan julkaisuihin.',
  dropOnRow: (version) => `Korvaa julkaisun ${version} tiedosto`,
};

export const addProductTexts: Texts['addProduct'] = {
  title: 'Lisää tuote',
  text: 'Tuotteen tunnus näkyy sen sivulla Lukittu-palvelussa. Palvelimelta kysytään sen julkaisut ennen lisäämistä.',
  id: 'Tuotteen tunnus',
  name: 'Nimi',
  add: 'Lisää tuote',
  adding: 'Kysytään palvelimelta…',
  missingId: 'Liitä tuotteen tunnus.',
  missingName: 'Anna tuotteelle nimi.',
};

export const addBranchTexts: Texts['addBranch'] = {
  title: 'Käytä muuta haaraa',
  text: 'Palvelimella ei ole luetteloa haaroista. Sovellus tuntee näkemiensä julkaisujen haarat ja ottaa minkä tahansa, jonka lisäät tunnuksella.',
  id: 'Haaran tunnus',
  name: 'Nimi',
  add: 'Käytä haaraa',
  missingId: 'Liitä haaran tunnus.',
  missingName: 'Anna haaralle nimi.',
};
