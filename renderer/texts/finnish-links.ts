import type { Texts } from './texts.ts';

/** Links to releases and plans, and what comes of one that was opened, in Finnish. */
export const linkTexts: Texts['links'] = {
  copied: (version) => `Linkki julkaisuun ${version} on kopioitu.`,
  notCopied: 'Linkkiä ei voitu kopioida',
  noRelease: 'Avaa ensin julkaisu, joka on palvelimella: linkki johtaa siihen kenellä tahansa tiimissä.',
  nothing: {
    malformed: 'Sovellus ei ymmärrä tätä linkkiä. Mitään ei tehty.',
    'unsafe-path': 'Linkki johtaa tiedostoon, jota linkki ei saa avata. Mitään ei tehty.',
    'unknown-team': 'Linkki on tiimille, johon tässä ei ole yhteyttä.',
    'unknown-product': 'Linkki on tuotteelle, jota tässä ei tunneta.',
  },
  remedy: {
    malformed: 'Se voi olla vioittunut tai sovelluksen uudemman version tekemä.',
    'unsafe-path': 'Avaa itse suunnitelma kansiosta, jossa se on.',
    'unknown-team': (server) =>
      `Tiimi on palvelimella ${server}. Muodosta siihen yhteys ja avaa linkki uudelleen.`,
    'unknown-product': (team) =>
      `Lisää tuote tunnuksella tai etsi tiimin ${team} tuotteet uudelleen, ja avaa linkki sitten uudelleen.`,
  },
  waits: {
    release: 'Avattiin linkki julkaisuun. Se näytetään, kun tähän on vastattu.',
    plan: 'Avattiin suunnitelma. Se käydään läpi, kun tähän on vastattu.',
  },
  connectFirst: (name) => `Muodosta ensin yhteys tiimiin ja avaa ${name} sitten uudelleen.`,
};
