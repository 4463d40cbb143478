import { expect, test } from 'vitest';
import { bulkTexts as english } from '../../../renderer/texts/english-bulk.ts';
import { bulkTexts as finnish } from '../../../renderer/texts/finnish-bulk.ts';

const summaries = (changed: number, same: number, refused: number) =>
  [english, finnish].map((words) =>
    words.summary(
      { changed, same, refused },
      { changed: String(changed), same: String(same), refused: String(refused) },
    ),
  );

test('what would change is summed up without what there is none of, one as one and several as several', () => {
  expect(summaries(1, 0, 1)).toEqual(['1 would change, 1 is refused.', '1 muuttuisi, 1 hylätään.']);
  expect(summaries(0, 1, 2)).toEqual(['1 stays as it is, 2 are refused.', '1 pysyy ennallaan, 2 hylätään.']);
  expect(summaries(3, 4, 0)).toEqual([
    '3 would change, 4 stay as they are.',
    '3 muuttuisi, 4 pysyy ennallaan.',
  ]);
  expect(summaries(0, 0, 0)).toEqual(['', '']);
});
