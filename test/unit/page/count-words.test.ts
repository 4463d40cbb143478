import { expect, test } from 'vitest';
import { releaseTexts as english } from '../../../renderer/texts/english-releases.ts';
import { releaseTexts as finnish } from '../../../renderer/texts/finnish-releases.ts';
import { countWords } from '../../../renderer/views/releases/count-words.ts';

test('the list counts its releases, and by themselves the new drafts that stand above them', () => {
  expect(countWords(19, 19, 0)).toBe('19 releases');
  expect(countWords(19, 19, 1)).toBe('19 releases, 1 new draft');
  expect(countWords(2, 19, 3)).toBe('2 of 19 releases, 3 new drafts');
  expect(countWords(1, 1, 1)).toBe('1 release, 1 new draft');
  expect(countWords(0, 0, 2)).toBe('0 releases, 2 new drafts');
});

test('both languages have one and many', () => {
  expect([1, 2].map((n) => english.countWithNew('3', n, String(n)))).toEqual([
    '3, 1 new draft',
    '3, 2 new drafts',
  ]);
  expect([1, 2].map((n) => finnish.countWithNew('3', n, String(n)))).toEqual([
    '3, 1 uusi luonnos',
    '3, 2 uutta luonnosta',
  ]);
});
