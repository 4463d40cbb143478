/** What preflight has to say of a draft, and what its one-click fixes are called. */
export const findingTexts = {
  tooLate: (oldName: string | null) =>
    oldName === null
      ? 'The server would refuse it.'
      : `The server would refuse it after deleting ${oldName}.`,
  file: {
    missingCopy: (name: string) => `The app’s copy of ${name} is gone or was altered. Drop the file again.`,
    keepOld: 'Keep the old file',
    keep: 'Keep the file',
    otherExtension: (old: string, next: string) =>
      `The file on the server is a .${old}, the new one a .${next}: what downloads it may not expect that.`,
    noExtension: (name: string, tooLate: string) =>
      `The name ${name} has no extension, which the server asks for. ${tooLate} Rename the file and drop it again.`,
    empty: (name: string) => `${name} is empty. The server takes it all the same.`,
    tooLarge: (file: string, limit: string) =>
      `${file} is over the limit of ${limit}. If your server takes more, change the limit in the settings of the team.`,
    otherVersion: (name: string, says: string, version: string) =>
      `The plugin.yml in ${name} says version ${says}, the release says ${version}.`,
    notInspected: (name: string) =>
      `The server does not look into ${name}, because it does not end in lower-case .jar: it will know no main class.`,
    unusable: (name: string, problem: string, tooLate: string) =>
      `${name} cannot be used: ${problem}. ${tooLate}`,
    changedOnDisk: (name: string) =>
      `${name} has changed on disk since it was dropped. The copy from then is sent, unless you take the newer one.`,
    sourceGone: (name: string) =>
      `${name} is no longer where it came from. The copy from when it was dropped is sent.`,
    nothingToRemove: 'There is no file that could be removed.',
    removed: (file: string, hasCopy: boolean) =>
      `${file} will be deleted from the release. ${hasCopy ? 'The app has a copy.' : 'The app has no copy of it.'}`,
    same: (name: string) => `The server has exactly this file already; ${name} is sent again.`,
    atRisk: (file: string) =>
      `If the server fails halfway, ${file} is lost: the app has no copy to put back.`,
    none: 'The release will be published without a file.',
  },
  branch: {
    none: 'No branch',
    backTo: (name: string) => `Back to ${name}`,
    ofOther: (name: string) =>
      `The branch ${name} belongs to another product, and the server would not find it.`,
    unknown:
      'No release of this product was seen in this branch: if it does not exist, the server refuses the update.',
  },
  ids: {
    product: 'This is not a valid product ID.',
    release: 'This is not a valid release ID.',
    branch: 'This is not a valid branch ID.',
    licenses: (n: number) => (n === 1 ? 'A license ID is not valid.' : `${n} license IDs are not valid.`),
    removeMalformed: 'Remove what is no ID',
    productCapitals:
      'The ID of the product has capital letters in it, and the server would not find the product.',
    branchCapitals:
      'The ID of the branch has capital letters in it, and the server would not find the branch.',
    licenseCapitals: (n: number) =>
      `${n} license ${n === 1 ? 'ID' : 'IDs'} with capital letters: the server would not find the license.`,
    writeSmall: (n: number) => (n === 1 ? 'Write it in lower case' : 'Write them in lower case'),
  },
  latest: {
    ignored: (status: string) =>
      `Only a published release can be the latest: with the status ${status} the server ignores it.`,
    doNotSet: 'Do not set it as latest',
    product: 'the product',
    branch: (name: string) => `the branch ${name}`,
    lostByStatus: (status: string, where: string) =>
      `Only a published release can be the latest. The status ${status} leaves ${where} without a latest release: whoever asks for the latest gets none.`,
    lostByTaking: (where: string) =>
      `Taking “latest” away leaves ${where} without a latest release: whoever asks for the latest gets none.`,
    lostByMoving: (where: string) =>
      `Moving the latest release leaves ${where} without a latest release: whoever asks for the latest gets none.`,
    leavePublished: 'Leave it published',
    leaveLatest: 'Leave it the latest',
    leaveThere: 'Leave it where it is',
    goesBack: (version: string, newer: string) =>
      `${version} becomes the latest in place of ${newer}, which is newer.`,
    taken: (version: string) => `${version} will no longer be the latest.`,
  },
  licenses: {
    tooMany: (n: number, most: number) =>
      `The release is restricted to ${n} licenses; the server takes up to ${most}.`,
    twice: (names: string) => `In the list more than once: ${names}. The server refuses that.`,
    keepOnce: 'Keep each once',
    unknown: (n: number, names: string) =>
      `${n} ${n === 1 ? 'license' : 'licenses'} not among those last seen: ${names}. If it was deleted, the server refuses the update.`,
    removeUnknown: (n: number) => (n === 1 ? 'Remove it' : 'Remove them'),
    removeAll: 'Remove the licenses',
    withLatest:
      'A release that is restricted to licenses cannot be the latest: the server refuses both together.',
    onLatest:
      'This is the latest release now, and the server does not restrict it to licenses in the same update that takes “latest” away. Take “latest” away first, then publish again with the licenses.',
  },
  metadata: {
    tooMany: (n: number, most: number) => `There are ${n} metadata entries; the server takes up to ${most}.`,
    empty: 'A metadata entry is empty; the server does not accept that.',
    removeEmpty: 'Remove empty entries',
    noKey: (value: string) => `The metadata value “${value}” has no key.`,
    noValue: (key: string) => `The metadata “${key}” has no value.`,
    longKey: (key: string, n: number, most: number) =>
      `The key of the metadata “${key}” has ${n} characters; the server takes up to ${most}.`,
    longValue: (key: string, n: number, most: number) =>
      `The value of the metadata “${key}” has ${n} characters; the server takes up to ${most}.`,
    unstorableKey: (key: string, characters: string) =>
      `The key of the metadata “${key}” has ${characters} in it, which many databases cannot keep in a text: take it out.`,
    unstorableValue: (key: string, characters: string) =>
      `The value of the metadata “${key}” has ${characters} in it, which many databases cannot keep in a text: take it out.`,
    removeUnstorable: 'Take it out',
    unseenKey: (seen: string) =>
      `The key of the metadata “${seen}” has characters in it that do not show: it looks like that and is another one.`,
    unseenValue: (key: string, seen: string) =>
      `The value of the metadata “${key}” has characters in it that do not show: it looks like “${seen}” and is another one.`,
    removeUnseen: 'Remove what does not show',
    twice: (key: string) =>
      `The metadata “${key}” is there more than once; nobody can say which one customers will see.`,
    keepLast: 'Keep the last one',
  },
  release: {
    gone: 'The release was not in the list when it was last read: it may have been deleted on the server.',
    conflict: (label: string, theirs: string) =>
      `${label} was changed on the server too, to “${theirs}”. You will be asked which to keep.`,
    nothingToDo: 'This draft changes nothing on the server.',
  },
  storage: {
    release: (version: string) => `Release ${version}`,
    releaseIn: (version: string, branch: string) => `Release ${version} in the branch ${branch}`,
    sameObject: (release: string) =>
      `${release} has the same version and extension: the server keeps one file for both, so its file changes too.`,
    oldObject: (release: string) =>
      `${release} had this version before and its file is still kept under that name: this upload takes its place.`,
    deletesToo: (release: string, name: string) =>
      `${release} uses the same stored file: deleting ${name} here deletes it there too.`,
    underOldName: (version: string) =>
      `The file stays stored under the old version ${version}: a release that takes that version later overwrites it. Dropping the file anew avoids that.`,
  },
  version: {
    missing: 'The release needs a version.',
    whiteSpace: 'The version has white space in it, which the server does not accept.',
    removeWhiteSpace: 'Remove the white space',
    unstorable: (characters: string) =>
      `The version has ${characters} in it, which many databases cannot keep in a text: take it out.`,
    removeUnstorable: 'Take it out',
    unseen: (seen: string) =>
      `The version has characters in it that do not show: it looks like ${seen} and is another one.`,
    removeUnseen: 'Remove what does not show',
    tooShort: (least: number) => `The version needs at least ${least} characters, such as 1.0.`,
    tooLong: (n: number, most: number) => `The version has ${n} characters; the server takes up to ${most}.`,
    taken: (version: string, branch: string | null) =>
      `There is already a release ${version} ${branch === null ? 'without a branch' : `in the branch ${branch}`}; the server refuses a second one.`,
    newDraft: (file: string | null) =>
      `Another new draft, ${file === null ? 'without a file' : `with ${file}`},`,
    draftOf: (version: string) => `The draft of ${version}`,
    drafted: (named: string, version: string, more: number) =>
      more === 0
        ? `${named} is to be ${version} here, too: the server takes only the one that is published first.`
        : `${named} and ${more} more are to be ${version} here, too: the server takes only the one that is published first.`,
  },
};
