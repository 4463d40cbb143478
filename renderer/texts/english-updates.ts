/** In an app that is about versions, its own needs a name. */
const app = (version: string) => `Lukittu Release Manager ${version}`;

/** New versions of the app. */
export const updateTexts = {
  region: 'New version of the app',
  look: 'Check for updates…',
  looking: 'Checking for updates…',
  newest: (version: string) => `${app(version)} is the newest version.`,
  off: {
    development: 'This copy was not installed, so it is not updated.',
    'package-manager': 'This copy is updated by your package manager, or by unpacking a newer archive.',
    portable: 'The portable app is not updated: get the new version where you got this one.',
    'no-source': 'This copy was made without a place to look for updates.',
  },
  notFound: 'Whether there is a newer version could not be found out.',
  found: (version: string) => `${app(version)} is out.`,
  fetch: 'Download',
  fetchOf: (size: string) => `Download (${size})`,
  waiting: (version: string) => `${app(version)} is downloaded as soon as nothing is being published.`,
  fetching: (version: string) => `Downloading ${app(version)}`,
  progress: (done: string, all: string) => `${done} of ${all}`,
  ready: (version: string) => `${app(version)} is ready.`,
  takesOver: 'It is installed when you quit.',
  restartLater: {
    here: 'You can restart when nothing is being published.',
    elsewhere: 'Another run of the app is publishing: you can restart when it is done.',
  },
  putOff: 'If you quit before, the new version is put off.',
  restart: 'Restart to update',
  failed: (version: string) => `${app(version)} did not come.`,
  notes: 'What is new',
  hideNotes: 'Hide what is new',
  noNotes: 'Nothing is said about what is new.',
  later: 'Later',
} as const;
