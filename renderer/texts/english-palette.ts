/** What the search over everything says of itself. */
export const paletteTexts = {
  title: 'Search or command',
  open: 'Search or command',
  search: 'Search releases, drafts, products and commands',
  found: 'Found',
  kinds: {
    command: 'Command',
    release: 'Release',
    draft: 'Draft',
    batch: 'Batch',
    product: 'Product',
    team: 'Team',
  },
} as const;
