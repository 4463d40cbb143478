import type { Texts } from './texts.ts';

/** What is said when something in the window failed, and of what can be told to others about it, in Finnish. */
export const diagnosticTexts: Texts['crash'] = {
  title: 'Ikkuna pysähtyi',
  text: 'Jokin ikkunassa epäonnistui. Luonnokset ja jono ovat sovelluksen hallussa, eikä tämä koske niihin.',
  reload: 'Lataa ikkuna uudelleen',
  copy: 'Kopioi vianmääritystiedot',
  copied: 'Kopioitu',
  copiedAll: 'Vianmääritystiedot on kopioitu',
  copiedDetail:
    'Versiot, asetukset, lukumäärät, viimeisimmät virheet ja lokin loppu: ei avaimia eikä omia nimiäsi.',
  notCopied: 'Vianmääritystietoja ei saatu leikepöydälle.',
  notCopiedRemedy: 'Napsauta ikkunaa ja yritä uudelleen, tai katso lokia: Ohje, Näytä lokikansio.',
};
