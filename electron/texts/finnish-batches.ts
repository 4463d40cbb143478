import type { Words } from './words.ts';

const shared = 'Palvelin säilyttää kullekin versiolle ja päätteelle yhden tiedoston haarasta riippumatta:';
const of = (branch: string | null) => (branch === null ? 'tuotteen' : `haaran ${branch}`);

/** What only the order of a batch brings with it, in Finnish. */
export const batchTexts: Words['batches'] = {
  named: (number, version) => `${number} (${version})`,
  versionTwice: (named, version) =>
    `Numero ${named} ottaa version ${version} ennen tätä, ja palvelin hylkää toisen (409).`,
  versionExchange: (named, version) =>
    `Tämä tarvitsee numeron ${named} version ${version}, joka lopulta odottaa tämän versiota: kumpikaan ei voi lähteä ensin. Anna jommallekummalle kolmas versio aiemmassa erässä.`,
  versionNotFreed: (named, version) =>
    `Numeron ${named} pitäisi luopua versiosta ${version} ennen tätä, mutta sitä itseään ei julkaista: palvelin hylkäisi tämänkin (409).`,
  versionFreedLater: (named, version) =>
    `Numero ${named} luopuu versiosta ${version} vasta, kun tämä on jo tarvinnut sitä: palvelin hylkäisi tämän (409), ja lähetyspaikka menisi hukkaan.`,
  licensesBeforeLatest: (named) =>
    `Tämä on vuorollaan vielä uusin, ja palvelin hylkää siltä lisenssit (400): numero ${named} ottaa ”uusin”-merkinnän vasta sen jälkeen.`,
  latestGap: (named, branch) =>
    `Tästä numeroon ${named} asti ${branch === null ? 'tuotteella' : `haaralla ${branch}`} ei ole uusinta julkaisua: sitä sillä välin pyytävä ei saa mitään.`,
  latestLostBeforeMove: (named, branch) =>
    `Numero ${named} vie siltä ”uusin”-merkinnän ennen siirtoa, joten se ei ole enää uusin, kun siitä tulee ${of(branch)} julkaisu.`,
  latestInVain: (named) => `Tämä on uusin vain numeroon ${named} asti, joka on sen jälkeen uusin.`,
  latestGoesBack: (named, branch) => `Tämä jää ${of(branch)} uusimmaksi, vaikka numero ${named} on uudempi.`,
  fileDeleted: (named) => `${shared} tämä poistaa numeron ${named} tiedoston.`,
  fileOverwritten: (named) => `${shared} tämä korvaa numeron ${named} tiedoston.`,
  keptFileOverwritten: (named) =>
    `Numeron ${named} tiedosto jää vanhan version nimelle, ja tämä korvaa sen. Anna numerolle ${named} tiedosto uudelleen, niin molemmilla on omansa.`,
  goesBefore: (earlier, later, because) => `Numero ${earlier} lähtee ennen numeroa ${later}, ${because}.`,
  because: {
    'same-release': 'joka muuttaa samaa julkaisua edelleen',
    'frees-version': 'joka ottaa siltä vapautuvan version',
    'passes-latest-on': 'joka saa lisenssit eikä saa silloin enää olla uusin',
    'moves-while-latest': 'joka veisi siltä ”uusin”-merkinnän ennen siirtoa',
    'deletes-object': 'jonka tiedosto ottaa siltä vapautuvan nimen',
    'newest-is-latest': 'joka on uusin versio ja jää uusimmaksi',
    'leaves-no-gap': 'joka luopuu ”uusin”-merkinnästä: näin uusin julkaisu on koko ajan olemassa',
  },
  endDifferently: 'Näiden luonnosten välissä oleva riippuu jommastakummasta: yhtenä ne päätyisivät toisin.',
};
