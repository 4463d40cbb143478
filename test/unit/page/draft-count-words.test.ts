import { expect, test } from 'vitest';
import { draftCountWords } from '../../../renderer/views/drafts/draft-count-words.ts';

const ids = (...all: string[]) => all.map((id) => ({ id }));
const all = ids('a', 'b', 'c');

test('drafts are counted as the sidebar counts them, and by themselves those that the queue counts', () => {
  expect(draftCountWords(all, all, new Set())).toBe('3 drafts');
  expect(draftCountWords(all, all, new Set(['b', 'c', 'gone']))).toBe('1 draft, 2 in the queue');
  expect(draftCountWords(all, all, new Set(['a', 'b', 'c']))).toBe('0 drafts, 3 in the queue');
});

test('of narrowed drafts it is said of how many', () => {
  expect(draftCountWords(ids('a'), all, new Set())).toBe('1 of 3 drafts');
  expect(draftCountWords(ids('a', 'b'), all, new Set(['b']))).toBe('1 of 2 drafts, 1 in the queue');
  expect(draftCountWords(ids('b'), all, new Set(['b']))).toBe('0 of 2 drafts, 1 in the queue');
});
