import type { Words } from './words.ts';

/** What speaks for and against a file being for a release, in Finnish. */
export const matchingTexts: Words['matching'] = {
  differs: (says, version) => `Siinä sanotaan ${says}, julkaisu on ${version}.`,
  maybeNoVersion: (text) => `Nimessä oleva ${text} voi olla muutakin kuin versio.`,
  draftRenames: (from, to) => `Julkaisun ${from} luonnos tekee siitä version ${to}.`,
  notOfVersion: (mark, version) => `Nimessä oleva ”${mark}” ei kuulu versioon ${version}.`,
  unexplained: (text) => `Sovellus ei tiedä, mitä nimessä oleva ”${text}” tarkoittaa.`,
  pluginSays: (text) => `Tiedoston plugin.yml sanoo ${text}.`,
  nameSays: (text) => `Nimessä on ${text}.`,
  bothSay: (text) => `Nimessä ja plugin.yml-tiedostossa on ${text}.`,
  pluginNearly: (text) => `Sen plugin.yml sanoo ${text}, mikä ei ole aivan sama.`,
  contradiction: (inName, inPlugin) => `Nimessä on ${inName}, plugin.yml-tiedostossa ${inPlugin}.`,
  likeTheFile: (name) => `Nimi on kuin nykyisen tiedoston, ${name}.`,
  likeOtherProduct: (name) => `Nimi on kuin toisen tuotteen, ${name}.`,
  partlyOtherProduct: (name) => `Nimessä tai plugin.yml-tiedostossa on ${name}, joka on toinen tuote.`,
  likeOthers: 'Nimi on kuin tämän tuotteen muiden tiedostojen.',
  isCalled: (name) => `Nimessä on ${name}.`,
  nearly: (name) => `Nimi ei ole aivan ${name}.`,
  nothingOf: (product) => `Mikään nimessä ei kerro, että se kuuluu tuotteeseen ${product}.`,
  unlikeOthers: (product, example) =>
    `Nimi ei ole kuin tuotteen ${product} muiden tiedostojen, joiden alussa on ${example}.`,
  branch: {
    named: (branch) => `Nimessä on haara ${branch}.`,
    folder: (branch) => `Se oli kansiossa ${branch}.`,
    folderLike: (branch) => `Se oli kansiossa, jonka nimi on kuin haaran ${branch}.`,
    namedOther: (branch, isFolder, own) =>
      `${isFolder ? `Se oli kansiossa ${branch}` : `Nimessä on haara ${branch}`}; ${own === null ? 'julkaisulla ei ole haaraa' : `julkaisu on haarassa ${own}`}.`,
    filesCalledSo: (branch) => `Haaran ${branch} tiedostoilla on tällaisia nimiä.`,
    alsoIn: (version, branches) => `${version} on myös haarassa ${branches}; nimessä ei ole haaraa.`,
    unnamed: (own) => `Nimessä ei ole haaraa; julkaisu on haarassa ${own}.`,
    inSeveral: (version, branches) =>
      `${version} on haaroissa ${branches}, eikä nimi kerro, mitä niistä tarkoitetaan.`,
    several: 'Nimessä on useampi kuin yksi haara.',
    newestIn: (branch) => `Uusin julkaisu on haarassa ${branch}.`,
    none: 'ei haaraa',
    list: (first, last) => `${first.join(', ')} ja ${last}`,
  },
  besides: (word) => `Nimessä oleva ”${word}” kertoo, ettei se ole itse ohjelma.`,
  publishing: (version) => `Julkaisua ${version} julkaistaan juuri.`,
  draftHasFile: (name) => `Luonnoksella on jo tiedosto ${name}, jonka tämä korvaisi.`,
  otherExtension: (stored, extension) => `Nykyisen tiedoston pääte on .${stored}, tämän .${extension}.`,
  exactlyLike: (version) => `Nimi on täsmälleen sama kuin julkaisun ${version} tiedoston.`,
  severalCalledSo: 'Usean julkaisun tiedostolla on tämä nimi.',
  inName: (version) => `Nimessä on ${version}.`,
  noRelease: (version, branch) =>
    `Julkaisua ${version} ei vielä ole${branch === null ? '' : ` haarassa ${branch}`}.`,
  noSnapshots: 'Mikään tämän tuotteen julkaisu ei ole nimeltään snapshot.',
  numbersNoVersion: 'Nimessä olevat numerot eivät ole versio.',
  noVersion: 'Nimessä ei ole versiota.',
  noVersionAtAll: 'Nimessä ei ole versiota, eikä plugin.yml-tiedostossa.',
  otherFitsBetter: (name) => `${name} sopii samaan julkaisuun paremmin.`,
};
