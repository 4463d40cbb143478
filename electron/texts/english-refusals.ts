/** Why something a person asked for is not done, and what to do instead. */
export const refusalTexts = {
  gone: {
    batch: { message: 'This batch is no longer there.' },
    batchChosen: { message: 'This batch is no longer there.', remedy: 'Choose another batch, or none.' },
    batchForGood: { message: 'This batch cannot be had back.' },
    draft: { message: 'This draft is no longer there.', remedy: 'Open the release again.' },
    job: { message: 'This job is no longer in the queue.' },
    attempt: { message: 'This entry of the history is no longer there.' },
    release: {
      message: 'This release is not among those last read from the server.',
      remedy: 'Read the list again and open the release from there.',
    },
    listChanged: { message: 'The list has changed while it was read.' },
    draftsChanged: { message: 'The drafts have changed while they were read.' },
    files: { message: 'The app no longer holds these files.', remedy: 'Drop them again.' },
    product: {
      message: 'The app does not know this product.',
      remedy: 'Choose a product and drop the files again.',
    },
    plan: { message: 'The app does not know this plan any more.', remedy: 'Open its file again.' },
    target: {
      message: 'The release it is meant for is no longer there.',
      remedy: 'Choose another one, or leave the file out.',
    },
    inBatch: {
      message: 'A draft of this batch is no longer there, or belongs to another team.',
      remedy: 'Look at the drafts again and choose those that are to be in the batch.',
    },
    update: { message: 'There is no new version to start.', remedy: 'Look for updates first.' },
  },

  draft: {
    publishing: {
      message: 'This draft is being published.',
      remedy: 'Wait for it, or cancel it in the queue, and then change it.',
    },
    newer: {
      message: 'There is a newer draft of this release.',
      remedy: 'Publish or discard the newer draft first.',
    },
    there: (version: string) => ({
      message: `There is a draft of ${version} already.`,
      remedy: 'Publish or discard that draft first.',
    }),
    saysOther: {
      message: 'There is a draft of this release already, and it says something else.',
      remedy: 'Publish or discard that draft first.',
    },
    noSource: {
      message: 'The file of this draft has no place on disk it could be read from again.',
      remedy: 'Drop the file again.',
    },
    oneFile: { message: 'A release has one file.', remedy: 'Choose a single file.' },
    oneImport: { message: 'One file is imported at a time.', remedy: 'Choose a single file.' },
  },

  job: {
    inQueue: {
      message: 'This draft is in the queue already.',
      remedy: 'Wait for it, or cancel it there first.',
    },
    inDoubt: {
      message: 'It is not known yet what came of the last request for this release.',
      remedy: 'Try that again in the queue first: the release is read before anything else is done.',
    },
    blocked: {
      message: 'This draft cannot be published yet.',
      remedy: 'Correct what is marked in the editor.',
    },
    nothing: {
      message: 'This draft changes nothing.',
      remedy: 'Change a field or drop a file first: an update that changes nothing would cost a slot.',
    },
    noCopy: {
      message: 'This app has no copy of the file the release had.',
      remedy: 'Drop the file on the release again.',
    },
    onItsWay: { message: 'This job is still on its way.', remedy: 'Cancel it first.' },
    unread: {
      message: 'The server took the change, but the release could not be read back.',
      remedy: 'Try again: the release is read before anything else is done.',
    },
  },

  batch: {
    onItsWay: { message: 'This batch is on its way.', remedy: 'Cancel it in the queue first.' },
    alreadyOnItsWay: { message: 'This batch is on its way already.', remedy: 'See the queue.' },
    draftPublishing: {
      message: 'A draft of this batch is being published.',
      remedy: 'Wait for it, or cancel it in the queue first.',
    },
    nothingJoined: { message: 'There is nothing to take apart in this batch.' },
    joinedChanged: {
      message: 'A draft that was put together has been changed, published or discarded since.',
      remedy: 'Make the other drafts anew where they are needed.',
    },
    timePassed: {
      message: 'The time at which this batch is to begin has passed.',
      remedy: 'Choose a later time, or publish now.',
    },
    cannotBePublished: (n: number) => ({
      message: `${n === 1 ? 'A draft' : `${n} drafts`} of this batch cannot be published, so nothing was sent.`,
      remedy: 'Correct what is named, take it out of the batch, or let the batch go on without it.',
    }),
    nothing: {
      message: 'There is nothing in this batch that could be published.',
      remedy: 'Add drafts that change something.',
    },
  },

  bulk: {
    notUndone: {
      message: 'This change can no longer be undone as a whole.',
      remedy: 'Discard the drafts, or change them back.',
    },
    outdated: {
      message: 'Something has changed since this was shown.',
      remedy: 'Look at what would be done now, and do it again.',
    },
    nothing: { message: 'This changes nothing.', remedy: 'Choose another change, or other releases.' },
  },

  ids: {
    product:
      'The ID of a product is a UUID such as 4dabcfbb-a1b3-4da3-ae90-65df96af311b; the dashboard shows it.',
    branch:
      'The ID of a branch is a UUID such as 4dabcfbb-a1b3-4da3-ae90-65df96af311b; the dashboard shows it.',
  },

  history: {
    notBefore: {
      message: 'This release did not exist before: there is nothing to put back.',
      remedy: 'Archive the release instead; releases are deleted in the dashboard.',
    },
    removesSent: 'There was no file before: the draft removes the one that was sent.',
    noCopy: (name: string) =>
      `This app has no copy of the earlier file, ${name}: the draft puts the fields back and keeps the file that is there.`,
  },

  files: {
    atWork: { message: 'The app is still at work on these files.' },
    changedSince: (name: string) => ({
      message: `${name} has changed since it was looked at.`,
      remedy: 'Look at what it is now, then make the drafts again.',
    }),
    forged: 'A choice is not about one of these files.',
    shared: 'Two files are meant for the same release.',
    noVersion: { message: 'A new release needs a version.', remedy: 'Type one.' },
    noBranch: { message: 'The branch is not known.', remedy: 'Choose another one.' },
    taken: (version: string, isDraft: boolean) => ({
      message: `There is a ${isDraft ? 'draft of a new release' : 'release'} ${version} in this branch already.`,
      remedy: 'Choose it, or type another version.',
    }),
    changedMeanwhile: (version: string) => ({
      message: `The draft of ${version} was changed at the same moment, so nothing was made.`,
      remedy: 'Make the drafts again.',
    }),
    publishing: (version: string) => ({
      message: `${version} is being published now.`,
      remedy: 'Wait for it, or leave the file out.',
    }),
    begunMeanwhile: {
      message: 'One of the drafts has begun to be published, so nothing was made.',
      remedy: 'Wait for it, then make the drafts again.',
    },
    notUndone: {
      message: 'This can no longer be undone.',
      remedy: 'Discard the drafts that are not wanted.',
    },
    stays: {
      changed: (version: string) => `${version} was changed since, and stays.`,
      publishing: (version: string) => `${version} is being published.`,
      published: (version: string) => `${version} was published since.`,
      discarded: (version: string) => `${version} was discarded since.`,
    },
    folder: { message: 'It is a folder, or a device.' },
    stillChanging: {
      message: 'It changed while it was looked at.',
      remedy: 'Wait until whatever writes it is done, then drop it again.',
    },
    notAFile: { message: 'Only files can be sent: this is a folder, or a device.' },
    changedInCopying: {
      message: 'The file changed while it was being copied.',
      remedy: 'Wait until whatever writes it is done, then drop it again.',
    },
    tooLarge: (megabytes: number) => ({
      message: `The file is larger than the ${megabytes} MB this app takes in.`,
      remedy: 'Choose a smaller file.',
    }),
    altered: { message: 'The app’s copy of the file has been altered.' },
    noLonger: { message: 'The file is no longer there.' },
    unnameable: {
      message: 'The app cannot open it: its name, or that of its folder, is not UTF-8. Rename it.',
      remedy: 'Then drop it again.',
    },
    notAllowed: { message: 'The system does not let you read the file.' },
  },

  updates: {
    laterLook: {
      message: 'Releases are being published.',
      remedy: 'Updates are looked for as soon as that is done.',
    },
    laterRestart: {
      here: {
        message: 'Releases are being published.',
        remedy: 'Restart when that is done; the new version is also put in place when the app is quit.',
      },
      elsewhere: {
        message: 'Another run of the app is publishing, with or without a window.',
        remedy: 'Restart when it is done. If you quit before, the new version is put off.',
      },
    },
    putInPlace: {
      message: 'A new version of the app is being put in place.',
      remedy: 'Try again in a minute.',
    },
  },

  folderInUse: {
    message: 'The app’s data folder is in use: the app is open, or is publishing without a window.',
    remedy: 'Close it or wait until it is done, then try again.',
  },
  databaseNewer: {
    message: 'The app’s database was written by a newer version of this app.',
    remedy: 'Install the newest version, or start this one with another data folder.',
  },
};
