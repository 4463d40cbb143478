import type { Texts } from './texts.ts';

const problems = (n: number) => `${n} ${n === 1 ? 'ongelma' : 'ongelmaa'}`;
const warnings = (n: number) => `${n} ${n === 1 ? 'varoitus' : 'varoitusta'}`;

/** What the editor of a release says of its fields and its file, in Finnish. */
export const editorTexts: Texts['editor'] = {
  back: 'Takaisin luetteloon',
  newRelease: 'Uusi julkaisu',
  view: 'Näkymä',
  edit: 'Muokkaa',
  compare: 'Vertaa',
  releaseId: 'julkaisun tunnus',
  updated: (time) => `Päivitetty ${time}`,
  notOnServer: 'Ei vielä palvelimella',
  gone: 'Sovellus ei tunne tätä julkaisua',
  goneText: 'Se on ehkä poistettu palvelimelta. Varmistu lukemalla julkaisut uudelleen.',
  loading: 'Luetaan julkaisua…',
  locked: 'Sitä julkaistaan juuri. Peruuta julkaiseminen, jos haluat muokata.',
  lockedWaiting: 'Se on jonossa. Peruuta julkaiseminen, jos haluat muokata.',
  changes: 'Mikä muuttuu',
  noChanges:
    'Ei vielä mikään. Muokkaa kenttää tai pudota tiedosto; jokainen muutos tallentuu heti luonnokseksi.',
  makes: (version, file) =>
    version === ''
      ? 'Luo uuden julkaisun. Anna sille versio, ja tiedosto, jos sellainen on.'
      : `Luo julkaisun ${version}, ${file === null ? 'ilman tiedostoa' : `tiedostona ${file}`}.`,
  theirs: (label, value) =>
    `Muut ovat muuttaneet kohdan ”${label}”, nyt ${value}; julkaiseminen jättää sen niin.`,
  from: 'nyt',
  to: 'jatkossa',
  fields: 'Kentät',
  version: 'Versio',
  versionHint: '3–255 merkkiä, ei välilyöntejä.',
  status: 'Tila',
  latest: 'Uusin',
  setAsLatest: 'Aseta uusimmaksi',
  latestHint: (branch) =>
    branch === null
      ? 'Vie ”uusin”-merkinnän muilta haarattomilta julkaisuilta.'
      : `Vie ”uusin”-merkinnän haaran ${branch} muilta julkaisuilta.`,
  branch: 'Haara',
  noBranch: 'Ei haaraa',
  otherBranch: 'Muu haara tunnuksella…',
  unknownBranch: (id) => `Haara ${id}`,
  saved: (time) => `Luonnos tallennettu ${time}`,
  saving: 'Tallennetaan…',
  notSaved: 'Viimeisin muutos ei ole tallessa',
  saveAgain: 'Tallenna uudelleen',
  noDraft: 'Ei muutoksia',
  discard: 'Hylkää luonnos',
  publish: 'Julkaise',
  publishNew: 'Luo julkaisu',
  withWarnings: (publish, n) => `${publish} (${warnings(n)})`,
  starting: 'Viedään jonoon…',
  offlineNote: 'Ei yhteyttä: odottaa jonossa verkkoa.',
  whyNot: {
    'nothing-open': 'Avaa ensin julkaisu.',
    'no-change': 'Ei vielä julkaistavaa',
    blocked: 'Ratkaise ensin ongelmat',
    'under-way': 'Se on jo matkalla',
    'not-saved': 'Viimeisin muutos ei ole vielä tallessa',
    'no-version': 'Anna sille ensin versio',
  },
  findings: (problemCount, warningCount) =>
    [problemCount > 0 && problems(problemCount), warningCount > 0 && warnings(warningCount)]
      .filter(Boolean)
      .join(', '),
  beforePublishing: 'Ennen julkaisemista',
  foundIn: {
    blocks: (n) => `${problems(n)}:`,
    warns: (n) => `${warnings(n)}:`,
  },
  toFinding: {
    blocks: (part) => `${part}: siirry ongelmaan`,
    warns: (part) => `${part}: siirry varoitukseen`,
  },
  severity: { blocks: 'Ongelma', warns: 'Varoitus', tells: 'Huomautus' },
  parts: {
    version: 'Versio',
    status: 'Tila',
    latest: 'Uusin',
    branch: 'Haara',
    metadata: 'Metatiedot',
    licenses: 'Lisenssit',
    file: 'Tiedosto',
    release: 'Julkaisu',
  },
};

