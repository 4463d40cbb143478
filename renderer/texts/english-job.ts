/** What a release that is being published says of itself. */
export const jobTexts = {
  waiting: {
    slot: (until: string | null) =>
      until === null ? 'Waiting for a free slot' : `Waiting for a free slot until ${until}`,
    turn: (_until: string | null) => 'Waiting for its turn',
    network: (_until: string | null) => 'Waiting for the network',
    backoff: (until: string | null) => (until === null ? 'Trying again soon' : `Trying again at ${until}`),
    key: (_until: string | null) => 'Waiting for the API key',
  },
  reading: 'Reading the release',
  merging: 'Merging with the server',
  sending: (percent: string, speed: string | null) =>
    speed === null ? `Sending ${percent}` : `Sending ${percent}, ${speed}`,
  sendingFields: 'Sending',
  answering: 'The server is working',
  verifying: 'Reading back what the server holds',
  unknown: 'The connection broke; reading what the server holds',
  lookingAgain: {
    verifying: (time: string) => `Reading back again at ${time}`,
    unknown: (time: string) => `Reading again at ${time} · the connection broke`,
  },
  verified: (time: string) => `Verified at ${time}`,
  verifiedText: 'Every field and the file’s checksum were read back and match.',
  verifiedFields: 'Every field was read back and matches.',
  checksum: 'MD5',
  blocked: 'Stopped by a check',
  conflict: 'Needs your choice',
  failed: 'Not published',
  paused: 'Paused',
  cancelled: 'Cancelled',
  cancelledText: 'Nothing was changed on the server. The draft is kept.',
  cancelledLate: 'The draft is kept.',
  attempts: (n: number) => `attempt ${n}`,
  enterKey: 'Enter the key…',
  pause: 'Pause',
  resume: 'Resume',
  pausedText: 'It stays in the queue until you resume it.',
  cancel: 'Cancel',
  cancelOf: (version: string) => `Cancel publishing ${version}`,
  retry: 'Try again',
  dismiss: 'Dismiss',
  show: 'Show',
  putBack: 'Put the old file back',
  lostInVault: (name: string) =>
    `The release lost its file, ${name}, when the update was refused. The app has a copy and can put it back.`,
  lost: (name: string) =>
    `The release lost its file, ${name}, when the update was refused. The app has no copy: send the file again.`,
  merged: 'Taken over from the server',
  progress: (version: string) => `Publishing ${version}`,
  fieldsOnly: 'Fields only',
};

/** What is said of a team that is not shown. */
export const elsewhereTexts = {
  conflict: (team: string, version: string) => `${team}: ${version} needs your choice.`,
  blocked: (team: string, version: string) => `${team}: ${version} was stopped by a check.`,
  failed: (team: string, version: string, message: string) =>
    `${team}: ${version} was not published. ${message}`,
  several: (team: string, releases: string) => `${team}: ${releases} releases need you.`,
  published: (team: string, version: string) => `${team}: ${version} is published.`,
  batchPublished: (team: string, batch: string, done: string, all: string) =>
    `${team}: “${batch}”, ${done} of ${all} published.`,
};

export const stripTexts = {
  more: (n: number) => `and ${n} more`,
  batch: (name: string) => `${name}:`,
  pauseBatch: (name: string) => `Pause “${name}”`,
  resumeBatch: (name: string) => `Resume “${name}”`,
};
