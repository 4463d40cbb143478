import { commandLabels, systemLabels } from '../../electron/model/finnish-commands.ts';
import { backgroundTexts } from './finnish-background.ts';
import { batchTexts } from './finnish-batches.ts';
import { bulkTexts } from './finnish-bulk.ts';
import { commandTexts } from './finnish-commands.ts';
import { compareTexts, conflictTexts } from './finnish-compare.ts';
import { connectTexts } from './finnish-connect.ts';
import { diagnosticTexts } from './finnish-diagnostics.ts';
import { draftTexts } from './finnish-drafts.ts';
import { editorTexts, fileTexts, licenseTexts, metadataTexts } from './finnish-editor.ts';
import { historyTexts } from './finnish-history.ts';
import { idTexts } from './finnish-ids.ts';
import { elsewhereTexts, jobTexts, stripTexts } from './finnish-job.ts';
import { linkTexts } from './finnish-links.ts';
import { matchingTexts } from './finnish-matching.ts';
import { paletteTexts } from './finnish-palette.ts';
import { planTexts } from './finnish-plans.ts';
import { queueTexts } from './finnish-queue.ts';
import { addBranchTexts, addProductTexts, releaseTexts } from './finnish-releases.ts';
import { settingsTexts } from './finnish-settings.ts';
import { undoTexts } from './finnish-undo.ts';
import { updateTexts } from './finnish-updates.ts';
import { vaultTexts } from './finnish-vault.ts';
import type { Texts } from './texts.ts';

/** Every sentence of the interface, in Finnish. */
export const finnish: Texts = {
  locale: 'fi-FI',
  appName: 'Lukittu Release Manager',
  windowTitle: (about, appName) => `${about} – ${appName}`,

  units: {
    bytes: (n, shown) => `${shown}\u00a0${n === 1 ? 'tavu' : 'tavua'}`,
    largerThanBytes: ['kt', 'Mt', 'Gt', 'Tt'],
    perSecond: (size) => `${size}/s`,
    percent: (value) => `${value}\u00a0%`,
    justNow: 'juuri nyt',
    clock: (time) => `klo ${time}`,
    agoAndClock: (ago, clock) => `${ago}, ${clock}`,
    underAMinute: 'alle minuutin päästä',
    clockAhead: (clock, ahead) => `${clock}, ${ahead}`,
  },

  common: {
    cancel: 'Peruuta',
    close: 'Sulje',
    dismiss: 'Piilota',
    tryAgain: 'Yritä uudelleen',
    editTeam: 'Muokkaa tiimiä…',
    copy: (what) => `Kopioi: ${what}`,
    copied: 'Kopioitu',
    notPasted: (field, n, most) =>
      `Ei liitetty: tekstissä on ${n} merkkiä, ja kenttään ”${field}” mahtuu enintään ${most}. Liitä lyhyempi teksti; kentän sisältö on ennallaan.`,
    wholeNumber: (least, most) =>
      `Kirjoita kokonaisluku väliltä ${least}–${most} pelkin numeroin, ilman pistettä, pilkkua tai väliä.`,
    none: '—',
    more: (n) => `${n} lisää`,
    andMore: (n) => `Ja ${n} muuta.`,
    showKey: 'Näytä avain',
    hideKey: 'Piilota avain',
    serverSaid: (details) => `Palvelin vastasi: ”${details}”`,
    errorCode: (code) => `Tekninen tieto: ${code}`,
    noMatch: 'Mikään ei vastaa hakua.',
    widthOf: (column) => `Sarakkeen ${column} leveys`,
    clear: 'Tyhjennä',
    bridgeFailed: 'Sovellus ei voinut tehdä tätä.',
    bridgeRemedy:
      'Yritä uudelleen. Jos sama toistuu, käynnistä sovellus uudelleen. Luonnokset ovat tallessa.',
  },

  crash: diagnosticTexts,

  start: {
    failed: 'Sovellus ei voinut käynnistyä',
  },

  landmarks: {
    places: 'Paikat',
    notices: 'Ilmoitukset',
    sending: 'Lähetys',
  },

  bar: {
    team: 'Tiimi',
    product: 'Tuote',
    chooseProduct: 'Valitse tuote',
    noProduct: 'Ei vielä tuotteita',
    addTeam: 'Lisää tiimi…',
    manageTeams: 'Hallitse tiimejä…',
    addProduct: 'Lisää tuote tunnuksella…',
    refreshProducts: 'Etsi tuotteet uudelleen',
    findProduct: 'Etsi tuotetta',
    findTeam: 'Etsi tiimiä',
    demo: 'Demo',
    online: 'Yhteydessä',
    offline: 'Ei yhteyttä',
    offlineHint: 'Luonnoksia voi muokata; julkaistava odottaa verkkoa.',
  },

  places: {
    releases: 'Julkaisut',
    drafts: 'Luonnokset',
    queue: 'Jono',
    history: 'Historia',
    settings: 'Asetukset',
    draftCount: (n) => `${n} ${n === 1 ? 'luonnos' : 'luonnosta'}`,
    jobCount: (n) => `${n} ${n === 1 ? 'keskeneräinen työ' : 'keskeneräistä työtä'}`,
  },

  connect: connectTexts,

  releases: releaseTexts,

  addProduct: addProductTexts,

  addBranch: addBranchTexts,

  status: { PUBLISHED: 'Julkaistu', DRAFT: 'Luonnos', DEPRECATED: 'Vanhentunut', ARCHIVED: 'Arkistoitu' },

  editor: editorTexts,

  file: fileTexts,

  metadata: metadataTexts,

  licenses: licenseTexts,

  compare: compareTexts,

  conflict: conflictTexts,

  job: jobTexts,

  strip: stripTexts,

  elsewhere: elsewhereTexts,

  announce: {
    waiting: (version) => `${version} odottaa julkaisemista.`,
    started: (version) => `Julkaisun ${version} julkaiseminen alkoi.`,
    quarter: (version, quarter) =>
      `${version}: tiedostosta on lähetetty ${quarter === 1 ? 'neljännes' : quarter === 2 ? 'puolet' : 'kolme neljännestä'}.`,
    answering: (version) => `${version} on lähetetty; palvelin käsittelee sitä.`,
    verified: (version) => `${version} on julkaistu ja varmistettu.`,
    cancelled: (version) => `Julkaisun ${version} julkaiseminen peruutettiin.`,
    unknown: (version) =>
      `Yhteys katkesi, kun julkaisua ${version} lähetettiin; palvelimelta kysytään, mitä siellä on.`,
    failed: (version, message) => `Julkaisua ${version} ei julkaistu. ${message}`,
    needsYou: (version) => `Julkaisu ${version} odottaa sinua.`,
  },

  drafts: draftTexts,

  batches: batchTexts,

  bulk: bulkTexts,

  plans: planTexts,

  matching: matchingTexts,
  palette: paletteTexts,

  queue: queueTexts,

  history: historyTexts,

  settings: settingsTexts,

  background: backgroundTexts,

  links: linkTexts,

  ids: idTexts,

  undo: undoTexts,
  vault: vaultTexts,

  updates: updateTexts,

  commands: {
    labels: commandLabels,
    systemLabels,
    ...commandTexts,
  },

  split: 'Luettelon leveys',
};
