import type { Texts } from './texts.ts';

/** What connecting a team asks and says, in Finnish. */
export const connectTexts: Texts['connect'] = {
  sentence:
    'Valmistele, tarkista ja julkaise Lukittu‑lisensoitujen ohjelmiesi julkaisut, myös ilman verkkoa.',
  title: 'Yhdistä tiimisi',
  addTitle: 'Lisää tiimi',
  editTitle: (name) => `Muokkaa: ${name}`,
  intro: 'Tiimin tunnus ja API-avain löytyvät Lukittu-palvelusta tiimin asetuksista.',
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
  maxFileHint: 'Lukittu-palvelun oma palvelin ottaa vastaan 10 Mt. Itse ylläpidetty voi ottaa enemmän.',
  limited: 'Palvelin rajoittaa päivityksiä',
  limitedHint:
    'Lukittu-palvelun oma palvelin ottaa vastaan 5 päivitystä ja 5 uutta julkaisua 300 sekunnissa.',
  limitCount: 'Pyyntöjä',
  limitSeconds: 'Sekunneissa',
  connect: 'Yhdistä',
  save: 'Tallenna',
  testing: 'Kysytään palvelimelta…',
  stopped: 'Pysäytetty. Mitään ei tallennettu.',
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
    'Kokonainen tiimi pienellä palvelimella sovelluksen sisällä: tuotteita, julkaisuja, lisenssejä. Mikään ei lähde tästä tietokoneesta, ja siellä tehty, myös luonnokset, säilyy, kunnes lopetat sovelluksen.',
  demoPoints: [
    'Muokkaa ja julkaise kuten omassa tiimissäsi',
    'Katso, miltä hylätty tiedosto näyttää',
    'Tiliä tai avainta ei tarvita',
  ],
  demo: 'Tutustu demotiimiin',
  demoStarting: 'Käynnistetään demotiimiä…',
};
