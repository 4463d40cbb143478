/** What speaks for and against a file being for a release. */
export const matchingTexts = {
  differs: (says: string, version: string) => `It says ${says}, the release is ${version}.`,
  maybeNoVersion: (text: string) => `${text} in its name may be something else than a version.`,
  draftRenames: (from: string, to: string) => `The draft of ${from} makes it ${to}.`,
  notOfVersion: (mark: string, version: string) =>
    `“${mark}” in its name is not a part of the version ${version}.`,
  unexplained: (text: string) => `The app makes nothing of “${text}” in its name.`,
  pluginSays: (text: string) => `The file’s plugin.yml says ${text}.`,
  nameSays: (text: string) => `The file’s name says ${text}.`,
  bothSay: (text: string) => `The file’s name and plugin.yml say ${text}.`,
  pluginNearly: (text: string) => `Its plugin.yml says ${text}, which is not quite the same.`,
  contradiction: (inName: string, inPlugin: string) =>
    `The file’s name says ${inName}, its plugin.yml says ${inPlugin}.`,
  likeTheFile: (name: string) => `Named like the present file, ${name}.`,
  likeOtherProduct: (name: string) => `Named like another product, ${name}.`,
  partlyOtherProduct: (name: string) =>
    `One of its name and its plugin.yml says ${name}, which is another product.`,
  likeOthers: 'Named like other files of this product.',
  isCalled: (name: string) => `It is called ${name}.`,
  nearly: (name: string) => `Its name is not quite that of ${name}.`,
  nothingOf: (product: string) => `Nothing in its name says that it belongs to ${product}.`,
  unlikeOthers: (product: string, example: string) =>
    `Not named like the other files of ${product}, which begin with ${example}.`,
  branch: {
    named: (branch: string) => `Its name names the branch ${branch}.`,
    folder: (branch: string) => `It lay in a folder called ${branch}.`,
    folderLike: (branch: string) => `It lay in a folder called like the branch ${branch}.`,
    namedOther: (branch: string, isFolder: boolean, own: string | null) =>
      `${isFolder ? `It lay in a folder called ${branch}` : `Its name names the branch ${branch}`}; ${own === null ? 'the release has no branch' : `the release is in ${own}`}.`,
    filesCalledSo: (branch: string) => `Files in ${branch} are called so.`,
    alsoIn: (version: string, branches: string) =>
      `${version} is in ${branches} too; its name names no branch.`,
    unnamed: (own: string) => `Its name names no branch; the release is in ${own}.`,
    inSeveral: (version: string, branches: string) =>
      `${version} is in ${branches}, and its name does not say which is meant.`,
    several: 'Its name names more than one branch.',
    newestIn: (branch: string) => `The newest release is in ${branch}.`,
    none: 'no branch',
    list: (first: readonly string[], last: string) => `${first.join(', ')} and ${last}`,
  },
  besides: (word: string) => `“${word}” in its name says that it is not the program itself.`,
  publishing: (version: string) => `${version} is being published now.`,
  draftHasFile: (name: string) => `Its draft has a file already, ${name}, which this one would replace.`,
  otherExtension: (stored: string, extension: string) =>
    `The file that is there is a .${stored}, this is a .${extension}.`,
  exactlyLike: (version: string) => `Named exactly like the file of ${version}.`,
  severalCalledSo: 'The files of several releases are called so.',
  inName: (version: string) => `${version} stands in its name.`,
  noRelease: (version: string, branch: string | null) =>
    `There is no release ${version}${branch === null ? '' : ` in ${branch}`} yet.`,
  noSnapshots: 'No release of this product is called a snapshot.',
  numbersNoVersion: 'The numbers in its name are no version.',
  noVersion: 'There is no version in its name.',
  noVersionAtAll: 'There is no version in its name, and none in its plugin.yml.',
  otherFitsBetter: (name: string) => `${name} fits the same release better.`,
};
