import type { Texts } from './texts.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;
const slots = (n: number, shown: string) => `${shown} ${n === 1 ? 'lähetyspaikka' : 'lähetyspaikkaa'}`;

/** What batches of drafts say of themselves, in Finnish. */
export const batchTexts: Texts['batches'] = {
  title: 'Erät',
  detail: 'Erä',
  drafts,
  new: 'Uusi erä',
  newOf: (shown) => `Uusi erä (${shown})`,
  newName: (n) => `Erä ${n}`,
  created: (name) => `”${name}” on tehty.`,
  addTo: 'Lisää erään',
  inIt: (name, n) => `${n === 1 ? 'Se on' : 'Ne ovat'} jo erässä ”${name}”.`,
  added: (name, n, shown) => `${drafts(n, shown)} lisätty erään ”${name}”.`,
  name: 'Erän nimi',
  rename: 'Nimeä erä uudelleen',
  onFailure: 'Jos jotakin ei voi julkaista',
  policies: { stop: 'Pysähdy ensimmäiseen virheeseen', 'go-on': 'Jatka virheen jälkeen' },
  start: 'Milloin se alkaa',
  starts: { now: 'Aloita, kun julkaisen', later: 'Aloita määräaikana' },
  startTime: 'Päivä ja kellonaika',
  startPassed: 'Tämä aika on mennyt. Valitse myöhempi.',
  order: 'Luonnokset järjestyksessään',
  empty: 'Erässä ei ole enää luonnoksia',
  emptyText: 'Valitse luonnoksia luettelosta ja lisää ne, tai poista erä.',
  orderHelp: 'Alt ja nuolinäppäin siirtää valittua, Delete ottaa sen pois, Enter avaa luonnoksen.',
  drag: (version) => `Vedä ${version}`,
  moveUp: (version) => `Siirrä ${version} ylemmäs (Alt+↑)`,
  moveDown: (version) => `Siirrä ${version} alemmas (Alt+↓)`,
  moved: (version, place, of) => `${version} on nyt ${place}/${of}.`,
  renamed: (name, next) => `Erän ”${name}” nimi on nyt ”${next}”.`,
  changedTime: (name) => `Erän ”${name}” alkamisaika on muutettu.`,
  changedPolicy: (name) => `Se, mitä erä ”${name}” tekee epäonnistumisen jälkeen, on muutettu.`,
  takeOut: (version) => `Ota ${version} pois erästä`,
  takenOut: (n, shown, version) =>
    n === 1
      ? `${version} on poissa erästä; luonnos säilyy.`
      : `${shown} luonnosta on poissa erästä; ne säilyvät luonnoksina.`,
  goesAt: (time) => `${time}`,
  outcome: {
    published: null,
    nothing: 'Ei lähetettävää: palvelimella olisi jo sama',
    refused: 'Palvelin hylkäisi sen tässä kohdassa',
    blocked: 'Ei voi vielä lähettää',
  },
  becomesLatest: (branch) => (branch === null ? 'Tulee uusimmaksi' : `Tulee haaran ${branch} uusimmaksi`),
  leavesNoLatest: (branch) =>
    branch === null ? 'Jättää tuotteen ilman uusinta' : `Jättää haaran ${branch} ilman uusinta`,
  better: (n) => (n === 1 ? 'Toinen järjestys on parempi:' : 'Toinen järjestys on parempi näistä syistä:'),
  moreReasons: (shown) => `ja ${shown} muuta syytä`,
  useOrder: 'Käytä sitä järjestystä',
  orderUsed: 'Erä on paremmassa järjestyksessä.',
  noOrder: 'Mikään järjestys ei korjaa merkittyä: muuta luonnoksia tai ota ne pois.',
  dropped: (n, shown) => `${drafts(n, shown)} ei muuta mitään ja ${n === 1 ? 'sen' : 'ne'} voi jättää pois.`,
  joined: (n, shown) =>
    n === 1
      ? `${shown} julkaisulla on useita luonnoksia, jotka voi yhdistää.`
      : `${shown} julkaisulla on kullakin useita luonnoksia, jotka voi yhdistää.`,
  saves: (n, shownSlots, minutes, shownMinutes) =>
    `Säästää ${[n > 0 && slots(n, shownSlots), minutes > 0 && `${shownMinutes}\u00a0min`].filter(Boolean).join(' ja ')}.`,
  compact: 'Tiivistä',
  compactedAway: (name) => `Mikään erässä ”${name}” ei muuttanut mitään: se on poissa luonnoksineen.`,
  compacted: 'Erässä on enää vain se, mikä muuttaa jotakin.',
  slots,
  waits: (n, shown) => (n === 1 ? 'Odottaa paikkoja kerran' : `Odottaa paikkoja ${shown} kertaa`),
  wouldBeDone: (time) => `Valmis noin ${time}`,
  doneAbout: (time) => `valmis noin ${time}`,
  doneOnceOnline: (ahead) => `Valmis ${ahead} siitä, kun verkko palaa`,
  reviewing: 'Tarkistetaan järjestystä…',
  stopsAt: (version) => `Pysähtyy julkaisuun ${version}: korjaa se tai jatka virheen jälkeen`,
  asksAt: (version) => `Pysähtyy julkaisuun ${version}, kunnes päätät muiden muutoksista`,
  leavesOut: (n, shown) =>
    `${shown} luonnosta ei voi lähettää, ja ${n === 1 ? 'se jäisi' : 'ne jäisivät'} tähän`,
  publish: (updates, creates, shown) => {
    if (updates + creates === 0) return 'Julkaise';
    const one = updates + creates === 1;
    if (creates === 0) return `Julkaise ${shown} ${one ? 'päivitys' : 'päivitystä'}`;
    return `${updates === 0 ? 'Luo' : 'Julkaise'} ${shown} ${one ? 'julkaisu' : 'julkaisua'}`;
  },
  publishAt: (publish, time) => `${publish} ${time}`,
  publishing: 'Viedään jonoon…',
  nothingToSend: 'Mitään siitä ei lähetettäisi',
  remove: 'Poista erä',
  removed: (name) => `”${name}” on poistettu; luonnokset säilyvät.`,

  jobs: 'Erän julkaisut',
  verified: (done, all) => `${done}/${all} varmistettu`,
  phase: {
    paused: 'tauolla',
    stopped: (version) => `pysähtynyt julkaisuun ${version}`,
    scheduled: (time) => `alkaa ${time}`,
  },
  end: {
    all: (shown) => `Julkaistu: kaikki ${shown} on varmistettu`,
    verified: (shown) => `${shown} varmistettu`,
    failed: (shown) => `${shown} epäonnistui`,
    cancelled: (shown) => `${shown} peruutettu`,
  },
  needYou: (_n, shown) => `${shown} odottaa sinua`,
  progress: (name) => `Julkaistaan ”${name}”`,
  pause: 'Keskeytä',
  resume: 'Jatka',
  beginNow: 'Aloita nyt',
  cancel: 'Peruuta loput',
  cancelled: (name, n, shown) =>
    `”${name}”: ${shown} ${n === 1 ? 'julkaisu on peruutettu; sen luonnos säilyy' : 'julkaisua on peruutettu; niiden luonnokset säilyvät'} erässä.`,
  settles: (name) => `”${name}” pysähtyy: lähetettävänä oleva selviää ensin.`,
};
