const its = (hasDraft: boolean) => (hasDraft ? 'Its draft' : 'It');
const where = (branch: string | null) => (branch === null ? 'without a branch' : `in the branch ${branch}`);

/** What one change means for one of many, and why one is left as it is. */
export const bulkTexts = {
  publishing: 'It is being published. Wait for it, or cancel it in the queue.',
  status: (status: string) => ({
    draft: `Its draft says ${status} already.`,
    release: `It is ${status} already.`,
  }),
  branch: (branch: string | null) => ({
    draft: `Its draft is ${where(branch)} already.`,
    release: `It is ${where(branch)} already.`,
  }),
  versionTwice: (version: string, branch: string | null) =>
    `Another one chosen would be ${version} ${where(branch)} as well, and the server takes a version only once there.`,
  notLatest: { draft: 'Its draft does not make it the latest.', release: 'It is not the latest.' },
  isLatest: { draft: 'Its draft makes it the latest already.', release: 'It is the latest already.' },
  higher: (version: string) => `Only one can be the latest here, and ${version} is higher.`,
  notPublished: (status: string) =>
    `Only a published release can be the latest, and this one has the status ${status}.`,
  restricted: 'It is restricted to licenses, and the server refuses that together with “latest”.',
  hasLicenses: (names: string, hasDraft: boolean) => `${its(hasDraft)} is restricted to ${names} already.`,
  tooManyLicenses: (n: number, most: number) =>
    `It would be restricted to ${n} licenses; the server takes up to ${most}.`,
  becomesRestricted: (n: number) =>
    `Every license of the product has it now; then only ${n === 1 ? 'this one does' : 'these do'}.`,
  foreignLicenses: (names: string) => `${names}: not of this product, so the release is of no use there.`,
  noSuchLicenses: (names: string, hasDraft: boolean) => `${its(hasDraft)} is not restricted to ${names}.`,
  noRestriction: 'No restriction is left: every license of the product gets it.',
  hasKey: (key: string, value: string, hasDraft: boolean) =>
    `${its(hasDraft)} has “${key}” already: ${value}.`,
  hasValue: (value: string, hasDraft: boolean) => `${its(hasDraft)} says “${value}” already.`,
  noKey: (key: string, hasDraft: boolean) => `${its(hasDraft)} has no “${key}”.`,
  tooManyEntries: (n: number, most: number, hasDraft: boolean) =>
    `${its(hasDraft)} has ${n} metadata entries; the server takes up to ${most}.`,
  locked: 'The entry is locked, and is changed all the same.',
};
