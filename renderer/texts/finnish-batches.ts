import type { Texts } from './texts.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;
const slots = (one: boolean, shown: string) => `${shown} ${one ? 'lähetyspaikka' : 'lähetyspaikkaa'}`;

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
  added: (name, n, shown) => `${drafts(n, shown)} lisätty erään ”${name}”.`,
  inBatch: (name) => `erässä ${name}`,
  startsAt: (time) => `alkaa ${time}`,
  name: 'Nimi',
  onFailure: 'Jos jotakin ei voi julkaista',
  policies: { stop: 'Pysäytä loput', 'go-on': 'Jatka loppuihin' },
  start: 'Alkaa',
  starts: { now: 'Kun julkaiset', later: 'Määräaikana' },
  startTime: 'Päivä ja kellonaika',
  startPassed: 'Tämä aika on mennyt. Valitse myöhempi.',
  order: 'Tässä järjestyksessä',
  empty: 'Siinä ei ole enää luonnoksia',
  emptyText: 'Valitse luonnoksia luettelosta ja lisää ne tähän erään.',
  place: (place, version) => `${place}. ${version}`,
  moveUp: (version) => `Siirrä ${version} ylemmäs (Alt+↑)`,
  moveDown: (version) => `Siirrä ${version} alemmas (Alt+↓)`,
  moved: (version, place, of) => `${version} on nyt ${place}/${of}.`,
  takeOut: (version) => `Ota ${version} pois erästä`,
  takenOut: (version) => `${version} on poissa erästä; luonnos säilyy.`,
  openDraft: (version) => `Avaa julkaisun ${version} luonnos`,
  outcome: {
    published: null,
    nothing: 'Ei lähetettävää: palvelimella olisi jo sama',
    refused: 'Palvelin hylkäisi sen tässä kohdassa',
    blocked: 'Ei voi lähettää: katso, mitä se tarvitsee',
  },
  findings: (problems, warnings) =>
    [
      problems > 0 && `${problems} ${problems === 1 ? 'ongelma' : 'ongelmaa'}`,
      warnings > 0 && `${warnings} ${warnings === 1 ? 'varoitus' : 'varoitusta'}`,
    ]
      .filter(Boolean)
      .join(', '),
  sequence: 'Mitä järjestys tuo mukanaan',
  betterOrder: 'Toinen järjestys on parempi.',
  useOrder: 'Käytä tätä järjestystä',
  orderUsed: 'Erä on paremmassa järjestyksessä.',
  compaction: (count, one, minutes) =>
    minutes === null ? `Säästää ${slots(one, count)}.` : `Säästää ${slots(one, count)} ja ${minutes} min.`,
  dropped: (n, shown) => `${drafts(n, shown)} ei muuta mitään.`,
  joined: (_n, shown) => `${shown} julkaisulla on useita luonnoksia, jotka voi yhdistää.`,
  compact: 'Yhdistä',
  compacted: 'Erässä on enää vain se, mikä muuttaa jotakin.',
  slots: (n, shown) => slots(n === 1, shown),
  doneAbout: (time) => `valmis noin ${time}`,
  stopsAt: (version) => `Pysähtyisi julkaisuun ${version}`,
  reviewing: 'Tarkistetaan järjestystä…',
  publish: (updates, creates) => {
    const parts = [
      updates > 0 && `${updates} ${updates === 1 ? 'päivitys' : 'päivitystä'}`,
      creates > 0 && `${creates} ${creates === 1 ? 'uusi julkaisu' : 'uutta julkaisua'}`,
    ].filter(Boolean);
    return parts.length === 0 ? 'Julkaise' : `Julkaise ${parts.join(' ja ')}`;
  },
  publishAt: (publish, time) => `${publish}: ${time}`,
  nothingToSend: 'Mitään siitä ei lähetettäisi',
  underWay: 'Se on matkalla.',
  showQueue: 'Näytä jono',
  remove: 'Poista erä',
  removed: (name) => `”${name}” on poistettu; luonnokset säilyvät.`,
  exportPlan: 'Vie suunnitelma…',
};

/** What plan files say of themselves, in Finnish. */
export const planTexts: Texts['plans'] = {
  import: 'Tuo suunnitelma…',
  file: 'Suunnitelma, JSON tai ZIP',
  title: 'Tuo suunnitelma',
  report: 'Mitä suunnitelma tekisi',
  reading: (name) => `Luetaan ${name}…`,
  nothing: 'Mitään ei tehty.',
  of: (name) => `Suunnitelma ”${name}”`,
  outcome: {
    change: 'Tulee luonnokseksi',
    blocked: 'Tulee luonnokseksi, jota ei voi vielä lähettää',
    nothing: 'Palvelimella on jo sama',
    refused: 'Hylätty',
  },
  newRelease: 'Uusi julkaisu',
  steps: 'Mitä se tekisi',
  problems: 'Miksi sitä ei voi tuoda',
  problemAt: (entry, version) => (version === null ? `Kohta ${entry}` : `Kohta ${entry}, ${version}`),
  noChange: 'Ei muuta mitään',
  change: (label, value) => `${label} → ${value}`,
  takeStale: 'Ota lähtökohdaksi se, mitä palvelimella on nyt',
  make: (n, shown) => `Tee ${drafts(n, shown)}`,
  made: (n, shown) => `${drafts(n, shown)} tehty suunnitelmasta.`,
};
