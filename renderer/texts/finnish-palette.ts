import type { Texts } from './texts.ts';

/** What the search over everything says of itself, in Finnish. */
export const paletteTexts: Texts['palette'] = {
  title: 'Haku ja komennot',
  open: 'Haku ja komennot',
  search: 'Etsi julkaisuja, luonnoksia, tuotteita ja komentoja',
  found: 'Löytyneet',
  kinds: {
    command: 'Komento',
    release: 'Julkaisu',
    draft: 'Luonnos',
    batch: 'Erä',
    product: 'Tuote',
    team: 'Tiimi',
  },
};
