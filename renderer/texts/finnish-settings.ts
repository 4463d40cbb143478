import type { Texts } from './texts.ts';

/** What the settings say, in Finnish. */
export const settingsTexts: Texts['settings'] = {
  title: 'Asetukset',
  teams: 'Tiimit',
  add: 'Lisää tiimi',
  edit: 'Muokkaa…',
  remove: 'Poista…',
  editOf: (name) => `Muokkaa: ${name}`,
  removeOf: (name) => `Poista ${name}`,
  server: 'Palvelin',
  teamId: 'Tiimin tunnus',
  key: 'API-avain',
  keyIn: {
    keyring: (hint) => `•••• ${hint}`.trim().concat(', järjestelmän avainnipussa'),
    session: (hint) => `•••• ${hint}`.trim().concat(', muistissa, kunnes sovellus suljetaan'),
    none: () => 'Puuttuu: kirjoita se uudelleen, jos haluat julkaista',
  },
  maxFile: 'Suurin tiedosto',
  rate: 'Nopeusraja',
  rateOf: (n, seconds) =>
    seconds % 60 === 0
      ? `${n} päivitystä ${seconds / 60} minuutissa`
      : `${n} päivitystä ${seconds} sekunnissa`,
  systems: { linux: 'Linux', darwin: 'macOS', win32: 'Windows' },
  noRate: 'Ei ole',
  removeTitle: (name) => `Poistetaanko ${name}?`,
  removeText:
    'Sen API-avain poistetaan avainnipusta ja palvelimelta luetut tiedot tältä tietokoneelta. Palvelimella ei muutu mikään.',
  removeTextWith: (drafts) =>
    `Sen API-avain poistetaan avainnipusta, ja ${drafts} ja palvelimelta luetut tiedot poistetaan tältä tietokoneelta. Tätä ei voi perua. Palvelimella ei muutu mikään.`,
  itsDrafts: 'sen julkaisemattomat luonnokset',
  drafts: (n, shown) => `${shown} ${n === 1 ? 'julkaisematon luonnos' : 'julkaisematonta luonnosta'}`,
  removeConfirm: 'Poista tiimi',
  removed: (name) => `${name} on poistettu.`,
  kept: 'Missä tiedot säilytetään',
  keptKeyring:
    'API-avaimet ovat järjestelmän avainnipussa. Niitä ei koskaan kirjoiteta tiedostoon eikä näytetä uudelleen.',
  keptSession:
    'Avainnippua ei löytynyt, joten API-avaimet ovat muistissa, kunnes sovellus suljetaan. Niitä ei koskaan kirjoiteta tiedostoon.',
  dataFolder: 'Tietokansio',
  keptData:
    'Luonnokset, niiden tiedostot ja palvelimelta viimeksi luettu ovat sovelluksen tietokansiossa tällä tietokoneella.',
  about: 'Tietoja',
  version: 'Versio',
  runtime: 'Alusta',
  platform: 'Järjestelmä',
};
