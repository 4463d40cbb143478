import type { Words } from './words.ts';

// Made when it is needed: it takes longer than all the texts together.
const oneOf = (names: readonly string[]): string =>
  new Intl.ListFormat('fi', { type: 'disjunction' }).format(names);

/** What is wrong with a spreadsheet of a plan, in Finnish. */
export const spreadsheetTexts: Words['plans']['csv'] = {
  quoted: (text) => `”${text}”`,
  sameRelease: (row, before) => ({
    message: `Rivi ${row} koskee samaa julkaisua kuin rivi ${before}.`,
    remedy: 'Jätä niistä yksi.',
  }),
  noRows: {
    message: 'Sarakkeiden nimien alla ei ole yhtään riviä.',
    remedy: 'Kirjoita rivi jokaiselle julkaisulle, jota muutetaan tai joka luodaan.',
  },
  tooManyRows: (n, most) => ({
    message: `Tiedostossa on ${n} riviä; niitä voi olla ${most}.`,
    remedy: 'Jaa se useaksi tiedostoksi.',
  }),
  moreRows: (most) => ({
    message: `Tiedostossa on yli ${most} riviä.`,
    remedy: 'Jaa se useaksi tiedostoksi.',
  }),
  tooLarge: (megabytes) => ({
    message: `Tiedosto on suurempi kuin ${megabytes} Mt.`,
    remedy: 'Jaa se useaksi tiedostoksi.',
  }),
  noText: (line) => ({
    message: `Tiedosto ei ole UTF-8-tekstiä: rivillä ${line} on muita tavuja.`,
    remedy: 'Tallenna se taulukkolaskennasta muodossa ”CSV UTF-8”.',
  }),
  workbook: (name) => ({
    message: `${name} on työkirja, ei CSV-tiedosto.`,
    remedy: 'Tallenna taulukko taulukkolaskennasta muodossa ”CSV UTF-8” ja tuo se.',
  }),
  noCells: (line) => ({
    message: `Tiedostoa ei voi jakaa soluihin${line === null ? '' : ` rivin ${line} lähellä`}: lainausmerkki puuttuu tai on liikaa.`,
    remedy: 'Tallenna se uudelleen taulukkolaskennasta.',
  }),
  noHeader: (columns) => ({
    message: 'Ensimmäinen rivi ei nimeä sarakkeita.',
    remedy: `Siinä on oltava sarakkeita, esimerkiksi ${columns}.`,
  }),
  tooManyColumns: (n, most) => ({
    message: `Sarakkeita on ${n}.`,
    remedy: `Niitä voi olla enintään ${most}.`,
  }),
  columnTwice: (name) => ({
    message: `Sarake ${name} on kahdesti.`,
    remedy: 'Poista toinen.',
  }),
  noSuchColumn: (name, near, columns) => ({
    message: `Saraketta ${name} ei ole.`,
    remedy:
      near === null
        ? `Poista se tai anna sille jokin näistä nimistä: ${columns}, sekä metadata: tai locked: ja avain.`
        : `Anna sille nimeksi ${near}, jos sitä tarkoitettiin, tai poista se.`,
  }),
  cellWithoutColumn: {
    message: 'Yhdellä solulla ei ole saraketta.',
    remedy: 'Nimeä sen sarake tai tyhjennä solu.',
  },
  noId: (text) => ({ message: `${text} ei ole tunnus.`, remedy: 'Kirjoita UUID.' }),
  noProduct: {
    message: 'Tuotteen tunnus puuttuu.',
    remedy: 'Kirjoita se sarakkeeseen productId.',
  },
  newWithoutVersion: { message: 'Uusi julkaisu tarvitsee version.', remedy: 'Kirjoita sen versio.' },
  noVersion: { message: 'Versio on tyhjä.', remedy: 'Kirjoita julkaisun versio.' },
  noStatus: (text, statuses) => ({
    message: `${text} ei ole tila.`,
    remedy: `Kirjoita ${oneOf(statuses)}.`,
  }),
  noBoolean: (text) => ({
    message: `${text} ei ole true eikä false.`,
    remedy: 'Kirjoita true tai false.',
  }),
  noLicense: (text) => ({
    message: `${text} ei ole tunnus.`,
    remedy: 'Kirjoita UUID-tunnukset välilyönnein erotettuina.',
  }),
  madeNumber: (version, cell) => ({
    message: `Taulukkolaskenta on tehnyt versiosta ${version} luvun: ${cell}.`,
    remedy: 'Muotoile sarake tekstiksi, kirjoita versio uudelleen ja tallenna.',
  }),
  madeDate: (version, cell) => ({
    message: `Taulukkolaskenta on tehnyt versiosta ${version} päivämäärän: ${cell}.`,
    remedy: 'Muotoile sarake tekstiksi, kirjoita versio uudelleen ja tallenna.',
  }),
  noRelease: {
    message: 'Tuotteella ei ole tällaista julkaisua.',
    remedy: 'Korjaa tunnus tai poista rivi.',
  },
  publishing: {
    message: 'Tämän julkaisun luonnosta julkaistaan.',
    remedy: 'Odota sitä tai peruuta se ensin jonossa.',
  },
  tooMuch: (part) => ({
    message: `Kohdassa ${part} on liikaa.`,
    remedy: 'Lyhennä sitä: palvelin ottaa vastaan paljon vähemmän.',
  }),
};
