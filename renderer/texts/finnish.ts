import { commandLabels } from '../../electron/model/finnish-commands.ts';
import { backgroundTexts } from './finnish-background.ts';
import { batchTexts } from './finnish-batches.ts';
import { bulkTexts } from './finnish-bulk.ts';
import { diagnosticTexts } from './finnish-diagnostics.ts';
import { draftTexts } from './finnish-drafts.ts';
import { historyTexts } from './finnish-history.ts';
import { linkTexts } from './finnish-links.ts';
import { matchingTexts } from './finnish-matching.ts';
import { paletteTexts } from './finnish-palette.ts';
import { planTexts } from './finnish-plans.ts';
import { queueTexts } from './finnish-queue.ts';
import { updateTexts } from './finnish-updates.ts';
import { vaultTexts } from './finnish-vault.ts';
import type { Texts } from './texts.ts';

const problems = (n: number) => `${n} ${n === 1 ? 'ongelma' : 'ongelmaa'}`;
const warnings = (n: number) => `${n} ${n === 1 ? 'varoitus' : 'varoitusta'}`;

/** Every sentence of the interface, in Finnish. */
export const finnish: Texts = {
  locale: 'fi-FI',
  appName: 'Lukittu Release Manager',
  windowTitle: (about, appName) => `${about} – ${appName}`,

  units: {
    bytes: (n, shown) => `${shown} ${n === 1 ? 'tavu' : 'tavua'}`,
    largerThanBytes: ['kt', 'Mt', 'Gt', 'Tt'],
    perSecond: (size) => `${size}/s`,
    percent: (value) => `${value} %`,
    justNow: 'juuri nyt',
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
    none: '—',
    more: (n) => `${n} lisää`,
    showKey: 'Näytä avain',
    hideKey: 'Piilota avain',
    serverSaid: (details) => `Palvelin vastasi: ”${details}”`,
    errorCode: (code) => `Selvittäjälle: ${code}`,
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

  connect: {
    sentence:
      'Valmistele, tarkista ja julkaise Lukittu‑lisensoitujen ohjelmiesi julkaisut, myös ilman verkkoa.',
    title: 'Yhdistä tiimisi',
    addTitle: 'Lisää tiimi',
    editTitle: (name) => `Muokkaa: ${name}`,
    intro: 'Tiimin tunnus ja API-avain löytyvät Lukitusta tiimin asetuksista.',
    name: 'Nimi',
    namePlaceholder: 'Oma tiimi',
    serverUrl: 'Palvelimen osoite',
    teamId: 'Tiimin tunnus',
    teamIdPlaceholder: '00000000-0000-0000-0000-000000000000',
    apiKey: 'API-avain',
    apiKeyHint: 'Säilytetään järjestelmän avainnipussa, ei koskaan tiedostossa.',
    apiKeySession: 'Säilytetään muistissa, kunnes sovellus suljetaan: avainnippua ei löytynyt.',
    apiKeyKept: (hint) => `Jätä tyhjäksi, jos tallennettu avain (loppuu ${hint}) saa jäädä.`,
    advanced: 'Palvelimen rajat',
    maxFile: 'Suurin tiedosto (Mt)',
    maxFileHint: 'Lukitun oma palvelin ottaa vastaan 10 Mt. Itse ylläpidetty voi ottaa enemmän.',
    limited: 'Palvelin rajoittaa päivityksiä',
    limitedHint: 'Lukitun oma palvelin ottaa vastaan 5 päivitystä ja 5 uutta julkaisua 300 sekunnissa.',
    limitCount: 'Pyyntöjä',
    limitSeconds: 'Sekunneissa',
    connect: 'Yhdistä',
    save: 'Tallenna',
    testing: 'Kysytään palvelimelta…',
    connected: (name) => `${name} on yhdistetty`,
    saved: (name) => `${name} on tallennettu`,
    go: 'Avaa julkaisut',
    done: 'Valmis',
    noKeyring: 'Tässä tietokoneessa ei ole avainnippua',
    noKeyringText:
      'API-avain pidetään muistissa, kunnes sovellus suljetaan, ja kysytään ensi kerralla uudelleen. Sitä ei koskaan kirjoiteta tiedostoon.',
    sessionOnly: 'Avain säilyy vain tämän istunnon: avainnippua ei löytynyt.',
    missing: {
      name: 'Anna tiimille nimi.',
      serverUrl: 'Kirjoita palvelimen osoite.',
      teamId: 'Kirjoita tiimin tunnus.',
      apiKey: 'Liitä API-avain.',
      maxFile: 'Kirjoita kooksi vähintään 1 Mt.',
      rateLimit: 'Kirjoita, montako pyyntöä ja missä ajassa.',
    },
    demoTitle: 'Tutustu demotiimiin',
    demoText:
      'Kokonainen tiimi pienellä palvelimella sovelluksen sisällä: tuotteita, julkaisuja, lisenssejä. Mikään ei lähde tästä tietokoneesta, eikä mikään siellä tehty vaikuta kehenkään.',
    demoPoints: [
      'Muokkaa ja julkaise kuten omassa tiimissäsi',
      'Katso, miltä hylätty tiedosto näyttää',
      'Tiliä tai avainta ei tarvita',
    ],
    demo: 'Tutustu demotiimiin',
    demoStarting: 'Käynnistetään demotiimiä…',
  },

  releases: {
    title: (product) => `Julkaisut: ${product}`,
    list: 'Julkaisut',
    detail: 'Julkaisu',
    search: 'Etsi julkaisua',
    status: 'Tila',
    anyStatus: 'Mikä tahansa tila',
    branch: 'Haara',
    anyBranch: 'Mikä tahansa haara',
    noBranch: 'Ei haaraa',
    new: 'Uusi',
    newRelease: 'Uusi julkaisu',
    refresh: 'Lue uudelleen palvelimelta',
    columns: {
      version: 'Versio',
      status: 'Tila',
      branch: 'Haara',
      file: 'Tiedosto',
      updated: 'Päivitetty',
      created: 'Luotu',
      licenses: 'Lisenssit',
    },
    columnMenu: { title: 'Sarakkeet', noRoom: 'ei mahdu nyt', reset: 'Tavalliset sarakkeet ja leveydet' },
    everyLicense: 'Kaikki',
    count: (shown, all) => (shown === all ? `${all} julkaisua` : `${shown}/${all} julkaisua`),
    one: '1 julkaisu',
    readAt: (time) => `Luettu ${time}`,
    reading: 'Luetaan…',
    latest: 'Uusin',
    hasDraft: 'On luonnos',
    noFile: 'Ei tiedostoa',
    loading: 'Luetaan julkaisuja…',
    none: 'Ei vielä julkaisuja',
    noneText: 'Tee tuotteen ensimmäinen julkaisu: anna sille versio ja pudota siihen tiedosto.',
    noMatch: 'Mikään julkaisu ei vastaa hakua',
    noMatchText: 'Haku kattaa versiot, haarat ja tiedostojen nimet.',
    clearFilter: 'Näytä kaikki julkaisut',
    noProduct: 'Tuotteita ei ole vielä löytynyt',
    noProductText:
      'Palvelimella ei ole luetteloa tuotteista. Sovellus löytää ne lisensseistä ja tilastoista, ja ottaa minkä tahansa, jonka lisäät tunnuksella. Lukittu näyttää tunnuksen tuotteen sivulla.',
    offlineSince: (time) => `Ei yhteyttä. Näkyvissä on tilanne klo ${time}.`,
    never: 'Ei vielä luettu',
    offlineNever: 'Verkkoa ei ole, eikä tämän tuotteen julkaisuja ole vielä luettu.',
    staleSince: (time) => `Näkyvissä on tilanne klo ${time}.`,
    select: 'Valitse julkaisu',
    selectText:
      'Sen kentät, tiedosto ja muutokset näkyvät tässä. Pudota tiedosto riville, niin se korvaa julkaisun tiedoston, tai useita luetteloon, niin ne kohdistetaan julkaisuihin.',
    dropOnRow: (version) => `Korvaa julkaisun ${version} tiedosto`,
  },

  addProduct: {
    title: 'Lisää tuote',
    text: 'Tuotteen tunnus näkyy sen sivulla Lukitussa. Palvelimelta kysytään sen julkaisut ennen lisäämistä.',
    id: 'Tuotteen tunnus',
    name: 'Nimi',
    add: 'Lisää tuote',
    adding: 'Kysytään palvelimelta…',
    missingId: 'Liitä tuotteen tunnus.',
    missingName: 'Anna tuotteelle nimi.',
  },

  addBranch: {
    title: 'Käytä muuta haaraa',
    text: 'Palvelimella ei ole luetteloa haaroista. Sovellus tuntee näkemiensä julkaisujen haarat ja ottaa minkä tahansa, jonka lisäät tunnuksella.',
    id: 'Haaran tunnus',
    name: 'Nimi',
    add: 'Käytä haaraa',
    missingId: 'Liitä haaran tunnus.',
    missingName: 'Anna haaralle nimi.',
  },

  status: { PUBLISHED: 'Julkaistu', DRAFT: 'Luonnos', DEPRECATED: 'Vanhentunut', ARCHIVED: 'Arkistoitu' },

  editor: {
    back: 'Takaisin luetteloon',
    newRelease: 'Uusi julkaisu',
    view: 'Näkymä',
    edit: 'Muokkaa',
    compare: 'Vertaa',
    releaseId: 'julkaisun tunnus',
    updated: (time) => `Päivitetty ${time}`,
    notOnServer: 'Ei vielä palvelimella',
    gone: 'Sovellus ei tunne tätä julkaisua',
    goneText: 'Se on ehkä poistettu palvelimelta. Varmistu lukemalla julkaisut uudelleen.',
    loading: 'Luetaan julkaisua…',
    locked: 'Sitä julkaistaan juuri. Peruuta julkaiseminen, jos haluat muokata.',
    lockedWaiting: 'Se on jonossa. Peruuta julkaiseminen, jos haluat muokata.',
    changes: 'Mikä muuttuu',
    noChanges:
      'Ei vielä mikään. Muokkaa kenttää tai pudota tiedosto; jokainen muutos tallentuu heti luonnokseksi.',
    makes: (version, file) =>
      version === ''
        ? 'Tekee uuden julkaisun. Anna sille versio, ja tiedosto, jos sellainen on.'
        : `Tekee julkaisun ${version}, ${file === null ? 'ilman tiedostoa' : `tiedostona ${file}`}.`,
    from: 'nyt',
    to: 'jatkossa',
    fields: 'Kentät',
    version: 'Versio',
    versionHint: '3–255 merkkiä, ei välilyöntejä.',
    status: 'Tila',
    latest: 'Uusin',
    setAsLatest: 'Aseta uusimmaksi',
    latestHint: (branch) =>
      branch === null
        ? 'Vie ”uusin”-merkinnän muilta haarattomilta julkaisuilta.'
        : `Vie ”uusin”-merkinnän haaran ${branch} muilta julkaisuilta.`,
    branch: 'Haara',
    noBranch: 'Ei haaraa',
    otherBranch: 'Muu haara tunnuksella…',
    unknownBranch: (id) => `Haara ${id}`,
    saved: (time) => `Luonnos tallennettu ${time}`,
    saving: 'Tallennetaan…',
    notSaved: 'Viimeisin muutos ei ole tallessa',
    saveAgain: 'Tallenna uudelleen',
    noDraft: 'Ei muutoksia',
    discard: 'Hylkää luonnos',
    publish: 'Julkaise',
    publishNew: 'Luo julkaisu',
    withWarnings: (publish, n) => `${publish} (${warnings(n)})`,
    starting: 'Viedään jonoon…',
    offlineNote: 'Ei yhteyttä: odottaa jonossa verkkoa.',
    whyNot: {
      'nothing-open': 'Avaa ensin julkaisu.',
      'no-change': 'Ei vielä julkaistavaa',
      blocked: 'Ratkaise ensin ongelmat',
      'under-way': 'Se on jo matkalla',
      'not-saved': 'Viimeisin muutos ei ole vielä tallessa',
      'no-version': 'Anna sille ensin versio',
    },
    findings: (problemCount, warningCount) =>
      [problemCount > 0 && problems(problemCount), warningCount > 0 && warnings(warningCount)]
        .filter(Boolean)
        .join(', '),
    beforePublishing: 'Ennen julkaisemista',
    severity: { blocks: 'Ongelma', warns: 'Varoitus', tells: 'Huomautus' },
    parts: {
      version: 'Versio',
      status: 'Tila',
      latest: 'Uusin',
      branch: 'Haara',
      metadata: 'Metatiedot',
      licenses: 'Lisenssit',
      file: 'Tiedosto',
      release: 'Julkaisu',
    },
  },

  file: {
    title: 'Tiedosto',
    stays: 'Pysyy ennallaan.',
    replaces: (old) => `Korvaa tiedoston ${old}, kun julkaiset.`,
    added: (name) => `${name} on lisätty luonnokseen.`,
    first: 'Tulee julkaisun tiedostoksi, kun julkaiset.',
    willBeRemoved: 'Poistetaan palvelimelta, kun julkaiset.',
    none: 'Ei tiedostoa',
    noneText: 'Pudota tiedosto tähän, valitse tai liitä se.',
    choose: 'Valitse tiedosto…',
    replace: 'Korvaa…',
    another: 'Valitse toinen…',
    keep: 'Pidä nykyinen tiedosto',
    without: 'Jätä ilman tiedostoa',
    remove: 'Poista…',
    removeTitle: (version) => `Poistetaanko julkaisun ${version} tiedosto?`,
    removeText: (name, size) =>
      `${name} (${size}) poistetaan palvelimelta, kun julkaiset. Lukittu ei säilytä kopiota, eikä tiedostoa voi ensin ladata tällä sovelluksella.`,
    removeConfirm: 'Poista tiedosto',
    copying: (name) => `Kopioidaan ja tarkistetaan ${name}…`,
    notTaken: (name) => (name === '' ? 'Mitään ei otettu' : `Tiedostoa ${name} ei otettu`),
    mainClass: 'Pääluokka',
    plugin: 'Liitännäinen',
    pluginVersion: (name, version) => `${name} ${version}`,
    md5: 'MD5',
    sha256: 'SHA-256',
    noChecksum: 'ei tallessa',
    changedOnDisk: (name) =>
      `${name} on muuttunut levyllä lisäämisen jälkeen. Lähetettävä on se kopio, jonka lisäsit.`,
    useNewer: 'Käytä uudempaa tiedostoa',
    sourceGone: 'Alkuperäinen ei ole enää paikallaan. Lähetettävä on sovelluksen säilyttämä kopio.',
    dropReplace: (version) => `Korvaa julkaisun ${version} tiedosto`,
    dropFirst: (version) => `Lisää julkaisun ${version} tiedosto`,
    dropNew: 'Lisää uuden julkaisun tiedosto',
    dropLocked: 'Matkalla palvelimelle: tiedostoa ei voi lisätä nyt',
    dropHint: 'Pudota mihin tahansa tähän',
    folder: 'Kansio ei voi olla julkaisun tiedosto.',
    folderRemedy: 'Pudota itse tiedosto.',
    several: (n) => `Julkaisulla on yksi tiedosto, ja pudotettuja oli ${n}.`,
    severalRemedy: 'Pudota yksi tiedosto.',
    noFile: 'Pudotetussa ei ollut tiedostoa.',
    noFileRemedy: 'Pudota tiedosto tiedostonhallinnasta tai valitse se.',
  },

  metadata: {
    title: 'Metatiedot',
    none: 'Ei metatietoja.',
    add: 'Lisää tieto',
    key: (row) => `Avain ${row}`,
    value: (row) => `Arvo ${row}`,
    keyHead: 'Avain',
    valueHead: 'Arvo',
    lock: (key) => `Lukitse ${key}`,
    unlock: (key) => `Avaa lukitus: ${key}`,
    locked: 'Lukittu',
    remove: (key) => `Poista ${key}`,
    move: (key, row, of) => `Siirrä ${key}, ${row}/${of}. Nuolinäppäimet siirtävät.`,
    moved: (key, row, of) => `${key} on nyt ${row}/${of}.`,
    removed: (key) => `${key} on poistettu.`,
    entry: (row) => `tieto ${row}`,
    count: (n) => `${n}/20`,
  },

  licenses: {
    title: 'Lisenssit',
    none: 'Tuotteen kaikki lisenssit saavat tämän julkaisun.',
    some: (n) =>
      n === 1
        ? 'Vain tämä lisenssi saa tämän julkaisun.'
        : `Vain nämä ${n} lisenssiä saavat tämän julkaisun.`,
    add: 'Valitse lisenssit…',
    choose: 'Valitse lisenssit',
    search: 'Etsi asiakasta tai lisenssin tunnusta',
    chosen: 'Valitut lisenssit',
    remove: (name) => `Poista ${name}`,
    unnamed: 'Ei asiakasta',
    suspended: 'Keskeytetty',
    expired: (date) => `Päättynyt ${date}`,
    unknown: 'Ei luettujen lisenssien joukossa',
    loading: 'Luetaan lisenssejä…',
    noneKnown: 'Tämän tuotteen lisenssejä ei tunneta.',
    first: (shown, all) => `Ensimmäiset ${shown}/${all}. Rajaa kirjoittamalla.`,
    done: 'Valmis',
    count: (n) => `${n} valittu, enintään 30`,
  },

  compare: {
    title: 'Vertailu',
    field: 'Kenttä',
    server: 'Palvelimella nyt',
    draft: 'Luonnoksesi',
    result: 'Tulos',
    onlyChanges: 'Vain muuttuva',
    nothing: 'Ei vielä vertailtavaa',
    nothingText:
      'Muuta kenttää tai lisää tiedosto, niin palvelin, luonnos ja tulos näkyvät tässä rinnakkain.',
    allSame: 'Palvelimen ja luonnoksesi välillä ei ole eroa.',
    change: {
      unchanged: 'Ennallaan',
      mine: 'Muutettu täällä',
      theirs: 'Muutettu palvelimella',
      both: 'Muutettu samoin täällä ja palvelimella',
      conflict: 'Muutettu palvelimella toisin',
    },
  },

  conflict: {
    title: 'Palvelin muuttui sillä välin',
    text: 'Tämän luonnoksen aloittamisen jälkeen joku on muuttanut samoja kenttiä palvelimella. Valitse, mikä jää voimaan; luonnoksen muu sisältö säilyy.',
    field: 'Kenttä',
    base: 'Kun aloitit',
    theirs: 'Palvelimella nyt',
    mine: 'Luonnoksesi',
    choose: (label) => `Mikä jää voimaan: ${label}`,
    allMine: 'Pidä kaikki omat',
    allTheirs: 'Pidä kaikki palvelimen',
    goOn: 'Jatka julkaisemista',
    left: (n) => `${n} ${n === 1 ? 'kenttä' : 'kenttää'} valitsematta`,
    stop: 'Lopeta julkaiseminen',
  },

  job: {
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
    sending: (percent, speed) =>
      speed === null ? `Lähetetään ${percent}` : `Lähetetään ${percent}, ${speed}`,
    sendingFields: 'Lähetetään',
    answering: 'Palvelin käsittelee',
    verifying: 'Luetaan takaisin, mitä palvelimella on',
    unknown: 'Yhteys katkesi; luetaan, mitä palvelimella on',
    lookingAgain: (what, time) => `${what}: uusi yritys ${time}`,
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
    attempts: (n) => `${n}. yritys`,
    enterKey: 'Anna avain…',
    pause: 'Tauko',
    resume: 'Jatka',
    pausedText: 'Pysyy jonossa, kunnes jatkat.',
    cancel: 'Peruuta',
    cancelOf: (version) => `Peruuta julkaisun ${version} julkaiseminen`,
    retry: 'Yritä uudelleen',
    dismiss: 'Piilota',
    show: 'Näytä',
    putBack: 'Palauta vanha tiedosto',
    lostInVault: (name) =>
      `Hylätty päivitys vei julkaisun tiedoston ${name}. Sovelluksella on kopio, ja se voi palauttaa sen.`,
    lost: (name) =>
      `Hylätty päivitys vei julkaisun tiedoston ${name}. Sovelluksella ei ole kopiota: lähetä tiedosto uudelleen.`,
    merged: 'Otettu palvelimelta',
    progress: (version) => `Julkaistaan ${version}`,
    fieldsOnly: 'vain kentät',
  },

  strip: {
    more: (n) => `ja ${n} muuta`,
    batch: (name, words) => `${name}: ${words}`,
    pauseBatch: (name) => `Pysäytä ”${name}”`,
    resumeBatch: (name) => `Jatka: ”${name}”`,
  },

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

  settings: {
    title: 'Asetukset',
    teams: 'Tiimit',
    add: 'Lisää tiimi',
    edit: 'Muokkaa',
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
    removeText: (drafts) =>
      drafts === 0
        ? 'Sen API-avain poistetaan avainnipusta ja palvelimelta luetut tiedot tältä tietokoneelta. Palvelimella ei muutu mikään.'
        : `Sen API-avain poistetaan avainnipusta, ja ${drafts} ${drafts === 1 ? 'julkaisematon luonnos' : 'julkaisematonta luonnosta'} ja palvelimelta luetut tiedot poistetaan tältä tietokoneelta. Tätä ei voi perua. Palvelimella ei muutu mikään.`,
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
  },

  background: backgroundTexts,

  links: linkTexts,

  vault: vaultTexts,

  updates: updateTexts,

  commands: {
    labels: commandLabels,
    openFirst: 'Avaa ensin julkaisu ja valitse sitten sen tiedosto.',
    noDraft: 'Luonnosta ei ole: mitään ei ole muutettu.',
    draftSaved: 'Luonnos on tallessa. Jokainen muutos tallentuu heti.',
    reading: 'Luetaan uudelleen.',
  },

  split: 'Luettelon leveys',
};
