import type { Words } from './words.ts';

/** Why something a person asked for is not done, in Finnish. */
export const refusalTexts: Words['refusals'] = {
  gone: {
    batch: { message: 'Tätä erää ei enää ole.' },
    batchChosen: { message: 'Tätä erää ei enää ole.', remedy: 'Valitse toinen erä tai älä mitään.' },
    batchForGood: { message: 'Tätä erää ei voi palauttaa.' },
    draft: { message: 'Tätä luonnosta ei enää ole.', remedy: 'Avaa julkaisu uudelleen.' },
    job: { message: 'Tämä ei ole enää jonossa.' },
    attempt: { message: 'Tätä historian kohtaa ei enää ole.' },
    release: {
      message: 'Tämä julkaisu ei ole viimeksi palvelimelta luettujen joukossa.',
      remedy: 'Lue luettelo uudelleen ja avaa julkaisu siitä.',
    },
    listChanged: { message: 'Luettelo muuttui, kun sitä luettiin.' },
    draftsChanged: { message: 'Luonnokset muuttuivat, kun niitä luettiin.' },
    files: { message: 'Sovelluksella ei ole enää näitä tiedostoja.', remedy: 'Pudota ne uudelleen.' },
    product: {
      message: 'Sovellus ei tunne tätä tuotetta.',
      remedy: 'Valitse tuote ja pudota tiedostot uudelleen.',
    },
    plan: { message: 'Sovellus ei enää tunne tätä suunnitelmaa.', remedy: 'Avaa sen tiedosto uudelleen.' },
    target: {
      message: 'Julkaisua, jolle se on tarkoitettu, ei enää ole.',
      remedy: 'Valitse toinen tai jätä tiedosto pois.',
    },
    inBatch: {
      message: 'Erän luonnosta ei enää ole, tai se kuuluu toiselle tiimille.',
      remedy: 'Katso luonnokset uudelleen ja valitse ne, jotka tulevat erään.',
    },
    update: { message: 'Käynnistettävää uutta versiota ei ole.', remedy: 'Etsi ensin päivityksiä.' },
  },

  draft: {
    publishing: {
      message: 'Tätä luonnosta julkaistaan juuri.',
      remedy: 'Odota sen valmistumista tai peruuta se jonosta, ja muuta sitten.',
    },
    newer: {
      message: 'Tästä julkaisusta on uudempi luonnos.',
      remedy: 'Julkaise tai hylkää ensin uudempi luonnos.',
    },
    there: (version) => ({
      message: `Julkaisusta ${version} on jo luonnos.`,
      remedy: 'Julkaise tai hylkää ensin se luonnos.',
    }),
    saysOther: {
      message: 'Tästä julkaisusta on jo luonnos, ja siinä on jotakin muuta.',
      remedy: 'Julkaise tai hylkää ensin se luonnos.',
    },
    noSource: {
      message: 'Luonnoksen tiedostolla ei ole paikkaa levyllä, josta sen voisi lukea uudelleen.',
      remedy: 'Pudota tiedosto uudelleen.',
    },
    oneFile: { message: 'Julkaisulla on yksi tiedosto.', remedy: 'Valitse yksi tiedosto.' },
    oneImport: { message: 'Tiedostoja tuodaan yksi kerrallaan.', remedy: 'Valitse yksi tiedosto.' },
  },

  job: {
    inQueue: {
      message: 'Tämä luonnos on jo jonossa.',
      remedy: 'Odota sen valmistumista tai peruuta se ensin jonosta.',
    },
    inDoubt: {
      message: 'Vielä ei tiedetä, miten julkaisun viimeisimmän pyynnön kävi.',
      remedy: 'Yritä ensin sitä uudelleen jonosta: julkaisu luetaan ennen mitään muuta.',
    },
    blocked: {
      message: 'Tätä luonnosta ei voi vielä julkaista.',
      remedy: 'Korjaa muokkaimeen merkityt kohdat.',
    },
    nothing: {
      message: 'Tämä luonnos ei muuta mitään.',
      remedy:
        'Muuta ensin kenttää tai pudota tiedosto: päivitys, joka ei muuta mitään, veisi lähetyspaikan turhaan.',
    },
    noCopy: {
      message: 'Sovelluksella ei ole kopiota tiedostosta, joka julkaisulla oli.',
      remedy: 'Pudota tiedosto julkaisuun uudelleen.',
    },
    onItsWay: { message: 'Tämä on vielä matkalla.', remedy: 'Peruuta se ensin.' },
    unread: {
      message: 'Palvelin otti muutoksen vastaan, mutta julkaisua ei saatu luettua takaisin.',
      remedy: 'Yritä uudelleen: julkaisu luetaan ennen mitään muuta.',
    },
  },

  batch: {
    onItsWay: { message: 'Tämä erä on matkalla.', remedy: 'Peruuta se ensin jonosta.' },
    alreadyOnItsWay: { message: 'Tämä erä on jo matkalla.', remedy: 'Katso jonoa.' },
    draftPublishing: {
      message: 'Erän luonnosta julkaistaan juuri.',
      remedy: 'Odota sen valmistumista tai peruuta se ensin jonosta.',
    },
    nothingJoined: { message: 'Tässä erässä ei ole mitään purettavaa.' },
    joinedChanged: {
      message: 'Yhdistettyä luonnosta on sen jälkeen muutettu, se on julkaistu tai hylätty.',
      remedy: 'Tee muut luonnokset uudelleen, jos niitä tarvitaan.',
    },
    timePassed: {
      message: 'Aika, jolloin erän piti alkaa, on jo mennyt.',
      remedy: 'Valitse myöhempi aika tai julkaise nyt.',
    },
    cannotBePublished: (n) => ({
      message: `${n === 1 ? 'Yhtä erän luonnosta' : `${n} erän luonnosta`} ei voi julkaista, joten mitään ei lähetetty.`,
      remedy: 'Korjaa mainitut, ota ne pois erästä, tai anna erän jatkua ilman niitä.',
    }),
    nothing: {
      message: 'Tässä erässä ei ole mitään julkaistavaa.',
      remedy: 'Lisää luonnoksia, jotka muuttavat jotakin.',
    },
  },

  bulk: {
    notUndone: {
      message: 'Tätä muutosta ei voi enää kumota kokonaan.',
      remedy: 'Hylkää luonnokset tai muuta ne takaisin.',
    },
    outdated: {
      message: 'Jotakin on muuttunut sen jälkeen, kun tämä näytettiin.',
      remedy: 'Katso, mitä nyt tehtäisiin, ja tee se uudelleen.',
    },
    nothing: { message: 'Tämä ei muuta mitään.', remedy: 'Valitse toinen muutos tai muita julkaisuja.' },
  },

  ids: {
    product:
      'Tuotteen tunnus on UUID, esimerkiksi 4dabcfbb-a1b3-4da3-ae90-65df96af311b. Se näkyy hallintasivulla.',
    branch:
      'Haaran tunnus on UUID, esimerkiksi 4dabcfbb-a1b3-4da3-ae90-65df96af311b. Se näkyy hallintasivulla.',
  },

  history: {
    notBefore: {
      message: 'Tätä julkaisua ei ollut ennen: palautettavaa ei ole.',
      remedy: 'Arkistoi julkaisu sen sijaan. Julkaisut poistetaan hallintasivulla.',
    },
    removesSent: 'Tiedostoa ei ollut ennen: luonnos poistaa sen, joka lähetettiin.',
    noCopy: (name) =>
      `Sovelluksella ei ole kopiota aiemmasta tiedostosta ${name}: luonnos palauttaa kentät ja pitää nykyisen tiedoston.`,
  },

  files: {
    atWork: { message: 'Sovelluksella on työ kesken näiden tiedostojen kanssa.' },
    changedSince: (name) => ({
      message: `${name} on muuttunut sen jälkeen, kun se tutkittiin.`,
      remedy: 'Katso, mikä se nyt on, ja tee luonnokset sitten uudelleen.',
    }),
    forged: 'Valinta ei koske mitään näistä tiedostoista.',
    shared: 'Kaksi tiedostoa on menossa samaan julkaisuun.',
    noVersion: { message: 'Uusi julkaisu tarvitsee version.', remedy: 'Kirjoita se.' },
    noBranch: { message: 'Haaraa ei tunneta.', remedy: 'Valitse toinen.' },
    taken: (version, isDraft) => ({
      message: `Tässä haarassa on jo ${isDraft ? 'uuden julkaisun luonnos' : 'julkaisu'} ${version}.`,
      remedy: 'Valitse se tai kirjoita toinen versio.',
    }),
    changedMeanwhile: (version) => ({
      message: `Julkaisun ${version} luonnosta muutettiin samalla hetkellä, joten mitään ei tehty.`,
      remedy: 'Tee luonnokset uudelleen.',
    }),
    publishing: (version) => ({
      message: `Julkaisua ${version} julkaistaan juuri.`,
      remedy: 'Odota sen valmistumista tai jätä tiedosto pois.',
    }),
    begunMeanwhile: {
      message: 'Yhtä luonnoksista alettiin juuri julkaista, joten mitään ei tehty.',
      remedy: 'Odota sen valmistumista ja tee luonnokset sitten uudelleen.',
    },
    notUndone: {
      message: 'Tätä ei voi enää kumota.',
      remedy: 'Hylkää luonnokset, joita et halua.',
    },
    stays: {
      changed: (version) => `${version} on muutettu sen jälkeen, ja jää.`,
      publishing: (version) => `${version} on matkalla.`,
      published: (version) => `${version} on julkaistu sen jälkeen.`,
      discarded: (version) => `${version} on hylätty sen jälkeen.`,
    },
    folder: { message: 'Se on kansio tai laite.' },
    stillChanging: {
      message: 'Se muuttui, kun sitä tutkittiin.',
      remedy: 'Odota, kunnes sen kirjoittaja on valmis, ja pudota se sitten uudelleen.',
    },
    notAFile: { message: 'Vain tiedosto kelpaa julkaisun tiedostoksi: tämä on kansio tai laite.' },
    changedInCopying: {
      message: 'Tiedosto muuttui, kun sitä kopioitiin.',
      remedy: 'Odota, kunnes sen kirjoittaja on valmis, ja pudota se sitten uudelleen.',
    },
    tooLarge: (megabytes) => ({
      message: `Tiedosto on suurempi kuin ${megabytes} Mt, jonka sovellus ottaa vastaan.`,
      remedy: 'Valitse pienempi tiedosto.',
    }),
    altered: { message: 'Sovelluksen kopiota tiedostosta on muutettu.' },
    noLonger: { message: 'Tiedostoa ei enää ole.' },
    unnameable: {
      message: 'Sovellus ei voi avata sitä: sen nimi tai kansion nimi ei ole UTF-8:aa. Nimeä se uudelleen.',
      remedy: 'Pudota se sitten uudestaan.',
    },
    notAllowed: { message: 'Järjestelmä ei anna sinun lukea tiedostoa.' },
  },

  updates: {
    laterLook: {
      message: 'Julkaisuja julkaistaan juuri.',
      remedy: 'Päivityksiä etsitään heti, kun se on valmis.',
    },
    laterRestart: {
      here: {
        message: 'Julkaisuja julkaistaan juuri.',
        remedy:
          'Käynnistä uudelleen, kun se on valmis. Uusi versio tulee käyttöön myös, kun lopetat sovelluksen.',
      },
      elsewhere: {
        message: 'Sovellus julkaisee myös toisaalla tällä koneella, ikkunassa tai ilman.',
        remedy: 'Käynnistä uudelleen, kun se on valmis. Jos lopetat ennen sitä, uusi versio jää odottamaan.',
      },
    },
    putInPlace: {
      message: 'Sovelluksen uutta versiota otetaan juuri käyttöön.',
      remedy: 'Yritä uudelleen minuutin kuluttua.',
    },
  },

  folderInUse: {
    message: 'Sovelluksen tietokansio on käytössä: sovellus on auki tai julkaisee ilman ikkunaa.',
    remedy: 'Sulje se tai odota, kunnes se on valmis, ja yritä sitten uudelleen.',
  },
  databaseNewer: {
    message: 'Sovelluksen tietokannan on kirjoittanut tämän sovelluksen uudempi versio.',
    remedy: 'Asenna uusin versio tai käynnistä tämä toisella tietokansiolla.',
  },
};
