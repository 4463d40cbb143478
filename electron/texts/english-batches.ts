const shared = 'The server keeps one file for each version and extension, whatever the branch:';
const where = (branch: string | null) => (branch === null ? 'the product' : `the branch ${branch}`);

/**
 * What only the order of a batch brings with it. `named` is the number of another draft and its version, as in
 * "3 (1.4.0)"; a branch is null where the product has the release without one.
 */
export const batchTexts = {
  named: (number: number, version: string) => `${number} (${version})`,
  versionTwice: (named: string, version: string) =>
    `Number ${named} takes the version ${version} before it, and the server refuses a second one (409).`,
  versionExchange: (named: string, version: string) =>
    `It wants the version ${version} of number ${named}, which in the end waits for the version of this one: none can go first. Give one of them a third version in a batch before this one.`,
  versionNotFreed: (named: string, version: string) =>
    `Number ${named} should give up the version ${version} before it, but is not published itself: the server would refuse this one too (409).`,
  versionFreedLater: (named: string, version: string) =>
    `Number ${named} gives up the version ${version} only after this one wants it: the server would refuse it (409), and the slot would be lost.`,
  licensesBeforeLatest: (named: string) =>
    `It is still the latest when its turn comes, and the server refuses licenses on it (400): number ${named} takes “latest” over only afterwards.`,
  latestGap: (named: string, branch: string | null) =>
    `From here until number ${named} ${where(branch)} has no latest release: whoever asks for it in between gets none.`,
  latestLostBeforeMove: (named: string, branch: string | null) =>
    `Number ${named} takes “latest” from it before it is moved, so it arrives in ${where(branch)} without being the latest.`,
  latestInVain: (named: string) => `It is the latest only until number ${named}, which becomes it too.`,
  latestGoesBack: (named: string, branch: string | null) =>
    `It ends as the latest of ${where(branch)}, though number ${named} is newer.`,
  fileDeleted: (named: string) => `${shared} this one deletes the file of number ${named}.`,
  fileOverwritten: (named: string) => `${shared} this one overwrites the file of number ${named}.`,
  keptFileOverwritten: (named: string) =>
    `Number ${named} keeps its file under the name of its old version, and this one overwrites it. Give number ${named} its file anew, and both have theirs.`,
  goesBefore: (earlier: string, later: string, because: string) =>
    `Number ${earlier} goes before number ${later}, ${because}.`,
  because: {
    'same-release': 'which changes the same release further',
    'frees-version': 'which takes the version it gives up',
    'passes-latest-on': 'which gets licenses and must not be the latest any more by then',
    'moves-while-latest': 'which would take “latest” from it before it is moved',
    'deletes-object': 'whose file takes the stored name it gives up',
    'newest-is-latest': 'which is the newest and is to end as the latest',
    'leaves-no-gap': 'which gives “latest” up: so there is a latest release at any time',
  },
  endDifferently:
    'What stands between these drafts depends on the one or the other: as one, they would end differently.',
};
