import { describe, expect, it } from 'vitest';
import { nextIndex } from '../../../renderer/ui/grid/grid-keys.ts';
import { createTypeAhead } from '../../../renderer/ui/grid/type-ahead.ts';
import { moved } from '../../../renderer/views/editor/moved.ts';

describe('the keys of a list', () => {
  it('move by one and stop at both ends', () => {
    expect(nextIndex('ArrowDown', 3, 10, 5)).toBe(4);
    expect(nextIndex('ArrowDown', 9, 10, 5)).toBe(9);
    expect(nextIndex('ArrowUp', 0, 10, 5)).toBe(0);
  });

  it('begin at the nearer end when nothing is selected', () => {
    expect(nextIndex('ArrowDown', -1, 10, 5)).toBe(0);
    expect(nextIndex('ArrowUp', -1, 10, 5)).toBe(9);
  });

  it('move by a page and to the ends', () => {
    expect(nextIndex('PageDown', 3, 10, 5)).toBe(8);
    expect(nextIndex('PageDown', 8, 10, 5)).toBe(9);
    expect(nextIndex('PageUp', 3, 10, 5)).toBe(0);
    expect(nextIndex('Home', 7, 10, 5)).toBe(0);
    expect(nextIndex('End', 2, 10, 5)).toBe(9);
  });

  it('leave every other key alone', () => {
    expect(nextIndex('Tab', 3, 10, 5)).toBeNull();
  });
});

describe('typing in a list', () => {
  const items = ['1.0.0', '1.1.0', '2.0.0', '2.1.0', 'nightly'];
  const textOf = (index: number) => items[index] ?? '';
  const typing = () => {
    const typeAhead = createTypeAhead();
    return (key: string, timeStamp: number, from: number, held = {}) =>
      typeAhead(
        { key, timeStamp, ctrlKey: false, metaKey: false, altKey: false, ...held },
        from,
        items.length,
        textOf,
      );
  };

  it('finds what begins with what is typed in quick succession', () => {
    const type = typing();
    expect(type('2', 0, -1)).toBe(2);
    expect(type('.', 100, 2)).toBe(2);
    expect(type('1', 200, 2)).toBe(3);
  });

  it('begins a new word after a pause', () => {
    const type = typing();
    expect(type('2', 0, -1)).toBe(2);
    expect(type('1', 2000, 2)).toBe(0);
  });

  it('goes on to the next with the same letter, and comes round', () => {
    const type = typing();
    expect(type('2', 0, 2)).toBe(3);
    expect(type('2', 2000, 3)).toBe(2);
  });

  it('does not mind the case, and finds nothing for what nothing begins with', () => {
    const type = typing();
    expect(type('N', 0, 0)).toBe(4);
    expect(type('z', 2000, 0)).toBeNull();
  });

  it('leaves shortcuts and named keys alone', () => {
    const type = typing();
    expect(type('2', 0, 0, { ctrlKey: true })).toBeNull();
    expect(type('ArrowDown', 0, 0)).toBeNull();
    expect(type(' ', 0, 0)).toBeNull();
  });
});

describe('moving a row', () => {
  it('takes it out and puts it in at its new place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'b', 'c']);
  });
});
