import semver from 'semver';

/**
 * Compares two versions as a person reads them: negative when `a` is older. SemVer where they follow it (2.0.2
 * before 2.0.10, 1.0.0-beta before 1.0.0), the same with a `v` in front or with more or fewer than three numbers;
 * what does not begin with a number comes first, as text. A total order: 0 only for the same text.
 */
export function compareVersions(a: string, b: string): number {
  return compareParsed(parse(a), parse(b));
}

/**
 * What a range such as `<2.0`, `>=1.4.0`, `=2.0`, `~2.1`, `^2.1` or `2.x` says of a version; null for a text that is none.
 * Versions with more or fewer numbers are the same here (`2.0` and `2.0.0`); one that does not begin with a number is in
 * no range. `~`, `^` and `x` are npm's (https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies), but that a
 * prerelease belongs to the numbers it stands behind: `2.1-rc.1` is in `2.x` and, as older than 2.1, not in `^2.1`.
 */
export function versionRange(text: string): ((version: string) => boolean) | null {
  const [, sign = '', given = ''] = /^(<=|>=|<|>|=|~|\^)(v?\d.*)$/is.exec(text) ?? [];
  const isWithin = within[sign];
  const isBegun = begun[sign];
  const [, stem] = /^v?(\d+(?:\.\d+)*)(?:\.[x*])+$/i.exec(text) ?? [];
  if (stem !== undefined) return among((version) => beginsWith(version, parse(stem).numbers));
  const end = parse(given);
  const comparedTo = (version: Parsed) => compareNumbers(version, end) || comparePrerelease(version, end);
  if (isWithin !== undefined) return among((version) => isWithin(comparedTo(version)));
  if (isBegun === undefined) return null;
  const beginning = end.numbers.slice(0, isBegun(end.numbers));
  return among((version) => beginsWith(version, beginning) && comparedTo(version) >= 0);
}

const among =
  (isIn: (version: Parsed) => boolean) =>
  (text: string): boolean => {
    const version = parse(text);
    return version.numbers.length > 0 && isIn(version);
  };

function beginsWith({ numbers }: Parsed, beginning: readonly string[]): boolean {
  return beginning.every((number, at) => (numbers[at] ?? '0') === number);
}

const within: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
};

/** With how many of these numbers a version has to begin. */
const begun: Readonly<Record<string, (numbers: readonly string[]) => number>> = {
  '~': () => 2,
  '^': (numbers) => numbers.findIndex((number) => number !== '0') + 1 || numbers.length,
};

/** A sorted copy, oldest first; items of the same version keep their order. */
export function sortByVersion<T>(items: readonly T[], versionOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, parsed: parse(versionOf(item)) }))
    .sort((a, b) => compareParsed(a.parsed, b.parsed))
    .map(({ item }) => item);
}

/** As `sortByVersion`, a part of it at a time, for who has others to let through in between. */
export function* sortingByVersion<T>(
  items: readonly T[],
  versionOf: (item: T) => string,
): Generator<void, T[], void> {
  let runs: { item: T; parsed: Parsed }[][] = [];
  for (let from = 0; from < items.length; from += runLength) {
    const run = items.slice(from, from + runLength).map((item) => ({ item, parsed: parse(versionOf(item)) }));
    runs.push(run.sort((a, b) => compareParsed(a.parsed, b.parsed)));
    yield;
  }
  while (runs.length > 1) {
    const merged: typeof runs = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(mergeRuns(runs[at] ?? [], runs[at + 1] ?? []));
      yield;
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ item }) => item);
}

/** So many are sorted at once: a few milliseconds. */
const runLength = 1000;

function mergeRuns<T extends { readonly parsed: Parsed }>(a: readonly T[], b: readonly T[]): T[] {
  const merged: T[] = [];
  let next = 0;
  for (const item of b) {
    for (let other = a[next]; other && compareParsed(other.parsed, item.parsed) <= 0; other = a[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(item);
  }
  return [...merged, ...a.slice(next)];
}

interface Parsed {
  readonly text: string;
  /** Without leading zeros, as text: a date and time as version is longer than a number is exact. Empty for text. */
  readonly numbers: readonly string[];
  /** What stands behind the numbers, before a `+`; empty for a finished version. */
  readonly prerelease: readonly string[];
}

const pattern = /^v?(\d+(?:\.\d+)*)([^+]*)(?:\+.*)?$/is;

function parse(text: string): Parsed {
  const [, numbers, rest = ''] = pattern.exec(text) ?? [];
  if (numbers === undefined) return { text, numbers: [], prerelease: [] };
  const tail = rest.replace(/^[-._]/, '');
  return {
    text,
    numbers: numbers.split('.').map((digits) => digits.replace(/^0+(?=\d)/, '')),
    prerelease: tail === '' ? [] : tail.split('.'),
  };
}

function compareParsed(a: Parsed, b: Parsed): number {
  return compareNumbers(a, b) || comparePrerelease(a, b) || compareText(a.text, b.text);
}

function compareNumbers(a: Parsed, b: Parsed): number {
  if (a.numbers.length === 0 || b.numbers.length === 0) {
    return Math.sign(a.numbers.length - b.numbers.length);
  }
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.numbers[index] ?? '0', b.numbers[index] ?? '0'];
    const order = left.length - right.length || compareCodeUnits(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePrerelease(a: Parsed, b: Parsed): number {
  if (a.prerelease.length === 0 || b.prerelease.length === 0) {
    return Math.sign(b.prerelease.length - a.prerelease.length);
  }
  const length = Math.max(a.prerelease.length, b.prerelease.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.prerelease[index], b.prerelease[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = semver.compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

const natural = new Intl.Collator('en', { numeric: true });

function compareText(a: string, b: string): number {
  return natural.compare(a, b) || compareCodeUnits(a, b);
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
