import type { Texts } from './texts.ts';

/** Ids and checksums, which can be copied, in Finnish. */
export const idTexts: Texts['ids'] = {
  branchId: 'haaran tunnus',
  licenseId: 'lisenssin tunnus',
  licenseIdOf: (name) => `lisenssin tunnus: ${name}`,
  md5Of: { server: 'palvelimella olevan MD5', result: 'tuloksen MD5' },
  md5: (start) => `MD5 ${start}`,
  copyProductId: 'Kopioi tuotteen tunnus',
  copiedOfProduct: (name) => `Tuotteen ${name} tunnus on kopioitu.`,
  copiedProductId: 'Tuotteen tunnus on kopioitu.',
  copiedOfRelease: (version) => `Julkaisun ${version} tunnus on kopioitu.`,
  noRelease: 'Avaa ensin julkaisu, joka on palvelimella.',
  notCopied: 'Sitä ei saatu leikepöydälle.',
  notCopiedRemedy: 'Napsauta ikkunaa ja kopioi se sitten uudelleen.',
};
