const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Server, network and keys: what is said of what was typed, and why something failed, as half a sentence. */
export const serverTexts = {
  url: {
    none: { message: 'There is no server URL.', remedy: 'Enter one, such as https://app.lukittu.com.' },
    tooLong: (n: number, most: number) => ({
      message: `The server URL has ${n} characters; it may have at most ${most}.`,
      remedy: 'Enter the address alone, such as https://app.lukittu.com.',
    }),
    noAddress: {
      message: 'The server URL is not a web address.',
      remedy: 'Enter it as the browser shows it, such as https://app.lukittu.com.',
    },
    otherScheme: (scheme: string) => ({
      message: `The server URL begins with “${scheme}//”, which is no web address.`,
      remedy: 'Begin it with https://.',
    }),
    plainHttp: {
      message: 'The server URL begins with http://, which would send the API key unencrypted.',
      remedy: 'Begin it with https://; http:// is for servers on this computer only.',
    },
    withUser: {
      message: 'The server URL holds a user name or password.',
      remedy: 'Remove everything up to the @; the API key has a field of its own.',
    },
    withMore: {
      message: 'The server URL holds more than an address.',
      remedy: 'Remove everything from the “?” or “#” on.',
    },
  },
  key: {
    none: {
      message: 'There is no API key.',
      remedy: 'Copy it from the dashboard of the team and paste it here.',
    },
    tooLong: (n: number, most: number) => ({
      message: `The API key has ${n} characters; a key has at most ${most}.`,
      remedy: 'Copy the key alone from the dashboard of the team, without what stands around it.',
    }),
    oddCharacters: {
      message: 'The API key holds characters that no key has.',
      remedy:
        'Copy it again from the dashboard: dots in place of a key, or a letter that only looks alike, do not work.',
    },
    removed: {
      spaceAround: 'Removed the white space around the key.',
      quotes: 'Removed the quotes around the key.',
      authorization: 'Removed “Authorization:” in front of the key.',
      bearer: 'Removed “Bearer ” in front of the key.',
      spaceInside: 'Removed the spaces and line breaks inside the key.',
    },
    session: (trouble: string) =>
      `The key is kept until the app is closed, and has to be entered again then. ${trouble}`.trim(),
    noKeyring: 'This system has no keyring.',
    silentKeyring: 'This system has no keyring that answers.',
    noLibrary: 'The library that talks to the system’s keyring is missing or does not fit.',
    maybeLocked: 'it may be locked',
  },
  team: {
    notAnId: 'The team ID is a UUID such as 961d2bcb-2ecb-4b18-a63f-1f40e13b2a11; the dashboard shows it.',
    twin: (name: string) => `This team is already connected as “${name}”.`,
    needsKey: 'Enter the API key of the team.',
    draftsOfAnother: 'There are drafts of another team here. Add this team as a new one.',
    serverChanged:
      'The server has changed: enter the API key again. The stored key belongs to the other server.',
    gone: { message: 'This team is no longer there.' },
    publishing: { message: 'A release of this team is being published.' },
    publishingStill: {
      message: 'A release of this team is being published.',
      remedy: 'Wait for it or cancel it first.',
    },
    found: (products: number, licenses: number) =>
      `Found ${counted(products, 'product', 'products')} and ${counted(licenses, 'license', 'licenses')}.`,
    demo: 'Demo team',
    moreCustomers: (n: number) => `and ${n} more`,
  },
  certificate: {
    expired: 'its certificate has expired',
    notYetValid: 'its certificate is not valid yet',
    revoked: 'its certificate has been revoked',
    selfSigned: 'its certificate is self-signed',
    untrusted: 'its certificate goes back to an authority this computer does not trust',
    unknownIssuer: 'the issuer of its certificate is not known',
    otherAddress: 'its certificate is for another address',
    notVerifiable: 'its certificate cannot be verified',
  },
  why: {
    noHttp: 'it does not speak HTTP',
    redirects: 'it sends to another address',
    valueMissing: 'a value is missing',
    webPage: 'it answered with a web page',
    noJson: 'its answer is no JSON',
    limit: (largest: string) => `its limit is ${largest}`,
    endlessList: 'its list does not end',
    noTls: 'it does not speak TLS as this app does',
    updatePlace: 'the place to look does not answer as it should',
    updateAltered: 'what came is not what was released, so it was thrown away',
    updateLost: 'the connection was lost',
  },
  remedies: {
    clock:
      'Check the date and time of this computer; if they are right, ask whoever runs the server. The key was not sent.',
    httpsAddress: 'Check the server URL and its port: is it an https address?',
    updateOffline: 'Connect to the network, then look for updates again.',
  },
  name: {
    none: { message: 'The file has no name.', remedy: 'Rename it and drop it again.' },
    unsendable: {
      message: 'The name of the file holds characters that cannot be sent.',
      remedy: 'Rename the file, with letters, digits, dots and dashes, and drop it again.',
    },
  },
};
