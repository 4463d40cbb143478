import { describe, expect, it } from 'vitest';
import { between, howMany, toggled, toggledAll } from '../../../renderer/ui/grid/marks.ts';

const keys = ['a', 'b', 'c', 'd'];

describe('the marks of a list', () => {
  it('are put one by one, and taken away again', () => {
    expect(toggled(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']));
    expect(toggled(new Set(['a', 'b']), 'a')).toEqual(new Set(['b']));
  });

  it('are drawn from one row to another in either direction', () => {
    expect(between(keys, 'b', 'd')).toEqual(new Set(['b', 'c', 'd']));
    expect(between(keys, 'c', 'a')).toEqual(new Set(['a', 'b', 'c']));
  });

  it('begin with the row itself where a range began at one that is gone', () => {
    expect(between(keys, 'z', 'c')).toEqual(new Set(['c']));
    expect(between(keys, null, 'c')).toEqual(new Set(['c']));
  });

  it('are put on all that is shown, and taken from it once all of it has them', () => {
    expect(toggledAll(new Set(['b']), keys)).toEqual(new Set(keys));
    expect(toggledAll(new Set([...keys, 'elsewhere']), keys)).toEqual(new Set(['elsewhere']));
  });

  it('say whether none, some or all of what is shown have them', () => {
    expect(howMany(new Set(['elsewhere']), keys)).toBe('none');
    expect(howMany(new Set(['a', 'elsewhere']), keys)).toBe('some');
    expect(howMany(new Set(keys), keys)).toBe('all');
  });
});
