import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import { failureKinds } from '../../../electron/model/failure.ts';
import { sizeInWords } from '../../../electron/publish/words.ts';
import { english } from '../../../electron/texts/english.ts';
import { finnish } from '../../../electron/texts/finnish.ts';
import { speak, words } from '../../../electron/texts/words.ts';

afterEach(() => speak(['en']));

/** What the functions are asked with: they can be recognised, and are texts, numbers and lists alike. */
const marks = ['⟦a⟧', '⟦b⟧', '⟦c⟧', '⟦d⟧'];
const values = marks.map((mark) =>
  Object.assign(Object(mark), { join: () => mark, map: () => [mark], toLowerCase: () => mark }),
);

/** Every sentence of these texts, with the way to it. */
function sentences(texts: unknown, way: string): [string, string][] {
  if (typeof texts === 'string') return [[way, texts]];
  if (typeof texts === 'function') return sentences(texts(...values), `${way}()`);
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([name, value]) => sentences(value, `${way}.${name}`));
}

const inEnglish = new Map(sentences(english, ''));
const inFinnish = new Map(sentences(finnish, ''));
const placeholders = /⟦\w⟧|\{\w+\}/g;

describe('the sentences of the main process in Finnish', () => {
  test('are there for every English one', () => {
    expect([...inFinnish.keys()].toSorted()).toEqual([...inEnglish.keys()].toSorted());
    for (const [way, sentence] of inFinnish) {
      if (inEnglish.get(way)?.trim() !== '') expect(sentence.trim(), way).not.toBe('');
    }
  });

  test('are not English', () => {
    const same = [...inFinnish].filter(
      ([way, sentence]) =>
        inEnglish.get(way) === sentence && /[a-z]{2}/i.test(sentence.replace(placeholders, '')),
    );
    // A word that is the same in both is told by name.
    expect(same.map(([way]) => way)).toEqual(['.fields.md5()']);
  });

  test('name whatever the English ones name', () => {
    const named = (text: string | undefined) => [...new Set(text?.match(placeholders))].toSorted();
    // Which kind of thing has a field, Finnish leaves to the place that is named beside it.
    const free = new Set(['.plans.form.unknownField().message']);
    for (const [way, sentence] of inFinnish) {
      if (!free.has(way)) expect(named(sentence), way).toEqual(named(inEnglish.get(way)));
    }
  });
});

describe.each(failureKinds)('the failure %s', (kind) => {
  test('is told in the language that was chosen, with its server and its reason', () => {
    const told = () =>
      ['no', 'maybe'].map((applied) =>
        failureOf(kind, {
          server: 'releases.example',
          reason: '⟦why⟧',
          applied: applied === 'no' ? 'no' : 'maybe',
          oldFile: 'lost',
        }),
      );
    const before = told();
    speak(['fi-FI']);
    for (const [at, { message, remedy }] of told().entries()) {
      const english = before[at];
      expect(message).not.toBe(english?.message);
      expect(remedy).not.toBe(english?.remedy);
      expect(message.includes('releases.example')).toBe(english?.message.includes('releases.example'));
      expect(message.includes('⟦why⟧')).toBe(english?.message.includes('⟦why⟧'));
      expect(`${message} ${remedy}`).not.toMatch(/[{}]| {2}| \.|\.\./);
    }
  });
});

describe('the language of the main process', () => {
  test('is English until one is chosen, and where there is no translation', () => {
    expect(words()).toBe(english);
    speak(['de-DE', 'constructor', '']);
    expect(words()).toBe(english);
  });

  test('is the first there is a translation for, as in the window', () => {
    speak(['sv-FI', 'fi-FI', 'en-US']);
    expect(words()).toBe(finnish);
  });

  test('has sizes with its own units, and numbers as in the system’s region', () => {
    expect([0, 1, 999, 4.2 * 1024 ** 2].map((bytes) => sizeInWords(bytes))).toEqual([
      '0\u00a0bytes',
      '1\u00a0byte',
      '999\u00a0bytes',
      '4.2\u00a0MB',
    ]);
    speak(['fi']);
    expect([0, 1, 999, 4.2 * 1024 ** 2].map((bytes) => sizeInWords(bytes))).toEqual([
      '0\u00a0tavua',
      '1\u00a0tavu',
      '999\u00a0tavua',
      '4,2\u00a0Mt',
    ]);
    const sizes = () => [4.2, 210].map((megabytes) => sizeInWords(megabytes * 1024 ** 2));
    speak(['en-US'], 'de-DE');
    expect(sizes()).toEqual(['4,2\u00a0MB', '210\u00a0MB']);
    expect(sizeInWords(4.2 * 1024 ** 2, english)).toBe('4.2\u00a0MB');
    speak(['fi'], 'en-GB');
    expect(sizes()).toEqual(['4.2\u00a0Mt', '210\u00a0Mt']);
    speak(['en']);
    expect(sizes()).toEqual(['4.2\u00a0MB', '210\u00a0MB']);
  });
});

test('no sentence for a person is written anywhere but among the texts', () => {
  const folder = join(import.meta.dirname, '../../../electron');
  const sentence = /(['`"])[A-Z][a-z’]*[ ,][^'`"\n]*[.?!]\1/;
  // Scripts read what is published without a window, and whoever supports the app reads what it writes of itself.
  const speakEnglish = /^(?:demo|headless|texts|diagnostics)\//;
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !speakEnglish.test(name))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => sentence.test(line) && !/^\s*(?:\/?\*|\/\/)|about\(|TypeError\(/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
