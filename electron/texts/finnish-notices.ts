import type { Words } from './words.ts';

/** What is told without being asked for, in Finnish. */
export const noticeTexts: Words['notices'] = {
  goesOn: 'Julkaiseminen jatkuu.',
  standsStill: (why) => `Julkaiseminen on pysähtynyt. ${why}`,
  lostFile: (name, version, inVault) =>
    inVault
      ? `Palvelin hävitti julkaisun ${version} tiedoston ${name}, kun se hylkäsi uuden. Sovelluksella on siitä kopio, ja se voi palauttaa sen: katso jonoa.`
      : `Palvelin hävitti julkaisun ${version} tiedoston ${name}, kun se hylkäsi uuden, eikä sovelluksella ole siitä kopiota. Uusi lähetetään uudelleen, jos siitä on apua: katso jonoa.`,
  addressShared:
    'Muut samassa verkko-osoitteessa ovat käyttäneet palvelimen rajan loppuun. Julkaiseminen jatkuu itsestään heti, kun se on mahdollista.',
  limitUnknown:
    'Palvelimella on nopeusraja, vaikka tiimin asetusten mukaan sitä ei ole: kirjoita se asetuksiin. Julkaiseminen jatkuu itsestään heti, kun se on mahdollista.',
  keyRefused:
    'Palvelin ei hyväksy API-avainta. Julkaiseminen odottaa, kunnes asetuksiin kirjoitetaan kelpaava avain.',
  notWritten: (news, why, version) =>
    `${news}, mutta sitä ei voitu kirjata levylle. ${why} Sovellus yrittää edelleen. Jos se sulkeutuu sitä ennen, seuraava käynnistys jatkaa julkaisua ${version} siitä, missä se oli.`,
  news: {
    verified: (version) => `${version} on julkaistu`,
    cancelled: (version) => `Julkaisun ${version} julkaiseminen on peruutettu`,
    paused: (version) => `Julkaisun ${version} julkaiseminen on tauolla`,
    further: (version) => `Julkaisun ${version} julkaiseminen on edennyt`,
  },
  missedStart: (batch) => `Erän ”${batch}” piti alkaa, kun sovellus oli suljettuna. Jatka sitä jonosta.`,
  batchStopped: (batch) =>
    `”${batch}” on pysähtynyt, koska yhtä sen julkaisuista ei voitu julkaista. Mitään ei lähetetä ennen kuin jatkat.`,
  updatePutOff: (version) =>
    `Sovelluksen versiota ${version} ei otettu käyttöön, kun lopetit, koska sovellus julkaisi myös toisaalla. Sitä tarjotaan uudelleen.`,
  backedUpAgain: 'Sovelluksen tietokanta varmuuskopioituu taas.',
  noBackup: (why) => `Sovelluksen tietokannan tunneittaista varmuuskopiota ei voitu tehdä. ${why}`,
  database: {
    disappeared: 'Sovelluksen tietokanta oli kadonnut.',
    damaged: (aside) =>
      `Sovelluksen tietokanta oli vioittunut. Se siirrettiin syrjään sovelluksen tietokansioon nimellä ”${aside}”.`,
    fromBackup: (happened, madeAt) =>
      `${happened} Käytössä on varmuuskopio (${madeAt}): sen jälkeen muutettuja luonnoksia voi puuttua. Palvelimen julkaisuihin tämä ei vaikuta.`,
    empty: (happened) =>
      `${happened} Yhtään varmuuskopiota ei voitu lukea, joten aloitettiin tyhjästä: tiimit ja luonnokset on tehtävä uudelleen. Palvelimen julkaisuihin tämä ei vaikuta.`,
  },
  letGo: (n, names, limit) => {
    const more = n - names.length;
    const all = more === 0 ? names.join(', ') : `${names.join(', ')} ja ${more} muuta`;
    const why =
      limit === null ? 'Koska aiemmin lähetettyjä ei säilytetä' : `Jotta kopiot mahtuvat rajaan ${limit}`;
    const gone =
      n === 1
        ? 'sovellus poisti kopion aiemmin lähetetystä tiedostosta'
        : `sovellus poisti ${n} aiemmin lähetetyn tiedoston kopiot`;
    return `${why}, ${gone}: ${all}. ${n === 1 ? 'Sitä' : 'Niitä'} ei voi enää palauttaa täältä. Katso asetuksia.`;
  },
};
