/** What the window says of the time without it. */
export const backgroundTexts = {
  title: 'Publishing in the background',
  always: 'Go on in the background without asking',
  alwaysHint:
    'What is on its way goes on when you close the window. Starting the app again brings the window back.',
} as const;
