import type { Words } from './words.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Server, network and keys, in Finnish. */
export const serverTexts: Words['server'] = {
  url: {
    none: {
      message: 'Palvelimen osoite puuttuu.',
      remedy: 'Kirjoita se, esimerkiksi https://app.lukittu.com.',
    },
    tooLong: (n, most) => ({
      message: `Palvelimen osoitteessa on ${n} merkkiä; siinä saa olla enintään ${most}.`,
      remedy: 'Kirjoita pelkkä osoite, esimerkiksi https://app.lukittu.com.',
    }),
    noAddress: {
      message: 'Palvelimen osoite ei ole verkko-osoite.',
      remedy: 'Kirjoita se niin kuin selain sen näyttää, esimerkiksi https://app.lukittu.com.',
    },
    otherScheme: (scheme) => ({
      message: `Palvelimen osoitteen alussa on ”${scheme}//”, joka ei ole verkko-osoite.`,
      remedy: 'Aloita se merkinnällä https://.',
    }),
    plainHttp: {
      message: 'Palvelimen osoitteen alussa on http://, jolloin API-avain lähtisi salaamattomana.',
      remedy: 'Aloita se merkinnällä https://. http:// on vain tällä tietokoneella toimiville palvelimille.',
    },
    withUser: {
      message: 'Palvelimen osoitteessa on käyttäjätunnus tai salasana.',
      remedy: 'Poista kaikki @-merkkiin asti. API-avaimella on oma kenttänsä.',
    },
    withMore: {
      message: 'Palvelimen osoitteessa on muutakin kuin osoite.',
      remedy: 'Poista kaikki merkistä ”?” tai ”#” alkaen.',
    },
  },
  key: {
    none: { message: 'API-avain puuttuu.', remedy: 'Kopioi se tiimin hallintasivulta ja liitä tähän.' },
    tooLong: (n, most) => ({
      message: `API-avaimessa on ${n} merkkiä; avaimessa on enintään ${most}.`,
      remedy: 'Kopioi tiimin hallintasivulta pelkkä avain ilman sen ympärillä olevaa tekstiä.',
    }),
    oddCharacters: {
      message: 'API-avaimessa on merkkejä, joita avaimissa ei ole.',
      remedy:
        'Kopioi se uudelleen hallintasivulta: pisteet avaimen paikalla tai vain samannäköinen kirjain eivät kelpaa.',
    },
    removed: {
      spaceAround: 'Avaimen ympäriltä poistettiin tyhjät merkit.',
      quotes: 'Avaimen ympäriltä poistettiin lainausmerkit.',
      authorization: 'Avaimen edestä poistettiin ”Authorization:”.',
      bearer: 'Avaimen edestä poistettiin ”Bearer ”.',
      spaceInside: 'Avaimen sisältä poistettiin välilyönnit ja rivinvaihdot.',
    },
    session: (trouble) =>
      `Avain säilyy, kunnes sovellus suljetaan, ja on sitten kirjoitettava uudelleen. ${trouble}`.trim(),
    noKeyring: 'Tässä järjestelmässä ei ole avainnippua.',
    silentKeyring: 'Tässä järjestelmässä ei ole avainnippua, joka vastaisi.',
    noLibrary: 'Kirjasto, jolla järjestelmän avainnippua käytetään, puuttuu tai ei sovi.',
    maybeLocked: 'se voi olla lukittu',
  },
  team: {
    notAnId:
      'Tiimin tunnus on UUID, esimerkiksi 961d2bcb-2ecb-4b18-a63f-1f40e13b2a11. Se näkyy hallintasivulla.',
    twin: (name) => `Tämä tiimi on jo yhdistetty nimellä ”${name}”.`,
    needsKey: 'Kirjoita tiimin API-avain.',
    draftsOfAnother: 'Tässä on toisen tiimin luonnoksia. Lisää tämä tiimi uutena.',
    serverChanged:
      'Palvelin on vaihtunut: kirjoita API-avain uudelleen. Tallennettu avain kuuluu toiselle palvelimelle.',
    gone: { message: 'Tätä tiimiä ei enää ole.' },
    publishing: { message: 'Tämän tiimin julkaisua julkaistaan juuri.' },
    publishingStill: {
      message: 'Tämän tiimin julkaisua julkaistaan juuri.',
      remedy: 'Odota sen valmistumista tai peruuta se ensin.',
    },
    found: (products, licenses) =>
      `Löytyi ${counted(products, 'tuote', 'tuotetta')} ja ${counted(licenses, 'lisenssi', 'lisenssiä')}.`,
    demo: 'Demotiimi',
    moreCustomers: (n) => `ja ${n} muuta`,
  },
  certificate: {
    expired: 'sen varmenne on vanhentunut',
    notYetValid: 'sen varmenne ei ole vielä voimassa',
    revoked: 'sen varmenne on peruttu',
    selfSigned: 'sen varmenne on itse allekirjoitettu',
    untrusted: 'sen varmenteen on myöntänyt taho, johon tämä tietokone ei luota',
    unknownIssuer: 'sen varmenteen myöntäjää ei tunneta',
    otherAddress: 'sen varmenne on toiselle osoitteelle',
    notVerifiable: 'sen varmennetta ei voi tarkistaa',
  },
  why: {
    noHttp: 'se ei puhu HTTP:tä',
    redirects: 'se ohjaa toiseen osoitteeseen',
    valueMissing: 'arvo puuttuu',
    webPage: 'se vastasi verkkosivulla',
    noJson: 'sen vastaus ei ole JSON-muotoa',
    limit: (largest) => `sen raja on ${largest}`,
    endlessList: 'sen luettelo ei lopu',
    noTls: 'se ei puhu TLS:ää niin kuin tämä sovellus',
    updatePlace: 'paikka, josta uutta versiota etsitään, ei vastaa niin kuin pitäisi',
    updateAltered: 'ladattu ei ollut se, mitä julkaistiin, joten se hylättiin',
    updateLost: 'yhteys katkesi',
  },
  remedies: {
    clock:
      'Tarkista tämän tietokoneen päivä ja kello. Jos ne ovat oikein, ota yhteyttä palvelimen ylläpitäjään. Avainta ei lähetetty.',
    httpsAddress: 'Tarkista palvelimen osoite ja portti: onko se https-osoite?',
    updateOffline: 'Yhdistä verkkoon ja etsi päivityksiä sitten uudelleen.',
  },
  name: {
    none: { message: 'Tiedostolla ei ole nimeä.', remedy: 'Nimeä se uudelleen ja pudota se uudestaan.' },
    unsendable: {
      message: 'Tiedoston nimessä on merkkejä, joita ei voi lähettää.',
      remedy: 'Nimeä tiedosto kirjaimin, numeroin, pistein ja viivoin, ja pudota se uudestaan.',
    },
  },
};
