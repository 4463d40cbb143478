/** What the window says of the time without it. */
export const backgroundTexts = {
  title: 'Publishing without the window',
  always: 'Go on in the background without asking',
  alwaysHint:
    'When the window is closed while something is on its way. Starting the app again brings the window back.',
} as const;
