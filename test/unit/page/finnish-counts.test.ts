import { describe, expect, test } from 'vitest';
import { finnish } from '../../../renderer/texts/finnish.ts';

describe('in Finnish', () => {
  test('what could not be done to some is said in the partitive, of one too', () => {
    expect([1, 2].map((n) => finnish.batches.leavesOut(n, String(n)))).toEqual([
      '1 luonnosta ei voi lähettää, ja se jäisi tähän',
      '2 luonnosta ei voi lähettää, ja ne jäisivät tähän',
    ]);
    expect([1, 2].map((n) => finnish.plans.notUndone(n, String(n)))).toEqual([
      '1 luonnosta ei voitu palauttaa ennalleen.',
      '2 luonnosta ei voitu palauttaa ennalleen.',
    ]);
    expect(finnish.matching.problems(1, '1')).toMatch(/: 1 tiedostoa ei voitu ottaa,/);
  });

  test('what others changed meanwhile is changed in releases', () => {
    expect([1, 3].map((n) => finnish.plans.stale(n, String(n)))).toEqual([
      'Muut ovat muuttaneet samoja tietoja sen yhdessä julkaisussa.',
      'Muut ovat muuttaneet samoja tietoja sen 3 julkaisussa.',
    ]);
  });
});
