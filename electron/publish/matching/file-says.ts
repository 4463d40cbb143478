import type { JarInspection } from '../../model/draft.ts';
import type { Branch } from '../../model/release.ts';
import type { Ground } from './match-ground.ts';
import { indexOfTokens, longestName, splitName, type Token, tokensOf } from './name-tokens.ts';
import { isBesides, isBesidesExtension } from './name-words.ts';
import { isVersionWord, type VersionParts, versionParts } from './version-parts.ts';
import { type Reading, readingsOf } from './version-readings.ts';

/** A file that is looked for a release for. */
export interface FileToMatch {
  /** Its base name. */
  readonly name: string;
  /** The folders it was found in, from the one that was dropped; null for one that was dropped itself. */
  readonly folder: string | null;
  /** What the server would find in it; null for what it would not open. */
  readonly jar: JarInspection | null;
}

/** What a file says of itself. */
export interface FileSays {
  /** The end of it, where it is longer than `longestName`. */
  readonly name: string;
  /** Of the name, without its extension. */
  readonly tokens: readonly Token[];
  readonly extension: string | null;
  /** What may be the version in its name, likeliest first. */
  readonly readings: readonly Reading[];
  /** What its `plugin.yml` says; null where there is none, or no more than a placeholder. */
  readonly plugin: { readonly name: string | null; readonly version: VersionParts | null };
  readonly branches: readonly NamedBranch[];
  /** The word or extension by which it is something beside a program: sources, sha256. */
  readonly besides: string | null;
}

/** A branch that a file's name, or the folder it lay in, speaks of. */
export interface NamedBranch {
  readonly branch: Branch;
  readonly where: 'name' | 'folder';
  /** The tokens of the name that speak of it: from the first to before the last. */
  readonly from: number;
  readonly until: number;
}

/** Reads what a file says, with the names of the product and its branches in mind. */
export function fileSays({ name: whole, folder, jar }: FileToMatch, ground: Ground): FileSays {
  const name = whole.slice(-longestName);
  const { stem, extension } = splitName(name);
  const tokens = tokensOf(stem);
  const read = readingsOf(stem)
    .slice(0, mostReadings)
    .map((reading) => asHabits(reading, ground));
  const [first] = read;
  const lead = leadLength(first, ground);
  const named = branchesIn(tokens, lead, ground);
  // The numbers of a branch are the version only where there are no others.
  const others = read.filter((reading) => !named.some((branch) => isWithin(reading, branch)));
  const inFolder = folder === null ? [] : branchesIn(tokensOf(folder), 0, ground);
  return {
    name,
    tokens,
    extension,
    readings: others.length > 0 ? others : read,
    plugin: pluginSays(jar),
    branches: named.length > 0 ? named : inFolder.map((branch) => ({ ...branch, where: 'folder' })),
    besides: besidesIn(tokens.slice(lead), extension),
  };
}

/** No name means more numbers as its version; each is held against every release of these numbers. */
const mostReadings = 12;

/** Where releases are called by the day, a day is a version. */
function asHabits(reading: Reading, { habits }: Ground): Reading {
  return reading.strength === 'date' && habits.years ? { ...reading, strength: 'dotted' } : reading;
}

/** What stands in front of a version, squeezed, without the words that name a branch. */
export function leadOf({ tokens, first }: Reading, branches: readonly NamedBranch[]): string {
  const lead = tokens.filter((_token, at) => at < first && !branches.some((branch) => isOf(branch, at)));
  const [last] = lead.slice(-1);
  const words = last !== undefined && isVersionWord(last) ? lead.slice(0, -1) : lead;
  return words.map(({ text }) => text).join('');
}

/** Whether this token of the name speaks of the branch. */
export function isOf({ where, from, until }: NamedBranch, at: number): boolean {
  return where === 'name' && at >= from && at < until;
}

/** How many tokens in front of a version are the name of the product: its words name no branch. */
function leadLength(reading: Reading | undefined, { leads }: Ground): number {
  return reading !== undefined && leads.has(leadOf(reading, [])) ? reading.first : 0;
}

/** The branches these words speak of; of two where one is part of the other, the longer. */
function branchesIn(tokens: readonly Token[], from: number, { branches }: Ground): NamedBranch[] {
  const found = branches.flatMap(({ branch, words }): NamedBranch[] => {
    const at = indexOfTokens(tokens, words, from);
    return at === -1 ? [] : [{ branch, where: 'name', from: at, until: at + words.length }];
  });
  return found.filter(
    (one) => !found.some((other) => other !== one && covers(other, one) && !covers(one, other)),
  );
}

function covers(a: NamedBranch, b: NamedBranch): boolean {
  return a.from <= b.from && a.until >= b.until;
}

function isWithin({ first, behind }: Reading, { from, until }: NamedBranch): boolean {
  return first >= from && behind <= until;
}

function pluginSays(jar: JarInspection | null): FileSays['plugin'] {
  if (jar === null || 'problem' in jar) return { name: null, version: null };
  const { pluginName, pluginVersion } = jar;
  // A build that did not fill it in leaves `${version}` or `@version@` there.
  const isFilledIn = pluginVersion !== null && !/[${}@]/.test(pluginVersion);
  return { name: pluginName, version: isFilledIn ? versionParts(pluginVersion) : null };
}

function besidesIn(tokens: readonly Token[], extension: string | null): string | null {
  if (extension !== null && isBesidesExtension(extension)) return `.${extension}`;
  return tokens.find(({ text }) => isBesides(text))?.text ?? null;
}
