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

/** What the functions are asked with: texts that are lists, too, and whose parts can be told from each other. */
const values = ['1', '2', '3', '4'].map((mark) => {
  const text = Object.assign(Object(`«${mark}»`), { join: () => `«${mark}»` });
  return new Proxy(text, {
    get: (target, part) => {
      const own = Reflect.get(target, part);
      if (typeof own === 'function') return own.bind(target);
      return own === undefined && typeof part === 'string' ? `«${mark}.${part}»` : own;
    },
  });
});

/** What stands for the values in a sentence. */
const placeholders = /«\d(\.\w+)?»/g;

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
    const same = inFinnish.filter(
      ([way, sentence]) =>
        inEnglish.get(way) === sentence && /\p{L}{2}/u.test(sentence.replace(placeholders, '')),
    );
    // What is the same in both is told by name.
    expect(same.map(([way]) => way)).toEqual([
      '.appName',
      '.bar.demo',
      '.file.md5',
      '.file.sha256',
      '.job.checksum',
      // Why, which stands behind the version, is a word for each reason.
      '.bulk.left()',
      '.settings.systems.linux',
      '.settings.systems.darwin',
      '.settings.systems.win32',
      '.ids.md5()',
    ]);
  });

  test('name whatever the English ones name', () => {
    const named = (text: string | undefined) => [...new Set(text?.match(placeholders))].toSorted();
    for (const [way, sentence] of inFinnish)
      expect.soft(named(sentence), way).toEqual(named(inEnglish.get(way)));
  });
});
