import type { CommandName } from './command.ts';

/** What each command is called, in Finnish. */
export const commandLabels = {
  'new-release': 'Uusi julkaisu',
  'attach-file': 'Valitse tiedosto…',
  'match-files': 'Kohdista tiedostot julkaisuihin…',
  'save-draft': 'Tallenna luonnos',
  publish: 'Julkaise',
  'discard-draft': 'Hylkää luonnos',
  'add-connection': 'Lisää tiimi…',
  find: 'Etsi julkaisua',
  'copy-link': 'Kopioi linkki julkaisuun',
  'select-all': 'Valitse kaikki luettelosta',
  'change-many': 'Muuta valittuja…',
  palette: 'Haku ja komennot…',
  'show-releases': 'Julkaisut',
  'show-drafts': 'Luonnokset',
  'show-queue': 'Jono',
  'show-history': 'Historia',
  'show-settings': 'Asetukset',
  'next-pane': 'Seuraava ruutu',
  refresh: 'Lue palvelimelta uudelleen',
  'check-updates': 'Etsi päivityksiä…',
  'copy-diagnostics': 'Kopioi vianmääritystiedot',
  'show-logs': 'Näytä lokikansio',
} as const satisfies Record<CommandName, string>;