export const fileTexts: Texts['file'] = {
  title: 'Tiedosto',
  stays: 'Pysyy ennallaan.',
  replaces: (old) => `Korvaa tiedoston ${old}, kun julkaiset.`,
  added: (name) => `${name} on lisätty luonnokseen.`,
  first: 'Tulee julkaisun tiedostoksi, kun julkaiset.',
  willBeRemoved: 'Poistetaan palvelimelta, kun julkaiset.',
  none: 'Ei tiedostoa',
  noneText: 'Pudota tiedosto tähän, valitse tai liitä se.',
  choose: 'Valitse tiedosto…',
  replace: 'Korvaa…',
  another: 'Valitse toinen…',
  keep: 'Pidä nykyinen tiedosto',
  without: 'Jätä ilman tiedostoa',
  remove: 'Poista…',
  removeTitle: (version) => `Poistetaanko julkaisun ${version} tiedosto?`,
  removeText: (name, size) =>
    `${name} (${size}) poistetaan palvelimelta, kun julkaiset. Lukittu ei säilytä kopiota, eikä tiedostoa voi ensin ladata tällä sovelluksella.`,
  removeConfirm: 'Poista tiedosto',
  copying: (name) => `Kopioidaan ja tarkistetaan ${name}…`,
  notTaken: (name) => (name === '' ? 'Mitään ei otettu' : `Tiedostoa ${name} ei otettu`),
  mainClass: 'Pääluokka',
  plugin: 'Liitännäinen',
  pluginVersion: (name, version) => `${name} ${version}`,
  md5: 'MD5',
  sha256: 'SHA-256',
  noChecksum: 'ei tallessa',
  changedOnDisk: (name) =>
    `${name} on muuttunut levyllä lisäämisen jälkeen. Lähetettävä on se kopio, jonka lisäsit.`,
  useNewer: 'Käytä uudempaa tiedostoa',
  sourceGone: 'Alkuperäinen ei ole enää paikallaan. Lähetettävä on sovelluksen säilyttämä kopio.',
  dropReplace: (version) => `Korvaa julkaisun ${version} tiedosto`,
  dropFirst: (version) => `Lisää julkaisun ${version} tiedosto`,
  dropNew: 'Lisää uuden julkaisun tiedosto',
  dropSeveral: (n) => `Julkaisulla on yksi tiedosto, ei ${n}`,
  dropLocked: 'Matkalla palvelimelle: tiedostoa ei voi lisätä nyt',
  dropHint: 'Pudota mihin tahansa tähän',
  folder: 'Kansio ei voi olla julkaisun tiedosto.',
  folderRemedy: 'Pudota itse tiedosto.',
  several: (n) => `Julkaisulla on yksi tiedosto, ja pudotettuja oli ${n}.`,
  severalRemedy: 'Pudota yksi tiedosto.',
  noFile: 'Pudotetussa ei ollut tiedostoa.',
  noFileRemedy: 'Pudota tiedosto tiedostonhallinnasta tai valitse se.',
};

export const metadataTexts: Texts['metadata'] = {
  title: 'Metatiedot',
  none: 'Ei metatietoja.',
  add: 'Lisää tieto',
  key: (row) => `Avain ${row}`,
  value: (row) => `Arvo ${row}`,
  keyHead: 'Avain',
  valueHead: 'Arvo',
  lock: (key) => `Lukitse ${key}`,
  unlock: (key) => `Avaa lukitus: ${key}`,
  locked: 'Lukittu',
  remove: (key) => `Poista ${key}`,
  move: (key, row, of) => `Siirrä ${key}, ${row}/${of}. Nuolinäppäimet siirtävät.`,
  moved: (key, row, of) => `${key} on nyt ${row}/${of}.`,
  removed: (key) => `${key} on poistettu.`,
  entry: (row) => `tieto ${row}`,
  count: (n, most) => `${n}/${most}`,
};

export const licenseTexts: Texts['licenses'] = {
  title: 'Lisenssit',
  none: 'Tuotteen kaikki lisenssit saavat tämän julkaisun.',
  some: (n) =>
    n === 1 ? 'Vain tämä lisenssi saa tämän julkaisun.' : `Vain nämä ${n} lisenssiä saavat tämän julkaisun.`,
  add: 'Valitse lisenssit…',
  choose: 'Valitse lisenssit',
  search: 'Etsi asiakasta tai lisenssin tunnusta',
  chosen: 'Valitut lisenssit',
  remove: (name) => `Poista ${name}`,
  unnamed: 'Ei asiakasta',
  suspended: 'Keskeytetty',
  expired: (date) => `Päättynyt ${date}`,
  unknown: 'Ei luettujen lisenssien joukossa',
  loading: 'Luetaan lisenssejä…',
  noneKnown: 'Tämän tuotteen lisenssejä ei tunneta.',
  first: (shown, all) => `Ensimmäiset ${shown}/${all}. Rajaa kirjoittamalla.`,
  done: 'Valmis',
  count: (n) => `${n} valittu, enintään 30`,
};
