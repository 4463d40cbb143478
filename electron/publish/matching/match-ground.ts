import type { Branch, Product } from '../../model/release.ts';
import { compareVersions } from '../../model/version.ts';
import type { Pieces } from '../../pieces.ts';
import { type Entry, type Known, matchEntries, versionPlace } from './match-entries.ts';
import { splitName, squeezed, tokensOf } from './name-tokens.ts';
import { isVersionWord, numbersKey } from './version-parts.ts';

/** Everything about a product that files are held against, looked up by what a file says. */
export interface Ground {
  readonly product: Product;
  /** By `numbersKey`. */
  readonly byNumbers: ReadonlyMap<string, readonly Entry[]>;
  /** By the name of the file that is there, in lower case. */
  readonly byFileName: ReadonlyMap<string, readonly Entry[]>;
  /** Those whose version does not begin with a number, and the words it is made of. */
  readonly byWords: readonly { readonly entry: Entry; readonly words: readonly string[] }[];
  /** The branches in which files are called so (`patternOf`). */
  readonly patterns: ReadonlyMap<string, ReadonlySet<string | null>>;
  /** What files of the product are called in front of their versions, squeezed: its own name is among them. */
  readonly leads: ReadonlySet<string>;
  /** The same of one of its files, as it is written; null where it has none. */
  readonly example: string | null;
  /** The same of the other products, by their names alone. */
  readonly otherProducts: ReadonlyMap<string, string>;
  readonly branches: readonly { readonly branch: Branch; readonly words: readonly string[] }[];
  /** Words behind the numbers of versions, by branch. */
  readonly suffixes: ReadonlyMap<string | null, ReadonlySet<string>>;
  /** Whether versions begin with a `v`, and whether some begin with a year. */
  readonly habits: { readonly v: boolean; readonly years: boolean };
  /** The branch of the newest version; undefined where there are no releases. */
  readonly newestIn: string | null | undefined;
}

/** Prepares a product for being matched against, some hundred releases to a piece. */
export function* prepareGround(known: Known): Pieces<Ground> {
  const entries = yield* matchEntries(known);
  const own = squeezed(known.product.name);
  const byNumbers = new Map<string, Entry[]>();
  const byFileName = new Map<string, Entry[]>();
  const byWords: { entry: Entry; words: string[] }[] = [];
  const patterns = new Map<string, Set<string | null>>();
  const leads = new Set([own]);
  const suffixes = new Map<string | null, Set<string>>();
  const habits = { v: false, years: false };
  let example: string | null = null;
  let newest: Entry | null = null;

  for (const [at, entry] of entries.entries()) {
    if (at > 0 && at % entriesPerPiece === 0) yield;
    const { parts, version, branchId, fileName, pattern } = entry;
    if (newest === null || compareVersions(version, newest.version) > 0) newest = entry;
    if (parts === null) byWords.push({ entry, words: tokensOf(version).map(({ text }) => text) });
    else {
      listIn(byNumbers, numbersKey(parts.numbers)).push(entry);
      for (const word of parts.suffix) setIn(suffixes, branchId).add(word);
      habits.v ||= /^v/i.test(version);
      habits.years ||= /^(?:19|20)\d{2}$/.test(parts.numbers[0] ?? '');
    }
    if (fileName === null) continue;
    listIn(byFileName, fileName.toLowerCase()).push(entry);
    if (pattern === null) continue;
    setIn(patterns, pattern).add(branchId);
    const lead = leadOf(fileName, pattern);
    if (lead === '') continue;
    leads.add(squeezed(lead));
    example = lead;
  }

  return {
    product: known.product,
    byNumbers,
    byFileName,
    byWords,
    patterns,
    leads,
    example,
    otherProducts: new Map(
      known.otherProducts
        .map(({ name }) => [squeezed(name), name] as const)
        .filter(([name]) => name !== own && name !== ''),
    ),
    branches: known.branches.map((branch) => ({
      branch,
      words: tokensOf(branch.name).map(({ text }) => text),
    })),
    suffixes,
    habits,
    newestIn: newest === null ? undefined : newest.branchId,
  };
}

const entriesPerPiece = 400;

/** What a file name says before its version, without the dash; empty where nothing stands there. */
function leadOf(fileName: string, pattern: string): string {
  const at = pattern.indexOf(versionPlace);
  return trimmedLead(at === -1 ? splitName(fileName).stem : fileName.slice(0, at));
}

/** Without what only parts it from the version. */
function trimmedLead(text: string): string {
  const tokens = tokensOf(text);
  const last = tokens.findLast((token, at) => at < tokens.length - 1 || !isVersionWord(token));
  return text.slice(0, last?.end ?? 0);
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function setIn<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const set = map.get(key) ?? new Set();
  map.set(key, set);
  return set;
}
