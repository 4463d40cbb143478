import type { Words } from './words.ts';

const at = (hasDraft: boolean) => (hasDraft ? 'Luonnoksella' : 'Sillä');
const where = (branch: string | null) => (branch === null ? 'ilman haaraa' : `haarassa ${branch}`);

/** What one change means for one of many, in Finnish. */
export const bulkTexts: Words['bulk'] = {
  publishing: 'Sitä julkaistaan juuri. Odota sen valmistumista tai peruuta se jonosta.',
  status: (status) => ({ draft: `Luonnoksen tila on jo ${status}.`, release: `Sen tila on jo ${status}.` }),
  branch: (branch) => ({
    draft: `Luonnos on jo ${where(branch)}.`,
    release: `Se on jo ${where(branch)}.`,
  }),
  versionTwice: (version, branch) =>
    `Toinenkin valittu olisi ${version} ${where(branch)}, ja palvelin ottaa version siellä vain kerran.`,
  notLatest: { draft: 'Luonnos ei tee siitä uusinta.', release: 'Se ei ole uusin.' },
  isLatest: { draft: 'Luonnos tekee siitä jo uusimman.', release: 'Se on jo uusin.' },
  higher: (version) => `Vain yksi voi olla tässä uusin, ja ${version} on korkeampi.`,
  notPublished: (status) => `Vain julkaistu julkaisu voi olla uusin, ja tämän tila on ${status}.`,
  restricted: 'Se on rajattu lisensseihin, ja palvelin hylkää sen yhdessä ”uusin”-merkinnän kanssa.',
  hasLicenses: (names, hasDraft) => `${hasDraft ? 'Luonnos' : 'Se'} on jo rajattu lisensseihin: ${names}.`,
  tooManyLicenses: (n, most) => `Se olisi rajattu ${n} lisenssiin; palvelin ottaa vastaan enintään ${most}.`,
  becomesRestricted: (n) =>
    `Nyt sen saavat tuotteen kaikki lisenssit, sitten vain ${n === 1 ? 'tämä' : 'nämä'}.`,
  foreignLicenses: (names) => `${names}: ei tämän tuotteen lisenssi, joten julkaisusta ei ole siellä hyötyä.`,
  noSuchLicenses: (names, hasDraft) => `${at(hasDraft)} ei ole tällaista rajausta: ${names}.`,
  noRestriction: 'Rajausta ei jää: tuotteen kaikki lisenssit saavat sen.',
  hasKey: (key, value, hasDraft) => `${at(hasDraft)} on jo ”${key}”: ${value}.`,
  hasValue: (value, hasDraft) => `${at(hasDraft)} on jo arvo ”${value}”.`,
  noKey: (key, hasDraft) => `${at(hasDraft)} ei ole tietoa ”${key}”.`,
  tooManyEntries: (n, most, hasDraft) =>
    `${at(hasDraft)} on ${n} metatietoa; palvelin ottaa vastaan enintään ${most}.`,
  locked: 'Tieto on lukittu, ja sitä muutetaan silti.',
};
