import type { Words } from './words.ts';

/** What each kind of failure says, in Finnish. `{server}` follows the word for the server and may be empty. */
export const failureTexts: Words['failures'] = {
  server: (host) => (host === null ? '' : ` ${host}`),
  reason: (why) => (why === null ? '.' : `: ${why}.`),
  lost: (isLost) => (isLost ? ', ja se on poistanut siellä olleen tiedoston.' : '.'),
  kinds: {
    // Before the server was reached.
    offline: {
      message: 'Tämä tietokone ei ole yhteydessä verkkoon.',
      remedy: 'Yhdistä verkkoon. Siihen asti työskentelet palvelimelta viimeksi luetuilla tiedoilla.',
    },
    'name-not-found': {
      message: 'Palvelimen{server} osoitetta ei löytynyt.',
      remedy: 'Tarkista palvelimen osoite kirjoitusvirheiden varalta ja verkkoyhteys.',
    },
    'connection-refused': {
      message: 'Palvelin{server} ei ota yhteyksiä vastaan.',
      remedy: 'Tarkista palvelimen osoite ja portti, tai odota, kunnes palvelin on taas käynnissä.',
    },
    tls: {
      message: 'Yhteys palvelimeen{server} ei ole turvallinen{reason}',
      remedy: 'Pyydä palvelimen ylläpitäjää uusimaan tai asentamaan sen varmenne. Avainta ei lähetetty.',
    },
    'connect-timeout': {
      message: 'Yhteyttä palvelimeen{server} ei saatu ajoissa.',
      remedy: 'Tarkista verkkoyhteys, VPN tai palomuuri ja palvelimen osoite, ja yritä sitten uudelleen.',
    },

    // While talking to it.
    'send-timeout': {
      message: 'Lähetys pysähtyi: palvelin{server} lakkasi ottamasta vastaan.',
      remedy: 'Mikään ei muuttunut. Tarkista verkkoyhteys ja yritä uudelleen.',
    },
    'answer-timeout': {
      message: 'Palvelin{server} ei vastannut ajoissa.',
      remedy: 'Lue julkaisu uudelleen, niin näet, tehtiinkö muutos.',
      untouched: 'Yritä uudelleen muutaman minuutin päästä: palvelin voi olla kiireinen.',
    },
    'body-timeout': {
      message: 'Palvelimen{server} vastaus jäi kesken.',
      remedy: 'Lue julkaisu uudelleen, niin näet, tehtiinkö muutos.',
      untouched: 'Tarkista verkkoyhteys ja yritä uudelleen.',
    },
    'connection-lost': {
      message: 'Yhteys palvelimeen{server} katkesi.',
      remedy: 'Lue julkaisu uudelleen, niin näet, tehtiinkö muutos.',
      untouched: 'Mikään ei muuttunut. Tarkista verkkoyhteys ja yritä uudelleen.',
    },
    'app-ended': {
      message: 'Sovellus sulkeutui, kun julkaisua lähetettiin.',
      remedy: 'Julkaisu luetaan, jotta nähdään, tehtiinkö muutos.',
      untouched: 'Mikään ei muuttunut. Aloita uudelleen, kun haluat.',
    },
    cancelled: {
      message: 'Pyyntö peruutettiin.',
      remedy: 'Se oli jo lähtenyt: lue julkaisu uudelleen, niin näet, tehtiinkö muutos.',
      untouched: 'Mikään ei muuttunut. Aloita uudelleen, kun haluat.',
    },

    // Answers that are not Lukittu's.
    'not-lukittu': {
      message: 'Tämä ei näytä Lukittu-palvelimelta: palvelin{server} ei vastannut sellaisen tavoin{reason}',
      remedy: 'Tarkista palvelimen osoite: se on hallintasivun osoite, esimerkiksi https://app.lukittu.com.',
    },
    'unreadable-answer': {
      message: 'Palvelimen{server} vastausta ei voitu lukea: se on vioittunut tai vajaa.',
      remedy: 'Yritä uudelleen. Jos sama toistuu, ota yhteyttä palvelimen ylläpitäjään.',
    },
    'unexpected-answer': {
      message: 'Sovellus ei ymmärrä palvelimen{server} vastausta{reason}',
      remedy: 'Tarkista palvelimen osoite ja se, onko sovelluksesta uudempaa versiota.',
    },
    'answer-too-large': {
      message: 'Palvelimen{server} vastaus on suurempi kuin sovellus hyväksyy{reason}',
      remedy: 'Tarkista palvelimen osoite. Jos se on oikein, ota yhteyttä palvelimen ylläpitäjään.',
    },

    // Lukittu's own answers.
    'invalid-key': {
      message: 'Palvelin ei hyväksy tämän tiimin API-avainta.',
      remedy: 'Tarkista avain ja tiimin tunnus. Palvelin vastaa samoin myös, kun sen tietokanta ei toimi.',
    },
    forbidden: {
      message: 'Palvelin ei salli tätä.',
      remedy: 'Tarkista Lukittu-palvelun hallintasivulta, mitä API-avain ja tiimin tilaus sallivat.',
    },
    'release-limit': {
      message: 'Tuotteella on niin monta julkaisua kuin tiimin tilaus sallii.',
      remedy: 'Poista julkaisu hallintasivulla tai vaihda tilausta, ja yritä sitten uudelleen.',
    },
    'invalid-team': {
      message: 'Tiimin tunnus ei ole kelvollinen.',
      remedy: 'Kopioi tiimin tunnus hallintasivulta tiimin asetuksiin.',
    },
    'invalid-release-id': {
      message: 'Julkaisun tunnus ei ole kelvollinen.',
      remedy: 'Lue tuotteen julkaisut uudelleen ja avaa julkaisu luettelosta.',
    },
    'invalid-product-id': {
      message: 'Tuotteen tunnus puuttuu tai ei ole kelvollinen.',
      remedy: 'Kopioi tuotteen tunnus hallintasivulta.',
    },
    'invalid-form': {
      message: 'Palvelin ei saanut lähetyksestä selvää.',
      remedy:
        'Yritä uudelleen. Jos sama toistuu, jokin tämän tietokoneen ja palvelimen välillä muuttaa lähetettyä.',
    },
    'invalid-fields': {
      message: 'Palvelin hylkäsi osan kentistä.',
      remedy: 'Korjaa sen nimeämät kentät ja julkaise uudelleen.',
    },
    'file-too-large': {
      message: 'Tiedosto on suurempi kuin palvelin hyväksyy{reason}',
      remedy: 'Pienennä tiedostoa, tai aseta tiimin tiedostoraja sellaiseksi kuin palvelin sanoo.',
    },
    'uploads-need-plan': {
      message: 'Tiimi tarvitsee maksullisen tilauksen tiedostojen lähettämiseen.',
      remedy: 'Julkaise ilman tiedostoa tai vaihda tilausta hallintasivulla.',
    },
    'licenses-with-latest': {
      message: 'Lisensseihin rajattu julkaisu ei voi olla uusin.',
      remedy: 'Poista lisenssit tai ota ”uusin”-merkintä pois.',
    },
    'storage-full': {
      message: 'Palvelimella ei ole enää tilaa tämän tiimin tiedostoille{lost}',
      remedy: 'Tee tilaa hallintasivulla ja julkaise sitten uudelleen, jotta julkaisu saa tiedostonsa.',
    },
    'file-without-extension': {
      message: 'Palvelin hylkää tiedoston, jolla ei ole päätettä{lost}',
      remedy: 'Anna tiedostolle nimi, jossa on pääte, ja julkaise uudelleen.',
    },
    'jar-without-main': {
      message: 'Palvelin ei löytänyt jarista plugin.yml-tiedostoa, jossa olisi ”main”{lost}',
      remedy: 'Valitse jar, jonka plugin.yml nimeää pääluokan, ja julkaise uudelleen.',
    },
    'bad-request': {
      message: 'Palvelin hylkäsi pyynnön.',
      remedy: 'Lue alta, mitä palvelin sanoo, korjaa se ja yritä uudelleen.',
    },
    'product-not-found': {
      message: 'Palvelin ei tunne tuotetta.',
      remedy: 'Se on ehkä poistettu tai kuuluu toiselle tiimille: tarkista hallintasivulta.',
    },
    'release-not-found': {
      message: 'Palvelin ei tunne julkaisua.',
      remedy: 'Se on ehkä poistettu: lue julkaisut uudelleen, tai julkaise se uutena julkaisuna.',
    },
    'branch-not-found': {
      message: 'Tuotteella ei ole tällaista haaraa.',
      remedy: 'Valitse toinen haara. Tämä on ehkä poistettu tai kuuluu toiselle tuotteelle.',
    },
    'license-not-found': {
      message: 'Palvelin ei tunne kaikkia lisenssejä.',
      remedy: 'Lue lisenssit uudelleen ja poista ne, joita ei enää ole.',
    },
    'not-found': {
      message: 'Palvelin ei tunne sitä, mitä kysyttiin.',
      remedy: 'Lue julkaisut uudelleen: jotakin on ehkä poistettu.',
    },
    'version-taken': {
      message: 'Tuotteella ja haaralla on jo julkaisu, jolla on tämä versio.',
      remedy: 'Valitse toinen versio tai haara, tai muokkaa julkaisua, jolla se on.',
    },
    conflict: {
      message: 'Muutos ei sovi siihen, mitä palvelimella nyt on.',
      remedy: 'Lue julkaisu uudelleen ja päätä sitten.',
    },
    'rate-limited': {
      message: 'Palvelin ei ota juuri nyt enempää muutoksia tästä osoitteesta.',
      remedy: 'Sovellus odottaa viisi minuuttia hiljaa. Muut tässä verkossa käyttävät samaa rajaa.',
    },
    'server-error': {
      message: 'Palvelimella meni jokin vikaan, eikä se kerro mikä.',
      remedy: 'Lue julkaisu uudelleen ja katso, tehtiinkö muutos, ennen kuin yrität uudelleen.',
      untouched: 'Yritä uudelleen muutaman minuutin päästä. Jos sama toistuu, ota yhteyttä ylläpitäjään.',
    },

    // This machine.
    'no-key': {
      message: 'Tälle tiimille ei ole API-avainta.',
      remedy: 'Kirjoita avain uudelleen tiimin asetuksiin.',
    },
    keyring: {
      message: 'Järjestelmän avainnippu ei vastaa{reason}',
      remedy: 'Avaa avainnipun lukitus ja yritä uudelleen.',
    },
    'file-unreadable': {
      message: 'Tiedostoa ei voi lukea.',
      remedy: 'Tarkista, että se on yhä paikallaan ja että sinulla on lupa lukea se.',
    },
    'file-rejected': {
      message: 'Tiedosto ei kelpaa julkaisun tiedostoksi.',
      remedy: 'Valitse toinen tiedosto.',
    },
    'artifact-missing': {
      message: 'Sovelluksen kopio tiedostosta on kadonnut.',
      remedy: 'Pudota tiedosto julkaisuun uudelleen.',
    },
    'artifact-changed': {
      message: 'Tiedosto ei ole se, joka tarkistettiin: se muuttui lähetyksen aikana.',
      remedy: 'Palvelimella ei muuttunut mikään. Pudota tiedosto julkaisuun uudelleen.',
    },
    'disk-full': {
      message: 'Levy on täynnä.',
      remedy: 'Tee tilaa ja yritä sitten uudelleen.',
    },
    'no-access': {
      message: 'Järjestelmä ei antanut sovelluksen lukea tai kirjoittaa tiedostoa, jota se tarvitsee.',
      remedy: 'Tarkista, että sovelluksen tietokansio on sinun ja että siihen voi kirjoittaa.',
    },
    'store-damaged': {
      message: 'Sovelluksen tietokanta on vioittunut.',
      remedy:
        'Käynnistä sovellus uudelleen: se siirtää vioittuneen tiedoston syrjään ja ottaa uusimman ehjän varmuuskopion.',
    },
    'not-verified': {
      message: 'Palvelin otti muutoksen vastaan, mutta siellä ei nyt ole se, mitä lähetettiin{reason}',
      remedy: 'Vertaa julkaisua luonnokseen ja julkaise uudelleen, tai pidä se, mitä siellä on.',
    },
    'invalid-input': {
      message: 'Jokin kirjoitettu ei kelpaa.',
      remedy: 'Korjaa se ja yritä uudelleen.',
    },
    'not-known': {
      message: 'Sovellus ei enää tunne tätä.',
      remedy: 'Palaa luetteloon: se on ehkä poistettu sillä välin.',
    },
    busy: {
      message: 'Tämän parissa on jo jotakin kesken.',
      remedy: 'Odota, että se valmistuu, ja yritä sitten uudelleen.',
    },
    'update-failed': {
      message: 'Sovelluksen uudesta versiosta ei saatu tietoa, tai sen lataus ei onnistunut{reason}',
      remedy: 'Yritä myöhemmin uudelleen. Tämä versio toimii edelleen.',
    },
    internal: {
      message: 'Tapahtui jotakin, mitä sovellus ei osannut ennakoida.',
      remedy: 'Yritä uudelleen. Jos sama toistuu, käynnistä sovellus uudelleen. Luonnokset ovat tallessa.',
    },
  },
};
