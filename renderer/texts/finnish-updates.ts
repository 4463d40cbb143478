import type { Texts } from './texts.ts';

const app = (version: string) => `Lukittu Release Manager ${version}`;

/** New versions of the app, in Finnish. */
export const updateTexts: Texts['updates'] = {
  region: 'Sovelluksen uusi versio',
  look: 'Etsi päivityksiä…',
  looking: 'Etsitään päivityksiä…',
  newest: (version) => `${app(version)} on uusin versio.`,
  off: {
    development: 'Tätä kopiota ei ole asennettu, joten sitä ei päivitetä.',
    'package-manager': 'Tämän kopion päivittää paketinhallinta, tai pura uudempi paketti.',
    portable: 'Mukana kulkevaa sovellusta ei päivitetä: hae uusi versio sieltä, mistä sait tämän.',
    'no-source': 'Tälle kopiolle ei ole annettu paikkaa, josta etsiä päivityksiä.',
  },
  notFound: 'Ei saatu selville, onko uudempaa versiota.',
  found: (version) => `${app(version)} on julkaistu.`,
  fetch: 'Lataa',
  fetchOf: (size) => `Lataa (${size})`,
  waiting: (version) => `${app(version)} ladataan heti, kun mitään ei enää julkaista.`,
  fetching: (version) => `Ladataan: ${app(version)}`,
  progress: (done, all) => `${done} / ${all}`,
  ready: (version) => `${app(version)} on valmis.`,
  takesOver: 'Se asennetaan, kun lopetat sovelluksen.',
  restartLater: {
    here: 'Voit käynnistää uudelleen, kun mitään ei enää julkaista.',
    elsewhere:
      'Sovellus julkaisee myös toisaalla tällä koneella: voit käynnistää uudelleen, kun se on valmis.',
  },
  putOff: 'Jos lopetat ennen sitä, uusi versio jää odottamaan.',
  restart: 'Päivitä käynnistämällä uudelleen',
  failed: (version) => `${app(version)}: lataus ei onnistunut.`,
  notes: 'Mitä uutta',
  hideNotes: 'Piilota uutuudet',
  noNotes: 'Uutuuksista ei kerrota mitään.',
  later: 'Myöhemmin',
};
