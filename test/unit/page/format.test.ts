import { expect, it } from 'vitest';
import {
  ago,
  agoShort,
  ahead,
  count,
  day,
  digits,
  fileSize,
  oneDecimal,
  speed,
  upToThreeDecimals,
  writeNumbersAndTimesAs,
} from '../../../renderer/format.ts';
import { inDigits, wholeNumberIn } from '../../../renderer/ui/whole-number.ts';

const megabytes = 2.1 * 1024 ** 2;
const written = () => [
  fileSize(megabytes),
  fileSize(megabytes * 100),
  speed(megabytes),
  oneDecimal(0.5),
  upToThreeDecimals(1.125),
  count(10_240),
  day('2026-03-04T12:00:00Z'),
];

it('numbers and times are written as in the system’s region, in the language of the texts', () => {
  expect(written()).toEqual([
    '2.1\u00a0MB',
    '210\u00a0MB',
    '2.1\u00a0MB/s',
    '0.5',
    '1.125',
    '10,240',
    '4 March 2026',
  ]);
  writeNumbersAndTimesAs({ numbers: 'de-DE', times: 'en-DE' });
  expect(written()).toEqual([
    '2,1\u00a0MB',
    '210\u00a0MB',
    '2,1\u00a0MB/s',
    '0,5',
    '1,125',
    '10.240',
    '4 March 2026',
  ]);
  writeNumbersAndTimesAs({ numbers: 'en-US', times: 'en-US' });
  expect(written()).toEqual([
    '2.1\u00a0MB',
    '210\u00a0MB',
    '2.1\u00a0MB/s',
    '0.5',
    '1.125',
    '10,240',
    'March 4, 2026',
  ]);
});

it.each(['de-DE', 'fi-FI', 'en-CH', 'ar-EG'])('a number can be typed as it is shown in %s', (locale) => {
  writeNumbersAndTimesAs({ numbers: locale, times: 'en-GB' });
  const range = { minValue: 0, maxValue: 100_000 };
  expect(inDigits(100_000)).toBe('100000');
  expect(wholeNumberIn(inDigits(100_000), range)).toBe(100_000);
  expect(wholeNumberIn(count(10_240), range)).toBeNaN();
  expect(wholeNumberIn(digits(0.5), range)).toBeNaN();
});

it('what has gone by is never said to be ahead, though the window’s clock is behind', () => {
  const now = Date.parse('2026-03-04T12:00:00Z');
  const soon = '2026-03-04T12:14:00Z';
  expect([ago(soon, now), agoShort(soon, now)]).toEqual(['just now', 'just now']);
  expect(ahead(soon, now)).toBe('in 14 min');
  expect(ago('2026-03-04T11:58:00Z', now)).toBe('2 minutes ago');
});
