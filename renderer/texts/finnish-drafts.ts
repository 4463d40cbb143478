import type { Texts } from './texts.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;

/** What drafts and their list say of themselves, in Finnish. */
export const draftTexts: Texts['drafts'] = {
  title: 'Luonnokset',
  loading: 'Luetaan luonnoksia…',
  none: 'Ei luonnoksia',
  noneText:
    'Muokkaa julkaisua tai pudota siihen tiedosto: jokainen muutos tallentuu heti luonnokseksi, myös ilman verkkoa.',
  toReleases: 'Siirry julkaisuihin',
  new: 'Uusi julkaisu',
  change: (part, value) => `${part} → ${value}`,
  ofKeys: (part, keys) => `${part} (${keys})`,
  noFile: 'ei tiedostoa',
  yes: 'kyllä',
  no: 'ei',
  changesNothing: 'Ei muuta mitään',
  creates: (status) => `Uusi julkaisu, ${status}`,
  problems: (n) => `${n} ${n === 1 ? 'ongelma' : 'ongelmaa'}`,
  warnings: (n) => `${n} ${n === 1 ? 'varoitus' : 'varoitusta'}`,
  inQueue: 'Jonossa',
  columns: {
    release: 'Julkaisu',
    product: 'Tuote',
    changes: 'Mitä muuttaa',
    batch: 'Erä',
    saved: 'Tallennettu',
  },
  search: 'Etsi luonnosta',
  noMatch: 'Mikään luonnos ei vastaa hakua',
  noMatchText: 'Haku kattaa versiot, tuotteet, erät ja muutokset.',
  showAll: 'Näytä kaikki luonnokset',
  count: (shown, all, n) => (shown === all ? drafts(n, all) : `${shown}/${all} luonnosta`),
  countInQueue: (drafts, sent) => `${drafts}, ${sent} jonossa`,
  chooseSome: 'valitse erään menevät',
  chosen: (n, of) => `${n}/${of} valittu`,
  chooseAll: 'Valitse kaikki näkyvät luonnokset',
  chooseNone: 'Poista valinnat',
  ofChosen: 'Mitä valituille luonnoksille tehdään',
  discard: (version) => `Hylkää julkaisun ${version} luonnos`,
  discarded: (version) => `Julkaisun ${version} luonnos on hylätty.`,
  discardedNew: 'Uuden julkaisun luonnos on hylätty.',
  discardChosen: (n, shown) => `Hylkää ${drafts(n, shown)}`,
  discardedMany: (n, shown) => `${drafts(n, shown)} hylätty.`,
  notDiscarded: (_n, shown) => `Mitään ei hylätty: niistä ${shown} on juuri julkaistavana.`,
  batchGone: (name, more, shownMore) =>
    more === 0
      ? `Erä ”${name}” meni viimeisen luonnoksensa mukana.`
      : `Erä ”${name}” ja ${shownMore} muuta menivät viimeisten luonnostensa mukana.`,
  batchEmptied: (name, more, shownMore) =>
    more === 0
      ? `Erä ”${name}” jäi ilman luonnoksia ja poistui.`
      : `Erä ”${name}” ja ${shownMore} muuta jäivät ilman luonnoksia ja poistuivat.`,
  notRestored: (n, shown) => `${drafts(n, shown)} jäi palauttamatta.`,
  select: 'Valitse luonnos',
  selectText: 'Mitä se muuttaa, näkyy tässä muokattavana ja julkaistavana.',
  unnamed: 'Ei vielä versiota',
};
