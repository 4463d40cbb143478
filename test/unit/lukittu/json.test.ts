import { expect, test } from 'vitest';
import { parseJson } from '../../../electron/lukittu/json.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

test('JSON is parsed as it stands', () => {
  expect(parse('{"a":[1,"[[[",{"b":"\\"]]{{"}],"ä":null}')).toEqual({
    a: [1, '[[[', { b: '"]]{{' }],
    ä: null,
  });
});

test.each([
  ['cut short', '{"data":{"releases":[{"id":"b2f2'],
  ['empty', ''],
  ['markup', '<!doctype html>'],
  ['followed by something else', '{} {}'],
])('what is %s is refused', (_, text) => {
  expect(() => parse(text)).toThrow(SyntaxError);
});

test('what is not UTF-8 is refused, not repaired', () => {
  expect(() => parseJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(SyntaxError);
});

test('brackets inside texts do not count as depth', () => {
  expect(parse(JSON.stringify('['.repeat(1000)))).toBe('['.repeat(1000));
});

test('64 levels pass, more are refused before they are built', () => {
  expect(parse('['.repeat(64) + ']'.repeat(64))).toBeInstanceOf(Array);
  expect(() => parse('['.repeat(65) + ']'.repeat(65))).toThrow('nested too deeply');
  expect(() => parse('[{"a":'.repeat(1_000_000))).toThrow('nested too deeply');
});

test('a million empty objects are refused before they are built', () => {
  expect(() => parse(`[${'{},'.repeat(1_000_000)}{}]`)).toThrow('too many values');
});
