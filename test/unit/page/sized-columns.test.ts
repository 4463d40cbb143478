import { describe, expect, test } from 'vitest';
import {
  type SizedList,
  textOfWidths,
  tracksOf,
  widthsIn,
  withWidth,
} from '../../../renderer/ui/grid/sized-columns.ts';

type Name = 'version' | 'outcome' | 'progress' | 'when';

const list: SizedList<Name> = {
  setting: 'some-columns',
  columns: [
    { id: 'version', title: 'Release', least: 72 },
    { id: 'outcome', title: 'Outcome', least: 96 },
    { id: 'progress', title: 'Progress', least: 80, isFixed: true },
    { id: 'when', title: 'When', least: 60 },
  ],
  growing: 'outcome',
};
const none = widthsIn(list, undefined);

describe('the widths of a list’s columns', () => {
  test('leave the list as it is until one is given', () => {
    expect(tracksOf(list, none)).toEqual({});
  });

  test('become narrower where there is no room, and what is left goes to the column that grows', () => {
    expect(tracksOf(list, withWidth(none, 'version', 140.4))).toEqual({
      '--width-version': 'minmax(72px, 140px)',
    });
  });

  test('leave it to the last column once the growing one has a width', () => {
    expect(tracksOf(list, withWidth(none, 'outcome', 300))).toEqual({
      '--width-outcome': 'minmax(96px, 300px)',
      '--width-when': 'minmax(60px, 1fr)',
    });
  });

  test('are remembered, changed and given back one by one', () => {
    const widths = withWidth(withWidth(none, 'version', 140), 'outcome', 300);
    expect(textOfWidths(widths)).toBe('version:140 outcome:300');
    expect(widthsIn(list, textOfWidths(widths))).toEqual(widths);
    expect(textOfWidths(withWidth(widths, 'version', null))).toBe('outcome:300');
    expect(textOfWidths(withWidth(widths, 'version', 90))).toBe('outcome:300 version:90');
  });

  test('are bounded, and whatever else was remembered counts for nothing', () => {
    expect(widthsIn(list, 'version:1 when:9999')).toEqual(
      new Map([
        ['version', 72],
        ['when', 2000],
      ]),
    );
    expect(widthsIn(list, 'progress:200 colour:3 outcome:wide when:-4 ::')).toEqual(none);
  });
});
