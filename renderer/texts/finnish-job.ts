import type { Texts } from './texts.ts';

/** What a release that is being published says of itself, in Finnish. */
export const jobTexts: Texts['job'] = {
  waiting: {
    slot: (until) =>
      until === null ? 'Odottaa vapaata lähetyspaikkaa' : `Odottaa vapaata lähetyspaikkaa: ${until}`,
    turn: () => 'Odottaa vuoroaan',
    network: () => 'Odottaa verkkoa',
    backoff: (until) => (until === null ? 'Yrittää pian uudelleen' : `Yrittää uudelleen: ${until}`),
    key: () => 'Odottaa API-avainta',
  },
  reading: 'Luetaan julkaisua',
  merging: 'Yhdistetään palvelimen tietoihin',
  sending: (percent, speed) => (speed === null ? `Lähetetään ${percent}` : `Lähetetään ${percent}, ${speed}`),
  sendingFields: 'Lähetetään',
  answering: 'Palvelin käsittelee',
  verifying: 'Luetaan takaisin, mitä palvelimella on',
  unknown: 'Yhteys katkesi; luetaan, mitä palvelimella on',
  lookingAgain: {
    verifying: (time) => `Luetaan takaisin uudelleen ${time}`,
    unknown: (time) => `Luetaan uudelleen ${time} · yhteys katkesi`,
  },
  verified: (time) => `Varmistettu ${time}`,
  verifiedText: 'Jokainen kenttä ja tiedoston tarkistussumma luettiin takaisin, ja ne täsmäävät.',
  verifiedFields: 'Jokainen kenttä luettiin takaisin, ja ne täsmäävät.',
  checksum: 'MD5',
  blocked: 'Tarkistus pysäytti',
  conflict: 'Odottaa valintaasi',
  failed: 'Ei julkaistu',
  paused: 'Tauolla',
  cancelled: 'Peruutettu',
  cancelledText: 'Palvelimella ei muuttunut mikään. Luonnos on tallessa.',
  cancelledLate: 'Luonnos on tallessa.',
  attempts: (n) => `${n}. yritys`,
  enterKey: 'Anna avain…',
  pause: 'Keskeytä',
  resume: 'Jatka',
  pausedText: 'Pysyy jonossa, kunnes jatkat.',
  cancel: 'Peruuta',
  cancelOf: (version) => `Peruuta julkaisun ${version} julkaiseminen`,
  retry: 'Yritä uudelleen',
  dismiss: 'Piilota',
  show: 'Näytä',
  putBack: 'Palauta vanha tiedosto',
  lostInVault: (name) =>
    `Julkaisu menetti tiedostonsa ${name}, kun päivitys hylättiin. Sovelluksella on kopio, ja se voi palauttaa sen.`,
  lost: (name) =>
    `Julkaisu menetti tiedostonsa ${name}, kun päivitys hylättiin. Sovelluksella ei ole kopiota: lähetä tiedosto uudelleen.`,
  merged: 'Otettu palvelimelta',
  progress: (version) => `Julkaistaan ${version}`,
  fieldsOnly: 'Vain kentät',
};

/** What is said of a team that is not shown, in Finnish. */
export const elsewhereTexts: Texts['elsewhere'] = {
  conflict: (team, version) => `${team}: ${version} odottaa valintaasi.`,
  blocked: (team, version) => `${team}: tarkistus pysäytti julkaisun ${version}.`,
  failed: (team, version, message) => `${team}: julkaisua ${version} ei julkaistu. ${message}`,
  several: (team, releases) => `${team}: ${releases} julkaisua odottaa sinua.`,
  published: (team, version) => `${team}: ${version} on julkaistu.`,
  batchPublished: (team, batch, done, all) => `${team}: ”${batch}”, ${done}/${all} julkaistu.`,
};

export const stripTexts: Texts['strip'] = {
  more: (n) => `ja ${n} muuta`,
  batch: (name) => `${name}:`,
  pauseBatch: (name) => `Keskeytä ”${name}”`,
  resumeBatch: (name) => `Jatka: ”${name}”`,
};
