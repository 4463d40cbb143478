import { expect, test } from 'vitest';
import { someReasons } from '../../../renderer/store/some-reasons.ts';
import { planTexts as english } from '../../../renderer/texts/english-plans.ts';
import { planTexts as finnish } from '../../../renderer/texts/finnish-plans.ts';

/** What an import says it has done, in English. */
function said(made: number, changed: number, there: number, batch: string | null = null): string {
  const shown = { made: String(made), changed: String(changed), there: String(there) };
  return english.done({ made, changed, there }, shown, batch);
}

test('an import says what it has made, what it has changed and what was there already', () => {
  expect(said(2, 0, 0, 'Spring')).toBe('2 drafts made, in the batch “Spring”.');
  expect(said(1, 0, 0)).toBe('1 draft made.');
  expect(said(2, 1, 0)).toBe('2 drafts made, 1 draft changed.');
  expect(said(1, 0, 2, 'Spring')).toBe('1 draft made, in the batch “Spring”. 2 drafts were there already.');
  expect(said(0, 0, 3)).toBe('3 drafts were there already: nothing is made.');
  expect(said(0, 0, 3, 'Spring')).toBe('3 drafts were there already, and are the batch “Spring” now.');
});

test('an import says the same in Finnish', () => {
  const shown = { made: '0', changed: '0', there: '3' };
  expect(finnish.done({ made: 0, changed: 0, there: 3 }, shown, null)).toContain('mitään ei tehty');
});

test('all reasons are told, and of many how many more there are', () => {
  const reasons = ['1', '2', '3', '4', '5', '6', '7'].map((n) => `${n} stays.`);
  expect(someReasons(reasons.slice(0, 5))).toBe('1 stays. 2 stays. 3 stays. 4 stays. 5 stays.');
  expect(someReasons(reasons)).toBe('1 stays. 2 stays. 3 stays. 4 stays. 5 stays. And 2 more.');
});
