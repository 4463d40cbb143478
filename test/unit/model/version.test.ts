import semver from 'semver';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  sortByVersion,
  sortingByVersion,
  versionRange,
} from '../../../electron/model/version.ts';

const ascending = [
  '',
  'latest',
  'nightly-2',
  'nightly-10',
  '0.9',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0b2',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0',
  '1.0.0',
  '1.0.0+build.5',
  'v1.0.0',
  '1.0.0.1-SNAPSHOT',
  '1.0.0.1',
  '1.0.1',
  '2.0.2',
  '2.0.10',
  'V2.1',
  '20260101120000000001',
  '20260101120000000002',
];

describe('the order of versions', () => {
  it('is the one a person expects, whatever way they are written', () => {
    const shuffled = ascending.toSorted((a, b) => a.length - b.length || (a < b ? 1 : -1));
    expect(sortByVersion(shuffled, (version) => version)).toEqual(ascending);
  });

  it('is the same when it is made a part at a time, and items of the same version keep theirs', () => {
    const items = Array.from({ length: 4500 }, (_, nth) => ({
      version: `1.${(nth * 7919) % 60}.${(nth * 104_729) % 50}`,
      nth,
    }));
    const sorting = sortingByVersion(items, ({ version }) => version);
    let parts = 1;
    let step = sorting.next();
    for (; step.done !== true; step = sorting.next()) parts += 1;
    expect(step.value).toEqual(sortByVersion(items, ({ version }) => version));
    expect(parts).toBeGreaterThan(5);
    expect(sortingByVersion([], String).next().value).toEqual([]);
  });

  it('is total: antisymmetric, transitive, and 0 only for the same text', () => {
    for (const [i, a] of ascending.entries()) {
      for (const [j, b] of ascending.entries()) {
        expect(Math.sign(compareVersions(a, b)), `${a} against ${b}`).toBe(Math.sign(i - j));
      }
    }
  });

  it('agrees with SemVer wherever both follow it', () => {
    const strict = ascending.filter((version) => semver.valid(version));
    expect(strict.length).toBeGreaterThan(8);
    for (const a of strict) {
      for (const b of strict) {
        const order = semver.compare(a, b);
        if (order !== 0) expect(Math.sign(compareVersions(a, b)), `${a} against ${b}`).toBe(order);
      }
    }
  });

  it('keeps items of the same version in their order', () => {
    const items = [
      { version: '1.0', branch: 'dev' },
      { version: '0.9', branch: 'main' },
      { version: '1.0', branch: 'main' },
    ];
    expect(sortByVersion(items, ({ version }) => version).map(({ branch }) => branch)).toEqual([
      'main',
      'dev',
      'main',
    ]);
  });

  it('does not stumble over long or hostile text', () => {
    const long = `${'1.'.repeat(5000)}1`;
    expect(compareVersions(long, `${long}0`)).toBeLessThan(0);
    expect(compareVersions('1'.repeat(5000), '2')).toBeGreaterThan(0);
    expect(compareVersions('1\n2', '1')).not.toBe(0);
  });
});

describe('a range of versions', () => {
  const within = (range: string, ...versions: string[]) =>
    versions.filter(versionRange(range) ?? (() => false));

  it('goes by the same order, and takes no version for older because it says less', () => {
    expect(within('<2.0', '1.99.3', '2.0', '2.0.0', '2.0.0-beta', 'v1.2', '2.0.1')).toEqual([
      '1.99.3',
      '2.0.0-beta',
      'v1.2',
    ]);
    expect(within('<=2', '2.0.0', '2.0.1')).toEqual(['2.0.0']);
    expect(within('=v2.0.0', '2', '2.0.0', '2.0.0-rc.1')).toEqual(['2', '2.0.0']);
  });

  it('has nothing that does not begin with a number', () => {
    expect(within('<99', 'nightly', '', 'build 7')).toEqual([]);
    expect(within('0.x', 'nightly', '', 'build 7')).toEqual([]);
  });

  it('is what stands behind the same numbers', () => {
    const versions = ['1.9', '2', '2.0.0-beta', '2.1.4', 'v2.10', '20.1', '02.7', '3.0.0-rc.1'];
    const two = ['2', '2.0.0-beta', '2.1.4', 'v2.10', '02.7'];
    for (const range of ['2.x', '2.*', '2.X', 'v2.x']) expect(within(range, ...versions)).toEqual(two);
    expect(within('2.0.x', ...versions)).toEqual(['2', '2.0.0-beta']);
    expect(within('2.x.x', ...versions)).toEqual(two);
  });

  it('is what a caret or a tilde lets through, without what comes before the next one is finished', () => {
    const versions = ['2.0.9', '2.1.0-rc.1', '2.1', '2.1.5', '2.2', '3.0.0-rc.1', '3.0'];
    expect(within('^2.1', ...versions)).toEqual(['2.1', '2.1.5', '2.2']);
    expect(within('^v2.1.0-rc.1', ...versions)).toEqual(['2.1.0-rc.1', '2.1', '2.1.5', '2.2']);
    expect(within('~2.1', ...versions)).toEqual(['2.1', '2.1.5']);
    expect(within('~2', ...versions)).toEqual(['2.0.9', '2.1.0-rc.1', '2.1', '2.1.5', '2.2']);
    expect(within('^0.2.3', '0.2.2', '0.2.4', '0.3')).toEqual(['0.2.4']);
    expect(within('^0.0.3', '0.0.3', '0.0.4')).toEqual(['0.0.3']);
    expect(within('^0', '0', '0.9', '1')).toEqual(['0', '0.9']);
  });

  it('is no other text', () => {
    for (const text of ['', '<', '2.0', '<nightly', '~>2', '<>2', 'x', '^x', 'a.x'])
      expect(versionRange(text)).toBeNull();
  });
});
