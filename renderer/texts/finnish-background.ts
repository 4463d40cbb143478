import type { Texts } from './texts.ts';

/** What the window says of the time without it, in Finnish. */
export const backgroundTexts: Texts['background'] = {
  title: 'Julkaiseminen taustalla',
  always: 'Jatka taustalla kysymättä',
  alwaysHint:
    'Matkalla oleva jatkuu, kun suljet ikkunan. Sovelluksen käynnistäminen uudelleen tuo ikkunan takaisin.',
};
