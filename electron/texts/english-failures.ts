import type { FailureKind } from '../model/failure.ts';

/** What a kind of failure says: what happened, and what to do about it. */
export interface FailureText {
  readonly message: string;
  readonly remedy: string;
  /** The remedy where it is certain that nothing was changed: there is nothing to be looked up then. */
  readonly untouched?: string;
}

/**
 * What each kind of failure says. `{server}` stands for the server's name; `{reason}` and `{lost}` for the end of the
 * sentence.
 */
export const failureTexts = {
  server: (host: string | null) => (host === null ? 'the server' : `${host}`),
  reason: (why: string | null) => (why === null ? '.' : `: ${why}.`),
  lost: (isLost: boolean) => (isLost ? ', and it has deleted the file that was there.' : '.'),
  kinds: {
    // Before the server was reached.
    offline: {
      message: 'This computer is not connected to a network.',
      remedy: 'Connect to the network; until then you work with what was last read from the server.',
    },
    'name-not-found': {
      message: 'The address of {server} could not be found.',
      remedy: 'Check the server URL for a typing error, and the network connection.',
    },
    'connection-refused': {
      message: 'Nothing accepts connections at {server}.',
      remedy: 'Check the server URL and its port, or wait until the server runs again.',
    },
    tls: {
      message: 'The connection to {server} is not secure{reason}',
      remedy: 'Ask whoever runs the server to renew or install its certificate; the key was not sent.',
    },
    'connect-timeout': {
      message: 'No connection to {server} came about in time.',
      remedy: 'Check the network connection, a VPN or firewall, and the server URL; then try again.',
    },

    // While talking to it.
    'send-timeout': {
      message: 'The upload stood still: {server} stopped taking it.',
      remedy: 'Nothing was changed. Check the network connection and try again.',
    },
    'answer-timeout': {
      message: 'There was no answer from {server} in time.',
      remedy: 'Read the release again to see whether the change was made.',
      untouched: 'Try again in a few minutes: the server may be busy.',
    },
    'body-timeout': {
      message: 'The answer of {server} stopped in the middle.',
      remedy: 'Read the release again to see whether the change was made.',
      untouched: 'Check the network connection and try again.',
    },
    'connection-lost': {
      message: 'The connection to {server} was lost.',
      remedy: 'Read the release again to see whether the change was made.',
      untouched: 'Nothing was changed. Check the network connection and try again.',
    },
    'app-ended': {
      message: 'The app ended while the release was being sent.',
      remedy: 'The release is read to see whether the change was made.',
      untouched: 'Nothing was changed. Start it again when you want to.',
    },
    cancelled: {
      message: 'The request was cancelled.',
      remedy: 'It had left already: read the release again to see whether the change was made.',
      untouched: 'Nothing was changed. Start it again when you want to.',
    },

    // Answers that are not Lukittu's.
    'not-lukittu': {
      message: 'This does not look like a Lukittu server: {server} did not answer as one{reason}',
      remedy: 'Check the server URL: it is the address of the dashboard, such as https://app.lukittu.com.',
    },
    'unreadable-answer': {
      message: 'The answer of {server} could not be read: it is damaged or incomplete.',
      remedy: 'Try again; if it keeps happening, ask whoever runs the server.',
    },
    'unexpected-answer': {
      message: 'The answer of {server} is not one this app understands{reason}',
      remedy: 'Check the server URL, and whether there is a newer version of this app.',
    },
    'answer-too-large': {
      message: 'The answer of {server} is larger than this app accepts{reason}',
      remedy: 'Check the server URL; if it is right, ask whoever runs the server.',
    },

    // Lukittu's own answers: up to step 13 nothing has been touched, after it the stored file is gone.
    'invalid-key': {
      message: 'The server does not accept the API key for this team.',
      remedy: 'Check the key and the team ID; the server says the same while its database is down.',
    },
    forbidden: {
      message: 'The server does not allow this.',
      remedy: 'Check in the dashboard what the API key and the plan of the team allow.',
    },
    'release-limit': {
      message: 'The product has as many releases as the plan of the team allows.',
      remedy: 'Delete a release in the dashboard or change the plan; then try again.',
    },
    'invalid-team': {
      message: 'This is not a valid team ID.',
      remedy: 'Copy the team ID from the dashboard into the settings of the team.',
    },
    'invalid-release-id': {
      message: 'This is not a valid release ID.',
      remedy: 'Read the releases of the product again and open the release from the list.',
    },
    'invalid-product-id': {
      message: 'The product ID is missing or not valid.',
      remedy: 'Copy the product ID from the dashboard.',
    },
    'invalid-form': {
      message: 'The server could not read the upload.',
      remedy:
        'Try again; if it keeps happening, something between this computer and the server changes what is sent.',
    },
    'invalid-fields': {
      message: 'The server refused some of the fields.',
      remedy: 'Correct the fields it names and publish again.',
    },
    'file-too-large': {
      message: 'The file is larger than the server accepts{reason}',
      remedy: 'Make the file smaller, or set the file limit of the team to what the server says.',
    },
    'uploads-need-plan': {
      message: 'The team needs a paid plan to upload files.',
      remedy: 'Publish without a file, or change the plan in the dashboard.',
    },
    'licenses-with-latest': {
      message: 'A release that is restricted to licenses cannot be the latest.',
      remedy: 'Remove the licenses, or take “latest” away.',
    },
    'storage-full': {
      message: 'The server has no room left for files of this team{lost}',
      remedy: 'Make room in the dashboard, then publish again to give the release its file.',
    },
    'file-without-extension': {
      message: 'The server refuses a file without an extension{lost}',
      remedy: 'Give the file a name with an extension and publish again.',
    },
    'jar-without-main': {
      message: 'The server found no plugin.yml with a “main” in the jar{lost}',
      remedy: 'Choose a jar with a plugin.yml that names its main class, and publish again.',
    },
    'bad-request': {
      message: 'The server refused the request.',
      remedy: 'Read what the server says below, correct it, and try again.',
    },
    'product-not-found': {
      message: 'The server does not know the product.',
      remedy: 'It may have been deleted, or belong to another team: check it in the dashboard.',
    },
    'release-not-found': {
      message: 'The server does not know the release.',
      remedy: 'It may have been deleted: read the releases again, or publish it as a new release.',
    },
    'branch-not-found': {
      message: 'The product has no such branch.',
      remedy: 'Choose another branch; this one may have been deleted or belong to another product.',
    },
    'license-not-found': {
      message: 'The server does not know one or more of the licenses.',
      remedy: 'Read the licenses again and remove those that are no longer there.',
    },
    'not-found': {
      message: 'The server does not know what was asked for.',
      remedy: 'Read the releases again; something may have been deleted.',
    },
    'version-taken': {
      message: 'The product and branch already have a release with this version.',
      remedy: 'Choose another version or branch, or edit the release that has it.',
    },
    conflict: {
      message: 'The change does not fit what is on the server now.',
      remedy: 'Read the release again, then decide.',
    },
    'rate-limited': {
      message: 'The server takes no more changes from this address for now.',
      remedy: 'The app waits five minutes in silence; others on this network share the limit.',
    },
    'server-error': {
      message: 'Something went wrong on the server, and it does not say what.',
      remedy: 'Read the release again to see whether the change was made, before trying again.',
      untouched: 'Try again in a few minutes; if it keeps happening, ask whoever runs the server.',
    },

    // This machine.
    'no-key': {
      message: 'There is no API key for this team.',
      remedy: 'Enter the key again in the settings of the team.',
    },
    keyring: {
      message: 'The system’s keyring does not answer{reason}',
      remedy: 'Unlock the keyring and try again.',
    },
    'file-unreadable': {
      message: 'The file cannot be read.',
      remedy: 'Check that it is still there and that you may read it.',
    },
    'file-rejected': {
      message: 'The file cannot be used as the file of a release.',
      remedy: 'Choose another file.',
    },
    'artifact-missing': {
      message: 'The app’s copy of the file is gone.',
      remedy: 'Drop the file on the release again.',
    },
    'artifact-changed': {
      message: 'The file is not the one that was reviewed: it changed while it was being sent.',
      remedy: 'Nothing was changed on the server. Drop the file on the release again.',
    },
    'disk-full': {
      message: 'The disk is full.',
      remedy: 'Make room, then try again.',
    },
    'no-access': {
      message: 'The system did not let the app read or write a file it needs.',
      remedy: 'Check that the app’s data folder belongs to you and can be written.',
    },
    'store-damaged': {
      message: 'The app’s database is damaged.',
      remedy: 'Start the app again: it sets the damaged file aside and takes the newest good backup.',
    },
    'not-verified': {
      message: 'The server took the change, but what it holds now is not what was sent{reason}',
      remedy: 'Compare the release with the draft, then publish again or keep what is there.',
    },
    'invalid-input': {
      message: 'Something that was entered cannot be used.',
      remedy: 'Correct it and try again.',
    },
    'not-known': {
      message: 'The app does not know this any more.',
      remedy: 'Go back to the list; it may have been removed meanwhile.',
    },
    busy: {
      message: 'Something else is still at work on this.',
      remedy: 'Wait until it is done, then try again.',
    },
    'update-failed': {
      message: 'There is no word of a new version of the app, or it did not come{reason}',
      remedy: 'Try again later. This version goes on working.',
    },
    internal: {
      message: 'Something the app did not foresee went wrong.',
      remedy: 'Try again; if it keeps happening, start the app again. Your drafts are saved.',
    },
  } as const satisfies Record<FailureKind, FailureText>,
};
