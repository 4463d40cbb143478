import { expect, test } from 'vitest';
import { localesIn } from '../../../electron/model/region.ts';

const evening = new Date(2026, 2, 4, 18, 5);
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const time = (systemLocale: string, language: string): string => {
  const { times } = localesIn(systemLocale, language);
  return plain(new Intl.DateTimeFormat(times, { dateStyle: 'medium', timeStyle: 'short' }).format(evening));
};
const number = (systemLocale: string, language: string): string =>
  plain(new Intl.NumberFormat(localesIn(systemLocale, language).numbers).format(12_345.6));

test('times are in the language of the texts, as it is written in the system’s region', () => {
  const times = (systemLocale: string, language: string) => localesIn(systemLocale, language).times;
  expect(times('en-US', 'en-GB')).toBe('en-US');
  expect(times('de-DE', 'en-GB')).toBe('en-DE');
  expect(times('sv-FI', 'fi-FI')).toBe('fi-FI');
});

test('times are as where the texts are from, where nothing says how their language is written in a region', () => {
  for (const locale of ['pt-BR', 'ru-RU', 'zh-Hans-CN'])
    expect(time(locale, 'en-GB')).toBe('4 Mar 2026, 18:05');
  expect(time('en-US', 'fi-FI')).toBe('4.3.2026 klo 18.05');
});

test('a locale without a region stands for the one where its language is spoken most', () => {
  expect(localesIn('de', 'en-GB')).toEqual({ numbers: 'de-DE-u-nu-latn', times: 'en-DE' });
});

test.each(['', 'C', 'en_US.UTF-8', 'posix', 'xx'])('“%s” names no region, and changes nothing', (locale) => {
  expect(localesIn(locale, 'en-GB')).toEqual({ numbers: 'en-GB', times: 'en-GB' });
  expect(localesIn(locale, 'fi-FI')).toEqual({ numbers: 'fi-FI', times: 'fi-FI' });
});

test('dates and the clock come as they are read there, in the language of the texts', () => {
  expect(time('en-US', 'en-GB')).toBe('Mar 4, 2026, 6:05 PM');
  expect(time('en-GB', 'en-GB')).toBe('4 Mar 2026, 18:05');
  expect(time('de-DE', 'en-GB')).toBe('4 Mar 2026, 18:05');
  expect(time('de-DE', 'fi-FI')).toBe('4.3.2026 klo 18.05');
});

test('numbers come as they are read there, whatever the language of the texts, in the digits of the texts', () => {
  for (const language of ['en-GB', 'fi-FI']) {
    expect(number('en-US', language)).toBe('12,345.6');
    expect(number('en-US-u-va-posix', language)).toBe('12,345.6');
    expect(number('de-DE', language)).toBe('12.345,6');
    expect(number('pt-BR', language)).toBe('12.345,6');
    expect(number('ru-RU', language)).toBe('12 345,6');
    expect(number('fa-IR', language)).toMatch(/^12\D345\D6$/);
  }
});
