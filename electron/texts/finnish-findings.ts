import type { Words } from './words.ts';

/** What preflight has to say of a draft, in Finnish. */
export const findingTexts: Words['findings'] = {
  tooLate: (oldName) =>
    oldName === null
      ? 'Palvelin hylkäisi sen.'
      : `Palvelin hylkäisi sen vasta poistettuaan tiedoston ${oldName}.`,
  file: {
    missingCopy: (name) =>
      `Sovelluksen kopio tiedostosta ${name} on kadonnut tai muuttunut. Pudota tiedosto uudelleen.`,
    keepOld: 'Pidä vanha tiedosto',
    keep: 'Pidä tiedosto',
    otherExtension: (old, next) =>
      `Palvelimella olevan tiedoston pääte on .${old}, uuden .${next}: sen lataaja ei ehkä odota tätä.`,
    noExtension: (name, tooLate) =>
      `Nimessä ${name} ei ole päätettä, jonka palvelin vaatii. ${tooLate} Nimeä tiedosto uudelleen ja pudota se uudestaan.`,
    empty: (name) => `${name} on tyhjä. Palvelin ottaa sen silti vastaan.`,
    tooLarge: (file, limit) =>
      `${file}: raja on ${limit}. Jos palvelimesi ottaa vastaan enemmän, muuta raja tiimin asetuksista.`,
    otherVersion: (name, says, version) =>
      `Tiedoston ${name} plugin.yml sanoo versioksi ${says}, julkaisu ${version}.`,
    notInspected: (name) =>
      `Palvelin ei tutki tiedostoa ${name}, koska sen pääte ei ole pienin kirjaimin .jar: pääluokka jää tuntematta.`,
    unusable: (name, problem, tooLate) => `${name} ei kelpaa: ${problem}. ${tooLate}`,
    changedOnDisk: (name) =>
      `${name} on muuttunut levyllä pudottamisen jälkeen. Silloinen kopio lähetetään, ellet ota uudempaa.`,
    sourceGone: (name) => `${name} ei ole enää siellä, mistä se tuli. Pudotettaessa tehty kopio lähetetään.`,
    nothingToRemove: 'Poistettavaa tiedostoa ei ole.',
    removed: (file, hasCopy) =>
      `${file} poistetaan julkaisusta. ${hasCopy ? 'Sovelluksella on kopio.' : 'Sovelluksella ei ole siitä kopiota.'}`,
    same: (name) => `Palvelimella on jo täsmälleen tämä tiedosto; ${name} lähetetään uudelleen.`,
    atRisk: (file) =>
      `Jos palvelimen työ jää kesken, ${file} katoaa: sovelluksella ei ole kopiota palautettavaksi.`,
    none: 'Julkaisu julkaistaan ilman tiedostoa.',
  },
  branch: {
    none: 'Ei haaraa',
    backTo: (name) => `Takaisin: ${name}`,
    ofOther: (name) => `Haara ${name} kuuluu toiselle tuotteelle, eikä palvelin löytäisi sitä.`,
    unknown:
      'Tässä haarassa ei ole nähty tämän tuotteen julkaisuja: jos haaraa ei ole, palvelin hylkää päivityksen.',
  },
  ids: {
    product: 'Tuotteen tunnus ei ole kelvollinen.',
    release: 'Julkaisun tunnus ei ole kelvollinen.',
    branch: 'Haaran tunnus ei ole kelvollinen.',
    licenses: (n) =>
      n === 1 ? 'Yksi lisenssin tunnus ei ole kelvollinen.' : `${n} lisenssin tunnusta ei ole kelvollisia.`,
    removeMalformed: 'Poista kelvottomat',
    productCapitals: 'Tuotteen tunnuksessa on isoja kirjaimia, eikä palvelin löytäisi tuotetta.',
    branchCapitals: 'Haaran tunnuksessa on isoja kirjaimia, eikä palvelin löytäisi haaraa.',
    licenseCapitals: (n) =>
      `${n === 1 ? 'Lisenssin tunnuksessa' : `${n} lisenssin tunnuksessa`} on isoja kirjaimia: palvelin ei löytäisi lisenssiä.`,
    writeSmall: () => 'Kirjoita pienellä',
  },
  latest: {
    ignored: (status) =>
      `Vain julkaistu julkaisu voi olla uusin: tilassa ${status} palvelin ei välitä merkinnästä.`,
    doNotSet: 'Älä aseta uusimmaksi',
    product: 'tuotteen',
    branch: (name) => `haaran ${name}`,
    lostByStatus: (status, where) =>
      `Vain julkaistu julkaisu voi olla uusin. Tila ${status} jättää ${where} ilman uusinta julkaisua: uusinta pyytävä ei saa mitään.`,
    lostByTaking: (where) =>
      `”Uusin”-merkinnän poistaminen jättää ${where} ilman uusinta julkaisua: uusinta pyytävä ei saa mitään.`,
    lostByMoving: (where) =>
      `Uusimman julkaisun siirtäminen jättää ${where} ilman uusinta julkaisua: uusinta pyytävä ei saa mitään.`,
    leavePublished: 'Pidä julkaistuna',
    leaveLatest: 'Pidä uusimpana',
    leaveThere: 'Pidä siellä, missä se on',
    goesBack: (version, newer) => `${version} tulee uusimmaksi julkaisun ${newer} tilalle, joka on uudempi.`,
    taken: (version) => `${version} ei ole enää uusin julkaisemisen jälkeen.`,
  },
  licenses: {
    tooMany: (n, most) => `Julkaisu on rajattu ${n} lisenssiin; palvelin ottaa vastaan enintään ${most}.`,
    twice: (names) => `Luettelossa useammin kuin kerran: ${names}. Palvelin hylkää sen.`,
    keepOnce: 'Pidä kukin kerran',
    unknown: (n, names) =>
      `${n} ${n === 1 ? 'lisenssi ei ole' : 'lisenssiä ei ole'} viimeksi nähtyjen joukossa: ${names}. Jos se on poistettu, palvelin hylkää päivityksen.`,
    removeUnknown: (n) => (n === 1 ? 'Poista se' : 'Poista ne'),
    removeAll: 'Poista lisenssit',
    withLatest: 'Lisensseihin rajattu julkaisu ei voi olla uusin: palvelin hylkää molemmat yhdessä.',
    onLatest:
      'Tämä on nyt uusin julkaisu, eikä palvelin rajaa sitä lisensseihin samassa päivityksessä, joka vie ”uusin”-merkinnän. Ota merkintä ensin pois ja julkaise sitten uudelleen lisenssien kanssa.',
  },
  metadata: {
    tooMany: (n, most) => `Metatietoja on ${n}; palvelin ottaa vastaan enintään ${most}.`,
    empty: 'Yksi metatieto on tyhjä, eikä palvelin hyväksy sitä.',
    removeEmpty: 'Poista tyhjät',
    noKey: (value) => `Metatiedon arvolla ”${value}” ei ole avainta.`,
    noValue: (key) => `Metatiedolla ”${key}” ei ole arvoa.`,
    longKey: (key, n, most) =>
      `Metatiedon ”${key}” avaimessa on ${n} merkkiä; palvelin ottaa vastaan enintään ${most}.`,
    longValue: (key, n, most) =>
      `Metatiedon ”${key}” arvossa on ${n} merkkiä; palvelin ottaa vastaan enintään ${most}.`,
    unstorableKey: (key, characters) =>
      `Metatiedon ”${key}” avaimessa on ${characters}, jota monet tietokannat eivät voi tallentaa tekstiin: ota se pois.`,
    unstorableValue: (key, characters) =>
      `Metatiedon ”${key}” arvossa on ${characters}, jota monet tietokannat eivät voi tallentaa tekstiin: ota se pois.`,
    removeUnstorable: 'Ota se pois',
    unseenKey: (seen) =>
      `Metatiedon ”${seen}” avaimessa on merkkejä, jotka eivät näy: se näyttää tältä, mutta on toinen.`,
    unseenValue: (key, seen) =>
      `Metatiedon ”${key}” arvossa on merkkejä, jotka eivät näy: se näyttää arvolta ”${seen}”, mutta on toinen.`,
    removeUnseen: 'Poista näkymättömät merkit',
    twice: (key) =>
      `Metatieto ”${key}” on mukana useammin kuin kerran; kukaan ei tiedä, kumman asiakkaat näkevät.`,
    keepLast: 'Pidä viimeinen',
  },
  release: {
    gone: 'Julkaisua ei ollut luettelossa, kun se viimeksi luettiin: se on ehkä poistettu palvelimelta.',
    conflict: (label, theirs) =>
      `${label}: muutettu myös palvelimella, arvoksi ”${theirs}”. Sinulta kysytään, kumpi jää voimaan.`,
    nothingToDo: 'Tämä luonnos ei muuta palvelimella mitään.',
  },
  storage: {
    release: (version) => `Julkaisulla ${version}`,
    releaseIn: (version, branch) => `Haaran ${branch} julkaisulla ${version}`,
    sameObject: (release) =>
      `${release} on sama versio ja pääte: palvelin säilyttää niille yhden tiedoston, joten senkin tiedosto muuttuu.`,
    oldObject: (release) =>
      `${release} oli aiemmin tämä versio, ja sen tiedosto on yhä tallessa sillä nimellä: tämä lähetys korvaa sen.`,
    deletesToo: (release, name) =>
      `${release} on sama tallennettu tiedosto: kun ${name} poistetaan täältä, se poistuu sieltäkin.`,
    underOldName: (version) =>
      `Tiedosto jää talteen vanhan version ${version} nimelle: julkaisu, joka myöhemmin ottaa sen version, korvaa tiedoston. Vältät tämän pudottamalla tiedoston uudelleen.`,
  },
  version: {
    missing: 'Julkaisu tarvitsee version.',
    whiteSpace: 'Versiossa on tyhjiä merkkejä, joita palvelin ei hyväksy.',
    removeWhiteSpace: 'Poista tyhjät merkit',
    unstorable: (characters) =>
      `Versiossa on ${characters}, jota monet tietokannat eivät voi tallentaa tekstiin: ota se pois.`,
    removeUnstorable: 'Ota se pois',
    unseen: (seen) =>
      `Versiossa on merkkejä, jotka eivät näy: se näyttää versiolta ${seen}, mutta on toinen.`,
    removeUnseen: 'Poista näkymättömät merkit',
    tooShort: (least) => `Versiossa on oltava vähintään ${least} merkkiä, esimerkiksi 1.0.`,
    tooLong: (n, most) => `Versiossa on ${n} merkkiä; palvelin ottaa vastaan enintään ${most}.`,
    taken: (version, branch) =>
      `Julkaisu ${version} on jo olemassa ${branch === null ? 'ilman haaraa' : `haarassa ${branch}`}; palvelin hylkää toisen.`,
    newDraft: (file) =>
      `Toinen uusi luonnos, ${file === null ? 'jossa ei ole tiedostoa' : `jossa on ${file}`},`,
    draftOf: (version) => `Julkaisun ${version} luonnos`,
    drafted: (named, version, more) =>
      `${named} ${more === 0 ? '' : `ja ${more} muuta `}on tulossa samaksi versioksi ${version}: palvelin ottaa vain sen, joka julkaistaan ensin.`,
  },
};
