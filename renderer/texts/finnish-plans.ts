import type { Texts } from './texts.ts';

const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'luonnos' : 'luonnosta'}`;

/** What plan files say of themselves, in Finnish. */
export const planTexts: Texts['plans'] = {
  import: 'Tuo suunnitelma…',
  asFile: 'Suunnitelmana…',
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
