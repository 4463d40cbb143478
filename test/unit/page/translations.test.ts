import { describe, expect, test } from 'vitest';
import { english } from '../../../renderer/texts/english.ts';
import { finnish } from '../../../renderer/texts/finnish.ts';
import { textsIn } from '../../../renderer/texts/texts.ts';

describe('the language of the window', () => {
  test('is the first of the system’s languages there is a translation for', () => {
    expect(textsIn(['fi-FI', 'en-US'])).toBe(finnish);
    expect(textsIn(['FI'])).toBe(finnish);
    expect(textsIn(['sv-FI', 'fi'])).toBe(finnish);
    expect(textsIn(['en-US', 'fi'])).toBe(english);
  });

  test('is English where there is none', () => {
    expect(textsIn(['de-DE', 'constructor', ''])).toBe(english);
    expect(textsIn([])).toBe(english);
  });
});

/** What the functions are asked with: strings that are lists, too. */
const values = ['«1»', '«2»', '«3»', '«4»'].map((text) => Object.assign(Object(text), { join: () => text }));

/** Every sentence of these texts, with the way to it; functions are asked with values that can be recognised. */
function sentences(texts: unknown, way: string): [string, string][] {
  if (typeof texts === 'string') return [[way, texts]];
  if (typeof texts === 'function') return sentences(texts(...values), `${way}()`);
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([name, value]) => sentences(value, `${way}.${name}`));
}

describe('the Finnish texts', () => {
  const inEnglish = new Map(sentences(english, ''));
  const inFinnish = sentences(finnish, '');

  test('say something wherever the English ones do', () => {
    expect(inFinnish.map(([way]) => way).toSorted()).toEqual([...inEnglish.keys()].toSorted());
    for (const [way, sentence] of inFinnish) {
      if (inEnglish.get(way)?.trim() !== '') expect(sentence.trim(), way).not.toBe('');
    }
  });

  test('are not English', () => {
    const longEnough = inFinnish.filter(([, sentence]) => sentence.split(' ').length > 3);
    const same = longEnough.filter(([way, sentence]) => inEnglish.get(way) === sentence);
    expect(same.map(([way]) => way)).toEqual([]);
  });
});
