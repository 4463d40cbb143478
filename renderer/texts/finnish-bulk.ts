import type { Texts } from './texts.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;
const releases = (n: number, shown: string) => `${shown} ${n === 1 ? 'julkaisu' : 'julkaisua'}`;
const all = (n: number, shown: string) => (n === 2 ? 'Molemmat' : `Kaikki ${shown}`);

/** What changing many at once says of itself, in Finnish. */
export const bulkTexts: Texts['bulk'] = {
  chosen: (n, shown) => `${releases(n, shown)} valittu`,
  ofChosen: 'Mitä valituille julkaisuille tehdään',
  chooseAll: 'Valitse kaikki näkyvät julkaisut',
  change: 'Muuta…',
  changeDrafts: (n, shown) => `Muuta yhdessä: ${drafts(n, shown)}…`,
  clear: 'Poista valinnat',
  chooseFirst: 'Valitse ensin julkaisuja luettelosta: ruuduista, vaihtonäppäimellä tai välilyönnillä.',
  title: (n, shown) => `Muuta: ${releases(n, shown)}`,
  titleDrafts: (n, shown) => `Muuta: ${drafts(n, shown)}`,
  what: 'Mitä muutetaan',
  choose: 'Valitse…',
  kinds: {
    status: 'Tila',
    branch: 'Haara',
    'metadata-add': 'Lisää metatieto, jos se puuttuu',
    'metadata-set': 'Aseta metatieto',
    'metadata-remove': 'Poista metatieto',
    'licenses-add': 'Lisää lisenssejä',
    'licenses-remove': 'Poista lisenssejä',
    'latest-set': 'Aseta uusimmaksi',
    'latest-take': 'Ota ”uusin”-merkintä pois',
  },
  severalProducts: 'Haara ja lisenssi kuuluvat yhdelle tuotteelle, ja nämä ovat useasta.',
  status: 'Uusi tila',
  branch: 'Uusi haara',
  key: 'Avain',
  value: 'Arvo',
  lock: 'Lukitus',
  locks: { keep: 'Ennallaan', on: 'Lukittu', off: 'Ei lukittu' },
  keysUsed: 'Valittujen käyttämät avaimet',
  keyUsed: (shown) => `${shown} julkaisussa`,
  licenses: 'Lisenssit',
  noLicense: 'Ei valittuja',
  manyLicenses: (n, shown) => `${shown} ${n === 1 ? 'lisenssi' : 'lisenssiä'}`,
  noneRestricted: 'Mitään niistä ei ole rajattu lisensseihin.',
  preview: 'Mitä muuttuisi',
  release: 'Julkaisu',
  prompt: 'Valitse, mitä muutetaan',
  promptText: 'Mitä se tekee kullekin, näkyy tässä ennen kuin mitään tehdään.',
  looking: 'Selvitetään, mitä muuttuu…',
  from: 'mistä',
  to: 'mihin',
  stays: 'Pysyy ennallaan.',
  refused: 'Ei muuteta.',
  onDraft: 'On luonnos: muutos tulee sen päälle',
  views: (n) => ({
    all: `Kaikki ${n.all}`,
    changed: `${n.changed} muuttuu`,
    same: `${n.same} pysyy`,
    refused: `${n.refused} hylätään`,
  }),
  only: {
    changed: (n, shown) => (n === 1 ? 'Se muuttuu.' : `${all(n, shown)} muuttuvat.`),
    same: (n, shown) => (n === 1 ? 'Se pysyy ennallaan.' : `${all(n, shown)} pysyvät ennallaan.`),
    refused: (n, shown) => (n === 1 ? 'Se hylätään.' : `${all(n, shown)} hylätään.`),
  },
  viewsLabel: 'Mitkä näytetään',
  summary: (n, shown) => {
    const parts = [
      n.changed > 0 && `${shown.changed} muuttuisi`,
      n.same > 0 && `${shown.same} pysyy ennallaan`,
      n.refused > 0 && `${shown.refused} hylätään`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? '' : `${parts.join(', ')}.`;
  },
  gone: (n, shown) => (n === 1 ? 'Yhtä niistä ei enää ole.' : `Niistä ${shown} ei enää ole.`),
  batch: 'Erä',
  noBatch: 'Ei mitään',
  sameBatch: 'Ennallaan',
  newBatch: (name) => `Uusi, ”${name}”`,
  leavesBatch: (n, shown) =>
    n === 1 ? 'Yksi niistä lähtee erästä, jossa se on.' : `Niistä ${shown} lähtee eristä, joissa ne ovat.`,
  make: 'Tee luonnokset',
  nothing: 'Ei muutettavaa',
  apply: ({ made, changed, shownMade, shownChanged }) => {
    if (changed === 0) return `Tee ${drafts(made, shownMade)}`;
    if (made === 0) return `Muuta ${drafts(changed, shownChanged)}`;
    return `Muuta ${drafts(changed, shownChanged)} ja tee ${shownMade}`;
  },
  applying: 'Tehdään luonnoksia…',
  done: ({ made, changed, shownMade, shownChanged }) => {
    if (changed === 0) return `${drafts(made, shownMade)} tehty.`;
    if (made === 0) return `${drafts(changed, shownChanged)} muutettu.`;
    return `${drafts(changed, shownChanged)} muutettu, ${shownMade} tehty.`;
  },
  doneIn: (done, batch) => `${done} Ne ovat erässä ”${batch}”.`,
  showDrafts: 'Näytä luonnokset',
  showBatch: 'Näytä erä',
  undone: (n, shown) => `Kumottu: ${drafts(n, shown)}.`,
  undoneInPart: (n, of) => `Kumottu ${n}/${of} luonnosta. Muut jäävät.`,
  left: (version, why) =>
    `${version} ${{ edited: 'on muokattu sen jälkeen', publishing: 'on matkalla', gone: 'on julkaistu tai hylätty' }[why]}`,
  leftSome: (names, more) => `${names.join(', ')}${more > 0 ? ` ja ${more} muuta` : ''}.`,
};
