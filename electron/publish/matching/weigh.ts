import { words } from '../../texts/words.ts';
import { against, doubt, type Evidence, noEvidence, said, speaksFor, together } from './evidence.ts';
import { type FileSays, leadOf } from './file-says.ts';
import { leftoverOf } from './leftover.ts';
import { type Entry, patternOf } from './match-entries.ts';
import type { Ground } from './match-ground.ts';
import { splitName, squeezed } from './name-tokens.ts';
import { numbersKey, sameTexts } from './version-parts.ts';
import { type Reading, written } from './version-readings.ts';

const reasons = () => words().matching;

/** A version that a file says of itself, held against one release. */
export interface Claim {
  readonly source: 'name' | 'plugin';
  readonly reading: Reading;
  /** How many of the tokens behind its numbers are a part of the release's version. */
  readonly suffixLength: number;
}

/**
 * What speaks for and against a file being for a release of the version it claims.
 *
 * @param rivals releases that the same claim fits as well, in other branches
 */
export function weigh(
  says: FileSays,
  claim: Claim,
  entry: Entry,
  ground: Ground,
  rivals: readonly Entry[],
): Evidence {
  const pattern = patternOfClaim(says, claim);
  return together([
    versionEvidence(says, claim, entry, ground.patterns.has(pattern)),
    nameEvidence(says, leadOfClaim(says, claim), pattern, ground, entry),
    branchEvidence(says, pattern, ground, entry, rivals),
    besidesEvidence(says, pattern, ground),
    stateEvidence(says, entry),
  ]);
}

/** What the name keeps from release to release, as this claim has it. */
export function patternOfClaim(
  { name }: FileSays,
  { source, reading, suffixLength }: Pick<Claim, 'source' | 'reading' | 'suffixLength'>,
): string {
  if (source === 'plugin') return name.toLowerCase();
  const { tokens, first, behind } = reading;
  return patternOf(name, tokens[first]?.start ?? 0, tokens[behind + suffixLength - 1]?.end ?? 0);
}

/** What the name says beside the version, squeezed. */
export function leadOfClaim(
  { tokens, branches }: FileSays,
  { source, reading }: Pick<Claim, 'source' | 'reading'>,
): string {
  return source === 'name' ? leadOf(reading, branches) : tokens.map(({ text }) => text).join('');
}

function versionEvidence(says: FileSays, claim: Claim, entry: Entry, isUsualName: boolean): Evidence {
  const { reading, source, suffixLength } = claim;
  const pieces: Evidence[] = [claimEvidence(says, claim, entry)];
  if (entry.parts !== null && !sameTexts(reading.numbers, entry.parts.numbers)) {
    pieces.push(doubt(reasons().differs(written(reading, suffixLength), entry.version)));
  } else if (reading.strength === 'single' || reading.strength === 'date') {
    pieces.push(doubt(reasons().maybeNoVersion(written(reading))));
  } else if (source === 'name' || !says.readings.some(({ strength }) => strength === 'dotted')) {
    pieces.push(said('version'));
  }
  if (entry.renamedFrom !== null) {
    pieces.push(speaksFor(reasons().draftRenames(entry.renamedFrom, entry.version)));
  }
  if (source === 'name' && !isUsualName) {
    const { mark, unknown } = leftoverOf(reading, suffixLength, says.branches);
    if (mark !== null) {
      pieces.push(against(reasons().notOfVersion(mark, entry.version)));
    }
    if (unknown !== null) pieces.push(unexplained(unknown));
  }
  return together(pieces);
}

export function unexplained(text: string): Evidence {
  return doubt(reasons().unexplained(text));
}

/** The name and `plugin.yml` say the same, only one of them says something, or they contradict each other. */
function claimEvidence({ plugin, readings }: FileSays, claim: Claim, entry: Entry): Evidence {
  const { source, reading, suffixLength } = claim;
  const text = written(reading, suffixLength);
  const inPlugin = plugin.version;
  if (source === 'plugin') {
    const [inName] = readings.filter(({ strength }) => strength === 'dotted');
    if (inName === undefined) return speaksFor(reasons().pluginSays(inPlugin?.text ?? text));
    return against(reasons().contradiction(written(inName), inPlugin?.text ?? text));
  }
  if (inPlugin === null) return speaksFor(reasons().nameSays(text));
  if (numbersKey(inPlugin.numbers) !== numbersKey(reading.numbers)) {
    return against(reasons().contradiction(text, inPlugin.text));
  }
  const agrees =
    inPlugin.suffix.length === 0 ||
    sameTexts(inPlugin.suffix, entry.parts?.suffix ?? []) ||
    inPlugin.suffix.every((word) => reading.tokens.some((token) => token.text === word));
  if (agrees) return speaksFor(reasons().bothSay(text));
  return together([speaksFor(reasons().nameSays(text)), doubt(reasons().pluginNearly(inPlugin.text))]);
}

