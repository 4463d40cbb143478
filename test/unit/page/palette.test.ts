import { describe, expect, test } from 'vitest';
import { findEntries, type PaletteEntry, type PaletteKind } from '../../../renderer/store/palette.ts';
import { keysOf } from '../../../renderer/ui/shortcut-keys.ts';

const entry = (kind: PaletteKind, text: string, second = ''): PaletteEntry => ({
  id: `${kind} ${text} ${second}`,
  kind,
  text,
  second,
  accelerator: null,
  why: null,
  run: () => undefined,
});

const entries = [
  entry('command', 'Publish'),
  entry('command', 'New Release'),
  entry('release', '2.4.0-dev.2', 'dev · Published'),
  entry('release', '2.4.0', 'Draft'),
  entry('release', '1.2.4', 'Published'),
  entry('product', 'Relay'),
];

const found = (text: string): string[] => findEntries(entries, text).map((each) => each.text);

describe('the palette', () => {
  test('offers the commands while nothing is typed', () => {
    expect(found('')).toEqual(['Publish', 'New Release']);
    expect(found('  ')).toEqual(['Publish', 'New Release']);
  });

  test('puts what is called just so first, then what begins with it, then the rest', () => {
    expect(found('2.4.0')).toEqual(['2.4.0', '2.4.0-dev.2']);
    expect(found('2.4')).toEqual(['2.4.0-dev.2', '2.4.0', '1.2.4']);
    expect(found('rel')).toEqual(['Relay', 'New Release']);
  });

  test('finds every word, in any case, also in what tells entries apart', () => {
    expect(found('2.4 DEV')).toEqual(['2.4.0-dev.2']);
    expect(found('published')).toEqual(['2.4.0-dev.2', '1.2.4']);
    expect(found('2.4 archived')).toEqual([]);
  });

  test('shows no more than can be looked through', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => entry('release', `1.0.${index}`));
    expect(findEntries(many, '1.0')).toHaveLength(50);
  });
});

describe('a shortcut', () => {
  test('is written in words, and on a Mac in its signs and their order', () => {
    expect(keysOf('CmdOrCtrl+Shift+N', false)).toBe('Ctrl+Shift+N');
    expect(keysOf('CmdOrCtrl+Shift+N', true)).toBe('⇧⌘N');
    expect(keysOf('F6', true)).toBe('F6');
  });
});
