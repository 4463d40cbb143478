import { expect, test } from 'vitest';
import { indexReleases } from '../../../renderer/store/release-order.ts';
import { ownWidths } from '../../../renderer/views/releases/column-widths.ts';
import { exampleRelease } from '../../support/examples.ts';

const versionWidth = (versions: readonly string[]): number =>
  ownWidths(indexReleases(versions.map((version) => exampleRelease({ id: version, version })))).version;

const short = (count: number): string[] => Array.from({ length: count }, (_, index) => `1.${index + 10}.0`);
const long = '2025.1-edge.100';

test('in a short list the version column has room for the longest', () => {
  for (const others of [0, 1, 6, 32]) {
    expect(versionWidth([...short(others), long])).toBe(versionWidth([long]));
  }
});

test('in a long one it has room for all but a few', () => {
  expect(versionWidth([...short(99), long])).toBe(versionWidth(short(99)));
});
