/** Links to releases and plans, and what comes of one that was opened. */
export const linkTexts = {
  copied: (version: string) => `The link to ${version} is copied.`,
  notCopied: 'The link could not be copied',
  noRelease: 'Open a release that is on the server first: a link leads to it for everybody in the team.',
  nothing: {
    malformed: 'This link is not one that this app understands. Nothing was done.',
    'unsafe-path': 'This link leads to a file that a link may not open. Nothing was done.',
    'unknown-team': 'The link is for a team that is not connected here.',
    'unknown-product': 'The link is for a product that is not known here.',
  },
  remedy: {
    malformed: 'It may be damaged, or made by a newer version of the app.',
    'unsafe-path': 'Open the plan itself, from the folder it is in.',
    'unknown-team': (server: string) => `It is on ${server}. Connect it, then open the link again.`,
    'unknown-product': (team: string) =>
      `Add the product by its ID, or look for the products of ${team} again, then open the link again.`,
  },
  waits: {
    release: 'A link to a release was opened. It is shown once this is answered.',
    plan: 'A plan was opened. It is looked through once this is answered.',
  },
  connectFirst: (name: string) => `Connect a team first, then open ${name} again.`,
} as const;
