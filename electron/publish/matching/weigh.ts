import { against, doubt, type Evidence, noEvidence, said, speaksFor, together } from './evidence.ts';
import { type FileSays, leadOf } from './file-says.ts';
import { leftoverOf } from './leftover.ts';
import { type Entry, patternOf } from './match-entries.ts';
import type { Ground } from './match-ground.ts';
import { splitName, squeezed } from './name-tokens.ts';
import { numbersKey, sameTexts } from './version-parts.ts';
import { type Reading, written } from './version-readings.ts';

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
    pieces.push(doubt(`It says ${written(reading, suffixLength)}, the release is ${entry.version}.`));
  } else if (reading.strength === 'single' || reading.strength === 'date') {
    pieces.push(doubt(`${written(reading)} in its name may be something else than a version.`));
  } else if (source === 'name' || !says.readings.some(({ strength }) => strength === 'dotted')) {
    pieces.push(said('version'));
  }
  if (entry.renamedFrom !== null) {
    pieces.push(speaksFor(`The draft of ${entry.renamedFrom} makes it ${entry.version}.`));
  }
  if (source === 'name' && !isUsualName) {
    const { mark, unknown } = leftoverOf(reading, suffixLength, says.branches);
    if (mark !== null) {
      pieces.push(against(`“${mark}” in its name is not a part of the version ${entry.version}.`));
    }
    if (unknown !== null) pieces.push(unexplained(unknown));
  }
  return together(pieces);
}

export function unexplained(words: string): Evidence {
  return doubt(`The app makes nothing of “${words}” in its name.`);
}

/** The name and `plugin.yml` say the same, only one of them says something, or they contradict each other. */
function claimEvidence({ plugin, readings }: FileSays, claim: Claim, entry: Entry): Evidence {
  const { source, reading, suffixLength } = claim;
  const text = written(reading, suffixLength);
  const inPlugin = plugin.version;
  if (source === 'plugin') {
    const [inName] = readings.filter(({ strength }) => strength === 'dotted');
    if (inName === undefined) return speaksFor(`Its plugin.yml says ${inPlugin?.text ?? text}.`);
    return against(contradiction(written(inName), inPlugin?.text ?? text));
  }
  if (inPlugin === null) return speaksFor(`Its name says ${text}.`);
  if (numbersKey(inPlugin.numbers) !== numbersKey(reading.numbers)) {
    return against(contradiction(text, inPlugin.text));
  }
  const agrees =
    inPlugin.suffix.length === 0 ||
    sameTexts(inPlugin.suffix, entry.parts?.suffix ?? []) ||
    inPlugin.suffix.every((word) => reading.tokens.some((token) => token.text === word));
  if (agrees) return speaksFor(`Its name and its plugin.yml say ${text}.`);
  return together([
    speaksFor(`Its name says ${text}.`),
    doubt(`Its plugin.yml says ${inPlugin.text}, which is not quite the same.`),
  ]);
}

function contradiction(inName: string, inPlugin: string): string {
  return `Its name says ${inName}, its plugin.yml says ${inPlugin}.`;
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
    return said('name', `It is called like the file that is there, ${entry.fileName}.`);
  }
  const inPlugin = squeezed(plugin.name ?? '');
  const other = otherProducts.get(lead) ?? otherProducts.get(inPlugin);
  const isOwn = leads.has(lead) || leads.has(inPlugin);
  if (other !== undefined && !isOwn) return against(`It is called like another product, ${other}.`);
  if (other !== undefined) {
    return doubt(`One of its name and its plugin.yml says ${other}, which is another product.`);
  }
  if (patterns.has(pattern)) return said('name', 'It is called like other files of this product.');
  if (isOwn) {
    return leads.has(lead)
      ? said('name', `It is called ${example ?? product.name}.`)
      : said('name', `Its plugin.yml says ${plugin.name}.`);
  }
  if (lead === '') return noEvidence;
  const isNear = [...leads].some(
    (known) => known.length >= shortestLead && (lead.includes(known) || known.includes(lead)),
  );
  if (isNear) return doubt(`Its name is not quite that of ${example ?? product.name}.`);
  return example === null
    ? doubt(`Nothing in its name says that it belongs to ${product.name}.`)
    : against(`It is not called like the other files of ${product.name}, which begin with ${example}.`);
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
  const where =
    branchId === null ? 'the release has no branch' : `the release is in ${branchName ?? branchId}`;
  const [named] = says.branches;
  if (named !== undefined) {
    const hit = says.branches.find(({ branch }) => branch.id === branchId);
    if (hit !== undefined) return said('branch', namedSentence(hit));
    return against(`${namedSentence(named).slice(0, -1)}; ${where}.`);
  }
  if (pattern === entry.pattern) return said('branch');
  const others = rivals.filter((rival) => rival.branchId !== branchId);
  const usedIn = patterns.get(pattern);
  if (usedIn?.size === 1 && usedIn.has(branchId)) {
    return branchId === null ? said('branch') : said('branch', `Files in ${branchName} are called so.`);
  }
  if (branchId === null) {
    if (others.length === 0) return said('branch');
    return doubt(`${version} is in ${branchList(others)} too; its name names no branch.`);
  }
  if (others.length === 0) return doubt(`Its name names no branch; ${where}.`);
  if (others.some((rival) => rival.branchId === null)) {
    return against(`Its name names no branch; ${where}.`);
  }
  return against(
    `${version} is in ${branchList([entry, ...others])}, and its name does not say which is meant.`,
  );
}

function namedSentence({ branch, where }: FileSays['branches'][number]): string {
  return where === 'name'
    ? `Its name names the branch ${branch.name}.`
    : `It lay in a folder called ${branch.name}.`;
}

/** dev, legacy and beta. */
function branchList(entries: readonly Entry[]): string {
  const names = [
    ...new Set(entries.map(({ branchId, branchName }) => branchName ?? branchId ?? 'no branch')),
  ];
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

export function besidesEvidence({ besides }: FileSays, pattern: string, { patterns }: Ground): Evidence {
  if (besides === null || patterns.has(pattern)) return noEvidence;
  return against(`“${besides}” in its name says that it is not the program itself.`);
}

/** What the release has already. */
function stateEvidence({ name, extension }: FileSays, entry: Entry): Evidence {
  const { fileName, draftFile, isPublishing, version } = entry;
  const pieces: Evidence[] = [];
  if (isPublishing) pieces.push(against(`${version} is being published now.`));
  if (draftFile !== null && draftFile !== name) {
    pieces.push(doubt(`Its draft has a file already, ${draftFile}, which this one would replace.`));
  }
  const stored = fileName === null ? null : splitName(fileName).extension;
  if (draftFile === null && stored !== null && extension !== null && stored !== extension) {
    pieces.push(doubt(`The file that is there is a .${stored}, this is a .${extension}.`));
  }
  return together(pieces);
}
