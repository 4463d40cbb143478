import type { CommandName } from './command.ts';
import type { SystemCommand } from './system-command.ts';

/** What each command is called, in Finnish. */
export const commandLabels = {
  'new-release': 'Uusi julkaisu',
  'attach-file': 'Valitse tiedosto…',
  'match-files': 'Kohdista tiedostot julkaisuihin…',
  import: 'Tuo suunnitelma tai CSV…',
  'export-plan': 'Vie suunnitelma…',
  'export-plan-files': 'Vie suunnitelma tiedostoineen (ZIP)…',
  'export-fields': 'Vie kentät CSV-tiedostoon…',
  'save-draft': 'Tallenna luonnos',
  publish: 'Julkaise',
  'discard-draft': 'Hylkää luonnos',
  'add-connection': 'Lisää tiimi…',
  undo: 'Kumoa viimeisin toiminto',
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

/** What the system's commands are called, in the same places. */
export const systemLabels = {
  'zoom-in': 'Suurenna',
  'zoom-out': 'Pienennä',
  'actual-size': 'Todellinen koko',
  'full-screen': 'Koko näyttö',
  minimize: 'Pienennä ikkuna',
  'close-window': 'Sulje ikkuna',
  about: 'Tietoja sovelluksesta',
  quit: 'Lopeta',
} as const satisfies Record<SystemCommand, string>;