/** Whether it is a file of this product at all. */
export function nameEvidence(
  { plugin }: FileSays,
  lead: string,
  pattern: string,
  ground: Ground,
  entry: Entry | null,
): Evidence {
  const { leads, otherProducts, product, patterns, example } = ground;
  if (entry !== null && pattern === entry.pattern) {
    return said('name', reasons().likeTheFile(entry.fileName ?? ''));
  }
  const inPlugin = squeezed(plugin.name ?? '');
  const other = otherProducts.get(lead) ?? otherProducts.get(inPlugin);
  const isOwn = leads.has(lead) || leads.has(inPlugin);
  if (other !== undefined && !isOwn) return against(reasons().likeOtherProduct(other));
  if (other !== undefined) {
    return doubt(reasons().partlyOtherProduct(other));
  }
  if (patterns.has(pattern)) return said('name', reasons().likeOthers);
  if (isOwn) {
    return leads.has(lead)
      ? said('name', reasons().isCalled(example ?? product.name))
      : said('name', reasons().pluginSays(plugin.name ?? ''));
  }
  if (lead === '') return noEvidence;
  const isNear = [...leads].some(
    (known) => known.length >= shortestLead && (lead.includes(known) || known.includes(lead)),
  );
  if (isNear) return doubt(reasons().nearly(example ?? product.name));
  return example === null
    ? doubt(reasons().nothingOf(product.name))
    : against(reasons().unlikeOthers(product.name, example));
}

/** Shorter names are in too many others. */
const shortestLead = 3;

function branchEvidence(
  says: FileSays,
  pattern: string,
  { patterns }: Ground,
  entry: Entry,
  rivals: readonly Entry[],
): Evidence {
  const { branchId, branchName, version } = entry;
  const own = branchName ?? branchId;
  const [named] = says.branches;
  if (named !== undefined) {
    const hit = says.branches.find(({ branch }) => branch.id === branchId);
    if (hit !== undefined) return said('branch', namedSentence(hit));
    return against(reasons().branch.namedOther(named.branch.name, named.where === 'folder', own));
  }
  if (pattern === entry.pattern) return said('branch');
  const others = rivals.filter((rival) => rival.branchId !== branchId);
  const usedIn = patterns.get(pattern);
  if (usedIn?.size === 1 && usedIn.has(branchId)) {
    return branchId === null
      ? said('branch')
      : said('branch', reasons().branch.filesCalledSo(branchName ?? branchId));
  }
  if (branchId === null) {
    if (others.length === 0) return said('branch');
    return doubt(reasons().branch.alsoIn(version, branchList(others)));
  }
  if (others.length === 0) return doubt(reasons().branch.unnamed(own ?? branchId));
  if (others.some((rival) => rival.branchId === null)) {
    return against(reasons().branch.unnamed(own ?? branchId));
  }
  return against(reasons().branch.inSeveral(version, branchList([entry, ...others])));
}

function namedSentence({ branch, where }: FileSays['branches'][number]): string {
  return where === 'name' ? reasons().branch.named(branch.name) : reasons().branch.folder(branch.name);
}

/** dev, legacy and beta. */
function branchList(entries: readonly Entry[]): string {
  const names = [
    ...new Set(entries.map(({ branchId, branchName }) => branchName ?? branchId ?? reasons().branch.none)),
  ];
  const last = names.pop() ?? '';
  return names.length === 0 ? last : reasons().branch.list(names, last);
}

export function besidesEvidence({ besides }: FileSays, pattern: string, { patterns }: Ground): Evidence {
  if (besides === null || patterns.has(pattern)) return noEvidence;
  return against(reasons().besides(besides));
}

/** What the release has already. */
function stateEvidence({ name, extension }: FileSays, entry: Entry): Evidence {
  const { fileName, draftFile, isPublishing, version } = entry;
  const pieces: Evidence[] = [];
  if (isPublishing) pieces.push(against(reasons().publishing(version)));
  if (draftFile !== null && draftFile !== name) {
    pieces.push(doubt(reasons().draftHasFile(draftFile)));
  }
  const stored = fileName === null ? null : splitName(fileName).extension;
  if (draftFile === null && stored !== null && extension !== null && stored !== extension) {
    pieces.push(doubt(reasons().otherExtension(stored, extension)));
  }
  return together(pieces);
}
