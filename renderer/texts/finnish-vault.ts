import type { Texts } from './texts.ts';

const files = (n: number, shown: string) => `${shown} ${n === 1 ? 'tiedosto' : 'tiedostoa'}`;

/** What the window says of the app's own copies of files, in Finnish. */
export const vaultTexts: Texts['vault'] = {
  title: 'Tiedostojen kopiot',
  intro:
    'Sovellus säilyttää kopion jokaisesta vastaanottamastaan tiedostosta. Luonnosten ja jonon tiedostot säilyvät aina. Aiemmin lähetetyistä säilyvät uusimmat, jotta palvelimelta kadonnut tiedosto voidaan palauttaa.',
  gigabytes: (n) => `${n}\u00a0Gt`,
  needed: 'Luonnokset ja jono',
  neededSize: (size) => `${size}, säilyvät aina`,
  past: 'Aiemmin lähetetyt',
  pastSize: (size, limit) => `${size}, enintään ${limit}`,
  share: 'Aiemmin lähetettyjen tiedostojen viemä tila',
  limit: 'Säilytä enintään (Gt)',
  limitHint: 'Vain aiemmin lähetetyt tiedostot lasketaan; arvolla 0 ei säilytetä yhtään.',
  files: (n, shown, size) => `${files(n, shown)} (${size})`,
  question: (limit, which) =>
    `Rajalla ${limit} kopioista poistuu ${which}, vanhimmat ensin. Niitä ei voisi enää palauttaa täältä; palvelimella oleva ei muutu.`,
  letThemGo: 'Poista kopiot',
  keepLimit: (limit) => `Pidä ${limit}`,
  limitSet: (limit) => `Aiemmin lähetettyjä tiedostoja säilytetään enintään ${limit}.`,
  letGo: (n, shown) => `Viime aikoina poistetut kopiot: ${files(n, shown)}`,
  letGoOf: (version, size) => `${version}, ${size}`,
  reading: 'Luetaan…',
  copy: 'Lähetetyn tiedoston kopio',
  copyKept: 'Tallessa',
  copyLetGo: (when) => `Poistettu tilarajan vuoksi (${when})`,
  copyGone: 'Ei enää siellä, missä sovellus sitä säilytti',
  restoresCopy: (name) => `Tekee luonnoksen, joka palauttaa kentät ja tiedoston ${name}.`,
  restoresFields: 'Tekee luonnoksen, joka palauttaa kentät; tiedostoon ei kosketa.',
  restoresRemoval: 'Tekee luonnoksen, joka palauttaa kentät ja poistaa lisätyn tiedoston.',
  restoresNoCopy: (name) =>
    `Palauttaa vain kentät: sovelluksella ei ole kopiota aiemmasta tiedostosta ${name}.`,
  restoresLetGo: (name, when) =>
    `Palauttaa vain kentät: aiemman tiedoston ${name} kopio poistettiin tilarajan vuoksi (${when}).`,
};
