import { describe, expect, test } from 'vitest';
import {
  type ColumnChoice,
  choiceIn,
  columnsWithin,
  isUsual,
  mostFor,
  type OwnWidths,
  releaseColumns,
  textOfChoice,
  tracksOf,
  usualChoice,
  widthOf,
  withShown,
  withWidth,
} from '../../../renderer/views/releases/column-layout.ts';

const own: OwnWidths = {
  version: 120,
  status: 100,
  branch: 80,
  file: 140,
  updated: 76,
  created: 76,
  licenses: 72,
};
const all = withShown(usualChoice, releaseColumns);

describe('the columns of the release list', () => {
  test('give way where there is no room: what says least goes first, the file becomes narrower', () => {
    expect(columnsWithin(all, own, null)).toEqual(releaseColumns);
    expect(columnsWithin(all, own, 762)).toEqual(releaseColumns);
    expect(columnsWithin(all, own, 761)).toEqual([
      'version',
      'status',
      'branch',
      'file',
      'updated',
      'created',
    ]);
    expect(columnsWithin(all, own, 598)).toEqual(['version', 'status', 'branch', 'file', 'updated']);
    expect(columnsWithin(all, own, 597)).toEqual(['version', 'status', 'branch', 'file']);
    expect(columnsWithin(all, own, 100)).toEqual(['version', 'status', 'file']);
  });

  test('leave what is over to the file, or to the last one where the file is as wide as it was made', () => {
    expect(tracksOf(['version', 'file', 'updated'], usualChoice, own)).toBe('120px minmax(110px, 1fr) 76px');
    const wide = withWidth(usualChoice, 'file', 300);
    expect(tracksOf(['version', 'file', 'updated'], wide, own)).toBe(
      '120px minmax(110px, 300px) minmax(76px, 1fr)',
    );
    expect(widthOf('file', ['version', 'file', 'updated'], wide, own, 1000)).toBe(300);
    expect(widthOf('file', ['version', 'file', 'updated'], wide, own, 400)).toBe(400 - 50 - 2 * 8 - 120 - 76);
    expect(tracksOf(['version', 'file'], wide, own)).toBe('120px minmax(110px, 1fr)');
    expect(tracksOf(['version'], usualChoice, own)).toBe('minmax(120px, 1fr)');
  });

  test('can be made as wide as leaves every other one its place', () => {
    const columns = ['version', 'file', 'updated'] as const;
    const most = mostFor('version', columns, usualChoice, own, 600);
    expect(most).toBe(600 - 50 - 2 * 8 - 110 - 76);
    const widest = withWidth(usualChoice, 'version', most);
    expect(widthOf('version', columns, widest, own, 600)).toBe(most);
    expect(widthOf('file', columns, widest, own, 600)).toBe(110);
    expect(mostFor('version', columns, usualChoice, own, 100)).toBe(72);
  });
});

describe('the choice of columns', () => {
  test('is remembered with every width, also that of a column that is hidden', () => {
    const choice: ColumnChoice = withWidth(withShown(usualChoice, ['file', 'licenses']), 'updated', 90.4);
    expect(textOfChoice(choice)).toBe('version -status -branch file -updated:90 -created licenses');
    expect(choiceIn(textOfChoice(choice))).toEqual(choice);
    expect([isUsual(choice), isUsual(usualChoice), isUsual(withWidth(choice, 'updated', null))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('is the usual one where nothing is remembered, or nothing that makes sense', () => {
    expect(choiceIn(undefined)).toEqual(usualChoice);
    expect(choiceIn('')).toEqual(usualChoice);
    expect(choiceIn('{"shown":[]} colour:3 file:wide status:-4 :::')).toEqual(usualChoice);
  });

  test('never hides the version, and bounds every width', () => {
    const { shown, widths } = choiceIn('-version:1 branch:9999');
    expect(shown.has('version')).toBe(true);
    expect(widths).toEqual({ version: 72, branch: 2000 });
  });
});
