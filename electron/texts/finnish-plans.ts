import { spreadsheetTexts } from './finnish-spreadsheets.ts';
import type { Words } from './words.ts';

/** What is wrong with a plan, in Finnish. */
export const planTexts: Words['plans'] = {
  more: (n) => ({ message: `Ongelmia on vielä ${n} lisää.`, remedy: 'Korjaa ensin nämä.' }),

  form: {
    unknownField: (_what, field) => ({
      message: `Tässä ei voi olla kenttää ${field}.`,
      remedy: 'Poista se tai korjaa sen kirjoitusasu; kentät on lueteltu tiedostossa docs/plan-file.md.',
    }),
    noPlan: (version) => ({
      message: 'Tiedosto ei kerro olevansa suunnitelma.',
      remedy: `Lisää "schemaVersion": ${version}.`,
    }),
    otherVersion: (found, version) => ({
      message: `Suunnitelman versio on ${found}; tämä sovellus lukee versiota ${version}.`,
      remedy: 'Etsi sovelluksesta uudempi versio tai vie suunnitelma uudelleen tällä.',
    }),
    missing: (wanted) => ({ message: 'Se puuttuu.', remedy: `Lisää se: ${wanted}.` }),
    is: (kind, wanted) => ({ message: `Siinä on ${kind}.`, remedy: `Kirjoita ${wanted}.` }),
    impossible: (found, wanted) => ({
      message: `${found} ei ole tässä mahdollinen.`,
      remedy: `Kirjoita ${wanted}.`,
    }),
    strange: (found) => ({
      message: `${found} ei ole tässä mahdollinen.`,
      remedy: 'Katso tiedostoa docs/plan-file.md.',
    }),
    noIdAsKey: { message: 'Tässä nimetty ei ole tunnus.', remedy: 'Kirjoita UUID.' },
    tooBig: {
      text: (most) => ({ message: 'Se on liian pitkä.', remedy: `Enintään ${most} merkkiä.` }),
      list: (most) => ({ message: 'Se on liian pitkä.', remedy: `Enintään ${most} kohtaa.` }),
      number: (most) => ({ message: 'Se on liian suuri.', remedy: `Enintään ${most}.` }),
      other: (most) => ({ message: 'Se on liian pitkä.', remedy: `Enintään ${most}.` }),
    },
    tooSmall: {
      text: (least) => ({ message: 'Se on liian lyhyt.', remedy: `Vähintään ${least} merkkiä.` }),
      list: (least) => ({ message: 'Siinä on liian vähän kohtia.', remedy: `Vähintään: ${least}.` }),
      number: (least) => ({ message: 'Se on liian pieni.', remedy: `Vähintään ${least}.` }),
      other: (least) => ({ message: 'Se on liian lyhyt.', remedy: `Vähintään ${least}.` }),
    },
    noEntries: {
      message: 'Suunnitelmassa ei ole kohtia.',
      remedy: 'Kirjoita siihen kohta jokaisesta julkaisusta.',
    },
    or: (values) => values.join(' tai '),
    format: 'se, mitä docs/plan-file.md sanoo',
    fileKinds: '"keep", "remove" tai "replace"',
    time: 'aika, esimerkiksi "2026-01-31T18:00:00Z"',
    uuid: 'UUID',
    sha256: '64 heksadesimaalinumeroa',
    kinds: {
      text: 'teksti',
      number: 'luku',
      int: 'kokonaisluku',
      boolean: 'true tai false',
      list: 'luettelo',
      object: 'olio',
      other: 'jotakin muuta',
    },
    nothing: 'tyhjä',
  },

  json: {
    remedy: 'Korjaa tiedosto tai vie se uudelleen.',
    noJson: (line, column) =>
      line === null ? 'Se ei ole JSON-muotoa.' : `Se ei ole JSON-muotoa (rivi ${line}, sarake ${column}).`,
    twice: (line) => `Se on kahdesti (rivi ${line}).`,
    tooManyFields: 'Siinä on liian monta kenttää.',
    tooDeep: (line) => `Siinä on liian monta tasoa (rivi ${line}).`,
    tooManyParts: 'Siinä on liian monta osaa.',
  },

  whole: {
    noText: {
      message: 'Tiedosto ei ole UTF-8-tekstiä.',
      remedy: 'Tarkista, että se on suunnitelma, ja tallenna se UTF-8-muodossa.',
    },
    tooLarge: (megabytes) => ({
      message: `Tiedosto on suurempi kuin suunnitelma voi olla (${megabytes} Mt).`,
      remedy: 'Tarkista, että se on suunnitelma; jaa näin suuri useaksi.',
    }),
    newWithBase: { message: 'Luotavalla julkaisulla ei ole lähtökohtaa.', remedy: 'Kirjoita null.' },
    newWithoutVersion: { message: 'Uusi julkaisu tarvitsee version.', remedy: 'Lisää sen versio.' },
    newWithRemoval: {
      message: 'Uudella julkaisulla ei ole tiedostoa, jonka voisi poistaa.',
      remedy: 'Kirjoita ”keep”.',
    },
    sameRelease: (entry) => ({
      message: `Se koskee samaa julkaisua kuin kohta ${entry}.`,
      remedy: 'Yhdistä ne: jokainen päivitys korvaa kaiken ja vie lähetyspaikan.',
    }),
    wrongPath: (problem) => ({
      message: `Polku ${problem}.`,
      remedy: 'Siirrä tiedosto suunnitelman kansioon tai sen alle.',
    }),
    wrongName: (problem) => ({
      message: `Nimi ${problem}.`,
      remedy: 'Kirjoita nimi, jolla se lähetetään.',
    }),
  },

  path: {
    slashes: 'tarvitsee osiensa väliin merkin ”/”, myös Windowsissa',
    relative: 'on annettava suunnitelman kansiosta alkaen',
    nameAlone: 'saa olla vain nimi ilman kansiota',
    noFileName: 'ei ole tiedoston nimi',
    emptyPart: 'sisältää tyhjän osan',
    upwards: 'saa johtaa vain alaspäin, ilman merkintöjä ”.” ja ”..”',
    windowsCharacters: 'sisältää jonkin merkeistä <>:"|?*, joita Windows ei hyväksy',
    windowsEnd: 'sisältää osan, jonka lopussa on piste tai välilyönti, mitä Windows ei hyväksy',
    windowsDevice: (part) => `sisältää nimen ”${part}”, joka on Windowsissa laite`,
    hidden: 'sisältää merkkejä, jotka eivät näy',
  },

  artifact: {
    wrongSize: (path, found, planned) =>
      `Tiedosto ${path} ei ole se, jonka suunnitelma nimeää: siinä on ${found} tavua, suunnitelmassa ${planned}.`,
    wrongSha: (path, found, planned) =>
      `Tiedosto ${path} ei ole se, jonka suunnitelma nimeää: sen SHA-256 on ${found}, suunnitelmassa ${planned}.`,
    wrongRemedy: 'Tuo paikalle tarkistettu tiedosto, tai korjaa suunnitelma ja tarkistuta se uudelleen.',
    leadsOut: (path) => ({
      message: `Polku ${path} johtaa ulos suunnitelman kansiosta.`,
      remedy: 'Siirrä suunnitelman kansioon itse tiedosto linkin sijaan.',
    }),
    notThere: (path) => ({
      message: `Tiedosto ${path} ei ole paikallaan.`,
      remedy: 'Siirrä se paikalleen: polut alkavat suunnitelman kansiosta.',
    }),
    openAsFile: 'Avaa suunnitelma tiedostona, julkaistavien tiedostojen vierestä.',
  },

  source: {
    pipedZip: { message: 'Putkesta tuli ZIP.', remedy: 'Anna tiedoston polku merkin ”-” sijaan.' },
    noFile: {
      message: 'Tämä ei ole tiedosto.',
      remedy: 'Valitse suunnitelma: .json-tiedosto, tai .zip tiedostoineen.',
    },
    none: { message: 'Tällaista suunnitelmaa ei ole.', remedy: 'Tarkista tiedoston polku.' },
  },

  zip: {
    remedy: 'Vie suunnitelma uudelleen tiedostoineen.',
    tooManyEntries: 'ZIPissä on liian monta tiedostoa ollakseen suunnitelma.',
    damaged: 'Tiedosto on vioittunut tai ei ole ZIP lainkaan.',
    missing: (name) => `ZIPissä ei ole tiedostoa ${name}.`,
    twice: (name) => `${name} on ZIPissä useammin kuin kerran.`,
    notOrdinary: (name) => `${name} ei ole ZIPissä tavallinen tiedosto.`,
    encrypted: (name) => `${name} on ZIPissä salattu.`,
    oddlyPacked: (name) => `${name} on pakattu ZIPiin tavalla, jota sovellus ei osaa lukea.`,
    tooMuch: 'ZIPissä on tiedostoja yli 4 Gt.',
    larger: (name, most) => `${name} on ZIPissä suurempi kuin saisi olla: ${most} tavua.`,
    entryDamaged: (name) => `${name} on ZIPissä vioittunut.`,
    overlap: (one, other) => `${one} ja ${other} ovat ZIPissä samassa paikassa.`,
  },

  target: {
    neverRead: {
      message: 'Tämän tuotteen julkaisuja ei ole vielä luettu.',
      remedy: 'Avaa tuote ja lue ensin sen luettelo.',
    },
    noRelease: {
      message: 'Tuotteella ei ole tällaista julkaisua.',
      remedy: 'Se on ehkä poistettu: ota kohta pois, tai luo se uudelleen kirjoittamalla null.',
    },
    stale: (label, was, theirs, mine) => ({
      message: `${label}: suunniteltaessa ”${was}”, palvelimella nyt ”${theirs}”, suunnitelmassa ”${mine}”.`,
      remedy: 'Suunnittele julkaisu uudelleen siitä, mitä palvelimella on, tai sano, kumpi jää voimaan.',
    }),
    otherServer: (planned, chosen) => ({
      message: `Suunnitelma on palvelimelle ${planned}, ei palvelimelle ${chosen}.`,
      remedy: 'Valitse tiimi, jolle se on tarkoitettu: toisella palvelimella julkaisuilla on muut tunnukset.',
    }),
    otherTeam: (planned, chosen) => ({
      message: `Suunnitelma on tiimille ${planned}, ei tiimille ${chosen}.`,
      remedy: 'Valitse tiimi, jolle se on tarkoitettu.',
    }),
  },

  csv: spreadsheetTexts,

  imported: {
    notHeld: { message: 'Tiedosto ei ole enää sovelluksella.', remedy: 'Valitse se uudelleen.' },
    atWork: { message: 'Sovellus käsittelee tätä tiedostoa vielä.' },
  },

  exported: {
    nothingLeft: {
      message: 'Vietävästä ei ole mitään jäljellä.',
      remedy: 'Valitse luonnoksia tai julkaisuja, jotka ovat olemassa.',
    },
    tooMany: (most) => ({
      message: `Suunnitelmassa on enintään ${most} kohtaa.`,
      remedy: 'Vie vähemmän luonnoksia kerralla.',
    }),
    unwritable: (name) => ({
      message: `Tiedostoa ${name} ei voitu kirjoittaa sinne.`,
      remedy: 'Valitse toinen paikka, johon saat kirjoittaa.',
    }),
    notKnown: {
      message: 'Sovellus ei enää tiedä, minne tiedosto tallennettiin.',
      remedy: 'Etsi se valitsemastasi kansiosta.',
    },
  },
};
