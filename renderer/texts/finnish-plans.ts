import type { Texts } from './texts.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;

const wasThere = (n: number, shown: string) => `${drafts(n, shown)} oli jo olemassa`;

/** What plan files and CSV files say of themselves, in Finnish. */
export const planTexts: Texts['plans'] = {
  export: 'Vie',
  exportPlan: 'Suunnitelmatiedosto (JSON)…',
  exportZip: 'Suunnitelma tiedostoineen (ZIP)…',
  exportCsv: 'Kentät taulukkolaskentaan (CSV)…',
  exportDrafts: (n, shown) => `Vie ${drafts(n, shown)}`,
  exportReleases: 'Vie CSV…',
  noPlanToExport: 'Näytä erä tai valitse luonnokset, jotka haluat suunnitelmaan, ja vie se sitten.',
  nothingToExport: 'Näytä julkaisut tai luonnokset, joiden kentät haluat, ja vie ne sitten.',
  writing: (name) => `Kirjoitetaan ${name}…`,
  saved: (name) => `${name} on tallennettu.`,
  stopped: 'Mitään ei tallennettu.',
  show: 'Näytä kansiossa',

  import: 'Tuo…',
  title: 'Tuo suunnitelma tai CSV-tiedosto',
  titleOf: (name) => `Tuo ${name}`,
  choose: 'Valitse tiedosto…',
  chooseTitle: 'Pudota suunnitelma tai CSV-tiedosto tähän',
  chooseText:
    'Suunnitelma (JSON tai ZIP) tuo erän luonnoksineen. CSV-tiedosto tuo julkaisujen kenttiä, joita on muokattu taulukkolaskennassa. Näet, mitä se tekee, ennen kuin mitään tehdään.',
  drop: 'Tuo suunnitelma tai CSV-tiedosto',
  dropHint: 'Näet, mitä se tekee, ennen kuin mitään tehdään.',
  onlyOne: 'Pudota yksi tiedosto kerrallaan: suunnitelma (JSON tai ZIP) tai CSV-tiedosto.',

  reading: 'Luetaan tiedostoa…',
  looking: (done, of) => `Katsotaan ${done}/${of} kohtaa`,
  checking: 'Verrataan siihen, mitä palvelimella on…',
  making: 'Tehdään luonnoksia…',

  of: (name) => `Erä ”${name}”`,
  begins: (time) => `Alkaa ${time}`,
  list: 'Mitä se tekisi',
  columns: {
    plan: 'Kohta',
    csv: 'Rivi',
    release: 'Julkaisu',
    does: 'Mitä se tekee',
    wrong: 'Mikä on vialla',
  },
  place: { plan: (n) => `Kohta ${n}`, csv: (n) => `Rivi ${n}` },
  viewsLabel: 'Mitkä näytetään',
  views: {
    all: (n) => `Kaikki ${n}`,
    look: (n) => `Katsottavia ${n}`,
    nothing: (n) => `Ei muuta mitään ${n}`,
    refused: (n) => `Hylättyjä ${n}`,
  },
  summary: (makes, there, shownThere, nothing, shownNothing) =>
    [makes, there > 0 && `${shownThere} on jo olemassa`, nothing > 0 && `${shownNothing} ei muuta mitään`]
      .filter((part) => part !== false)
      .join(', '),
  there: 'Luonnos, jossa on tämä, on jo olemassa.',
  becomes: (n, shown) => (n === 0 ? 'Ei uusia luonnoksia' : drafts(n, shown)),
  nothing: 'Ei muuta mitään: palvelimella on jo sama.',
  nothingOnDraft: 'Ei muuta mitään.',
  likeServer: 'Luonnoksessa on sen jälkeen sama kuin palvelimella.',
  blocked: 'Tulee luonnokseksi, jota ei voi vielä lähettää.',
  onlyOrder: 'Muuttaa jotakin vain tässä järjestyksessä.',
  moreChanges: (shown) => `ja ${shown} muuta muutosta`,
  emptyValue: 'ei mitään',

  refused: (n, shown) => `Mitään ei tuotu: löytyi ${shown} ${n === 1 ? 'ongelma' : 'ongelmaa'}.`,
  ofField: (field) => `${field}:`,
  mend: 'Tiedosto otetaan kokonaan tai ei lainkaan.',
  stale: (n, shown) =>
    n === 1
      ? 'Muut ovat muuttaneet samoja tietoja sen yhdessä julkaisussa.'
      : `Muut ovat muuttaneet samoja tietoja sen ${shown} julkaisussa.`,
  staleText:
    'Suunnittele ne uudelleen siitä, mitä palvelimella on nyt, tai tuo se silti: sovellus kysyy, kumman arvo pätee, ennen kuin se lähettää ne.',
  takeStale: 'Tuo silti',
  taken: 'Muiden sillä välin tekemistä muutoksista kysytään ennen lähettämistä.',

  batch: 'Laita ne uuteen erään',
  batchName: 'Erän nimi',
  stop: 'Pysäytä',
  again: 'Valitse toinen tiedosto…',
  make: (n, shown) => `Tee ${drafts(n, shown)}`,
  makeBatch: 'Tee erä',
  makeNone: 'Ei mitään tehtävää',
  done: ({ made, changed, there }, shown, batch) => {
    if (made + changed === 0) {
      return `${wasThere(there, shown.there)}${batch === null ? ', mitään ei tehty' : ` ja on nyt erässä ”${batch}”`}.`;
    }
    const done = [
      made > 0 && `${drafts(made, shown.made)} tehty`,
      changed > 0 && `${drafts(changed, shown.changed)} muutettu`,
    ].filter((part) => part !== false);
    const into = batch === null ? '' : ` erään ”${batch}”`;
    return `${done.join(', ')}${into}.${there > 0 ? ` ${wasThere(there, shown.there)}.` : ''}`;
  },
  undone: 'Tuonti on kumottu.',
  notUndone: (_n, shown) => `${shown} luonnosta ei voitu palauttaa ennalleen.`,
};
