import { expect, test } from 'vitest';
import { inRegionOf } from '../../../electron/model/region.ts';

const time = new Date(2026, 2, 4, 18, 5);
const written = (systemLocale: string, language: string): string =>
  new Intl.DateTimeFormat(inRegionOf(systemLocale, language), { dateStyle: 'medium', timeStyle: 'short' })
    .format(time)
    .replaceAll(/\s/g, ' ');

test('the language of the texts is written as in the system’s region', () => {
  expect(inRegionOf('en-US', 'en-GB')).toBe('en-US');
  expect(inRegionOf('de-DE', 'en-GB')).toBe('en-DE');
  expect(inRegionOf('sv-FI', 'fi-FI')).toBe('fi-FI');
  expect(inRegionOf('zh-Hans-CN', 'en-GB')).toBe('en-CN');
});

test('a locale without a region stands for the one where its language is spoken most', () => {
  expect(inRegionOf('de', 'en-GB')).toBe('en-DE');
});

test('what is no locale changes nothing', () => {
  expect(inRegionOf('', 'en-GB')).toBe('en-GB');
  expect(inRegionOf('C', 'fi-FI')).toBe('fi-FI');
  expect(inRegionOf('en_US.UTF-8', 'en-GB')).toBe('en-GB');
});

test('dates and the clock come as they are read there, in the language of the texts', () => {
  expect(written('en-US', 'en-GB')).toBe('Mar 4, 2026, 6:05 PM');
  expect(written('en-GB', 'en-GB')).toBe('4 Mar 2026, 18:05');
  expect(written('de-DE', 'en-GB')).toBe('4 Mar 2026, 18:05');
  expect(written('de-DE', 'fi-FI')).toBe('4.3.2026 klo 18.05');
});
